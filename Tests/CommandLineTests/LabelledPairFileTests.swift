import Foundation
import Identity
import Testing

@testable import CommandLine

@Suite struct LabelledPairFileTests {
    private func file(_ text: String, _ name: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    @Test func aListOfChecksIsRead() throws {
        let path = try file(
            """
            # Invented persons.
            checks:
            - match: true
              schema: Person
              label: "Order: swapped"
              query:
                name: ROJAS,
                  Ana
                birthDate: 1970-03
              candidate:
                name: 'Ana Rojas'
                alias:
                - Anita
                - "La \\"Zorra\\""
                gender: female
                nationality: [py, "ar"]
            - match: false
              schema: Company
              query:
                name: Orinoco # of Caracas
              candidate: {}
            """, "checks.yml"
        )
        let pairs = try LabelledPairFile.pairs(path)
        #expect(pairs.map(\.isMatch) == [true, false])
        #expect(pairs.map(\.line) == [3, 17])
        #expect(pairs[0].left.names.map(\.text) == ["ROJAS, Ana"])
        #expect(pairs[0].left.birthDate?.description == "1970-03")
        #expect(pairs[0].right.names.map(\.text) == ["Ana Rojas", "Anita", "La \"Zorra\""])
        #expect(pairs[0].right.nationalities == ["PY", "AR"])
        #expect(pairs[0].right.sex == .female)
        #expect(pairs[1].left.names.map(\.text) == ["Orinoco"])
        #expect(pairs[1].left.names[0].kind == .organisation)
        #expect(pairs[1].right.names.isEmpty)
    }

    @Test func aTableOfPairsIsRead() throws {
        let path = try file(
            "name1,name2,is_match,quality,schema\n\"Rojas, Ana\",Ana Rojas,true,STRONG,Person\nMV Aurora,Aurora,false,,Vessel\n",
            "p.csv"
        )
        let pairs = try LabelledPairFile.pairs(path)
        #expect(pairs.map(\.isStrong) == [true, false])
        #expect(pairs[0].left.names.map(\.text) == ["Rojas, Ana"])
        #expect(pairs[1].left.names[0].kind == .vessel)
    }

    @Test(arguments: [
        ("name1,name2\na,b\n", "p.csv", "is_match"), ("name1,name2,is_match\na,b,perhaps\n", "p.csv", "line 2"),
        ("checks:\n- match: true\n  query:\n    name: a\n", "c.yml", "line 2"), ("nothing: here\n", "c.yml", "no list"),
        ("checks:\n- match: \"true\n", "c.yml", "quote"),
        ("checks:\n- match: true\n - match: false\n", "c.yml", "line"), ("", "c.yml", "no list"),
    ])
    func whatIsWrongIsNamed(_ text: String, _ name: String, _ part: String) throws {
        let path = try file(text, name)
        do {
            _ = try LabelledPairFile.pairs(path)
            Issue.record("nothing was thrown")
        } catch {
            #expect("\(error)".contains(part), "\(error)")
        }
    }
}
