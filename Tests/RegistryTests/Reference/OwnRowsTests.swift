import DelimitedText
import Firearms
import Foundation
import Matching
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite("A bureau's own makes, models and calibres")
struct OwnRowsTests {
    static let makes = """
        code,name,country,aliases
        acme,Acme Arms,BR,Acme|Acme Armas Ltda
        quebracho,"Quebracho, Hermanos",PY,Quebracho Hnos
        """
    static let calibres = """
        code,name,aliases,compatible
        9x25-inventado,9x25 Inventado,9 Inventado,9x19
        """
    static let models = """
        make,name,aliases,type,action,calibres,years
        acme,Falcon 7,F7,pistol,semi-automatic,9x25-inventado|9x19,2001-
        taurus,PT 4242,,pistol,semi-automatic,9x19,
        """

    @Test("files of all kinds are added together, know one another, and serve the bureau's descriptions at once")
    func added() async throws {
        let world = try await World()
        let before = try await world.enter(gun("ABC12345", make: "Acme Armas Ltda", calibre: "9 Inventado"), "BR")
        #expect(before.content.firearm.makeCode == nil)
        let result = try await world.addRows(Self.models, Self.makes, Self.calibres)
        #expect(result.isKept)
        #expect(result.verdicts.map(\.outcome) == [.added, .added, .added, .added, .added])
        let table = try await world.registry.reference.table(try await world.officer("BR"))
        let described = NormalisedDescription(line: "Acme F7 9 Inventado", table: table)
        #expect(described.make?.value.code == "acme@BR")
        #expect(described.model?.value.name == "Falcon 7")
        #expect(described.model?.value.calibreCodes == ["9x25-inventado@BR", "9x19"])
        #expect(table.make("QUEBRACHO, HERMANOS")?.value.code == "quebracho@BR")
        #expect(table.model("PT 4242", makeCode: "taurus")?.confidence == 1)
        #expect(table.makes.count == ReferenceTable.standard.makes.count + 2)
        try await world.describeAnew()
        let after = try await world.record(before.number).content.firearm
        #expect(after.makeCode == "acme@BR" && after.calibreCode == "9x25-inventado@BR")
        #expect(try await world.registry.reference.table(try await world.officer("AR")).make("Acme Arms") == nil)
    }

    @Test("a calibre of one's own that fits another is told so in a check")
    func compatible() async throws {
        let world = try await World()
        _ = try await world.addRows(Self.calibres)
        try await world.enter(gun("ABC12345", calibre: "9x19"), "CL")
        let result = try await world.registry.checks.check(
            reading("ABC12345", calibre: "9 Inventado"), try await world.officer("BR")
        )
        let reason = result.candidates.first?.reasons.first { $0.code == "calibre.compatible" }
        #expect(reason?.arguments.last == "9x25 Inventado")
    }

    static let faults: [(file: String, verdicts: [String])] = [
        ("code,name,country,aliases\ntaurus,Another,BR,\n", ["code in-standard-table taurus"]),
        ("code,name,country,aliases\nacme,Acme,BR,Glock\n", ["aliases stands-for-another Glock"]),
        ("code,name,country,aliases\nacme,Acme,XX,\n", ["country unknown-code XX"]),
        ("code,name,country,aliases\nAc me,Acme,BR,\n", ["code invalid-code Ac me"]),
        ("code,name,country,aliases\n,Acme,BR,\nacme,,BR,\n", ["code required ", "name required nil"]),
        ("code,name,country,aliases\nacme,Acme,BR,\nacme,Acme Two,BR,\n", ["", "code given-twice acme"]),
        ("code,name,aliases,compatible\n9x1-x,9x1 X,,nothing\n", ["compatible unknown-code nothing"]),
        (
            "make,name,aliases,type,action,calibres,years\nnobody,X 1,,pistol,,,\ntaurus,PT 92,,pistol,,,\n"
                + "taurus,PT 1 X,,spear,,,\ntaurus,PT 2 X,,pistol,,12,\ntaurus,PT 3 X,,pistol,,,199x\n",
            [
                "make unknown-code nobody", "name stands-for-another PT 92", "type unknown-code spear",
                "calibres unknown-code 12", "years invalid 199x",
            ]
        ),
        ("name,colour\nx,y\n", ["file not-a-reference-file name,colour"]),
    ]

    @Test("each fault is told with row, field and value, and while there is one nothing is kept", arguments: faults)
    func refused(file: String, verdicts: [String]) async throws {
        let world = try await World()
        let good = "code,name,aliases,compatible\n9x25-inventado,9x25 Inventado,,\n"
        let result = try await world.addRows(file, good)
        #expect(!result.isKept)
        let told = result.verdicts.dropLast().map { verdict in
            verdict.failures.map { "\($0.field) \($0.code) \($0.value ?? "nil")" }.joined(separator: "; ")
        }
        #expect(told == verdicts)
        #expect(try await world.count("SELECT COUNT(*) FROM reference_entries") == 0)
        #expect(try await world.actions().contains { $0.hasPrefix("reference.") } == false)
        #expect(result.verdicts.last?.outcome == .added, "of a sound row it is told that it would be added")
    }

    @Test("the same file again changes nothing; a changed row is replaced")
    func again() async throws {
        let world = try await World()
        _ = try await world.addRows(Self.makes)
        let same = try await world.addRows(Self.makes)
        #expect(same.verdicts.map(\.outcome) == [.unchanged, .unchanged])
        #expect(try await world.actions().count { $0 == "reference.import" } == 1)
        let other = try await world.addRows(Self.makes.replacing("Acme|", with: "Acme|Acme SA|"))
        #expect(other.verdicts.map(\.outcome) == [.replaced, .unchanged])
        let table = try await world.registry.reference.table(try await world.desk("BR"))
        #expect(table.make("ACME S.A.")?.confidence == 1)
    }

    @Test("an export is the file that was imported, and imports again")
    func export() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        _ = try await world.addRows(Self.models, Self.makes, Self.calibres)
        let text = String(decoding: try await world.registry.reference.export(.make, desk), as: UTF8.self)
        #expect(text.split(whereSeparator: \.isNewline).first == "code,name,country,aliases")
        #expect(text.contains("quebracho,\"Quebracho, Hermanos\",PY,Quebracho Hnos"))
        let models = String(decoding: try await world.registry.reference.export(.model, desk), as: UTF8.self)
        let again = try await world.addRows(text, models)
        #expect(Set(again.verdicts.map(\.outcome)) == [.unchanged])
        let elsewhere = try await world.addRows(text, to: "AR")
        #expect(elsewhere.verdicts.map(\.outcome) == [.added, .added])
    }

    @Test("a row is removed when no other refers to it")
    func remove() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        _ = try await world.addRows(Self.models, Self.makes, Self.calibres)
        let record = try await world.enter(gun("ABC12345", make: "Acme"), "BR")
        #expect(record.content.firearm.makeCode == "acme@BR")
        let used = await world.refusal { try await world.registry.reference.remove(.make, "acme", desk) }
        #expect(used?.failures.map(\.code) == ["still-used"])
        #expect(used?.failures.first?.arguments == ["by": "acme:Falcon 7"])
        #expect(try await world.registry.reference.entries(desk).count == 5)
        try await world.registry.reference.remove(.model, "acme:Falcon 7", desk)
        try await world.registry.reference.remove(.make, "acme", desk)
        try await world.describeAnew()
        #expect(try await world.record(record.number).content.firearm.makeCode == nil)
        let gone = await world.refusal { try await world.registry.reference.remove(.make, "acme", desk) }
        #expect(gone?.code == .notFound)
        let officer = try await world.officer("BR")
        let forbidden = await world.refusal {
            try await world.registry.reference.remove(.make, "quebracho", officer)
        }
        #expect(forbidden?.code == .forbidden)
    }

    @Test("files are read in the encodings and with the delimiters of imports, columns in any order")
    func formats() async throws {
        let world = try await World()
        let result = try await world.addRows("\u{FEFF}Name;Aliases;Country;Code\r\nAcme Árms;;BR;acme\r\n")
        #expect(result.isKept)
        let file = world.folder.path(of: "zip.csv")
        try Data([0x50, 0x4B, 3, 4, 0, 0]).write(to: URL(fileURLWithPath: file))
        #expect(throws: DelimitedTextError.self) { try ReferenceFile(name: "zip.csv", contentsOf: file) }
    }
}
