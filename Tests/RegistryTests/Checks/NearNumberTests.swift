import Firearms
import Matching
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite("Numbers read with an error")
struct NearNumberTests {
    /// What was recorded, what is read, and whether the record is to be found.
    static let readings: [(recorded: String, read: String, code: String?)] = [
        ("ABC12345", "ABC1245", "serial.left-out"),
        ("ABC12345", "ABC123345", "serial.added"),
        ("ABC12345", "ABC17945", nil),
        ("ABC12345", "ABC1X345", "serial.replaced"),
        ("ABC12345", "ABC13245", "serial.swapped"),
        ("ABC12345", "ABC14325", nil),
        ("ABC12345", "BC123", "serial.part"),
        ("ABC12345", "BC132", nil),
        ("OB152345", "0BIS34S", "serial.left-out"),
        ("ABC12345", "A?C1?3?5", "serial.unreadable"),
        ("ABC12345", "?B?1?3?5", "serial.unreadable"),
        ("ABC12345", "?B?1?3?6", nil),
    ]

    @Test("one error is found and named, two are kept apart", arguments: readings)
    func found(recorded: String, read: String, code: String?) async throws {
        let world = try await World()
        let record = try await world.enter(gun(recorded), "BR")
        try await world.registry.numberIndex.advance()
        let result = try await world.registry.checks.check(reading(read), try await world.officer("AR"))
        #expect(result.candidates.map(\.record.number) == (code == nil ? [] : [record.number]))
        #expect(result.includesNearNumbers)
        if let code { #expect(result.candidates.first?.reasons.contains { $0.code == code } == true) }
    }

    @Test("any record is found again after any one planted misreading, on top of confusions")
    func foundAgain() async throws {
        let world = try await World()
        var random = SeededGenerator(seed: 2_026)
        let numbers = Self.realShapes(400, &random)
        let lines = numbers.map { "\($0),TAURUS,PT 92,9mm" }.joined(separator: "\n")
        let actor = try await world.desk("BR")
        let blob = try world.registry.blobs.put("serial,make,model,calibre\n\(lines)\n".utf8)
        let job = try await world.registry.imports.open(fileName: "shapes.csv", blob: blob, actor)
        _ = try await world.registry.imports.run(job.id, actor)
        try await world.registry.numberIndex.advance()
        let officer = try await world.officer("AR")
        for number in numbers {
            let read = Self.misread(number, &random)
            let request = CheckRequest(
                serial: read, make: "Taurus", model: "PT 92", calibre: "9mm", purpose: .borderControl
            )
            let result = try await world.registry.checks.check(request, officer)
            let found = result.candidates.contains { SerialPattern($0.record.serial) == SerialPattern(number) }
            #expect(found, "\(number) read as \(read): \(result.candidates.map(\.record.serial))")
        }
    }

    @Test("until the index is ready, exact and confusable numbers are found and the answer says what was left out")
    func notReady() async throws {
        let world = try await World()
        let record = try await world.enter(gun("ABC12345"), "BR")
        let officer = try await world.officer("AR")
        let confused = try await world.registry.checks.check(reading("A8CI2345"), officer)
        #expect(confused.candidates.map(\.record.number) == [record.number])
        let near = try await world.registry.checks.check(reading("ABC1245"), officer)
        #expect(near.candidates.isEmpty && !near.includesNearNumbers)
        #expect(world.registry.numberIndex.status == nil)
        try await world.registry.numberIndex.advance()
        #expect(world.registry.numberIndex.status?.numbers == 1)
        let again = try await world.registry.checks.result(of: near.id, officer)
        #expect(again?.candidates.map(\.record.number) == [record.number])
    }

    @Test("a record entered a moment ago is found though the index has not followed yet")
    func late() async throws {
        let world = try await World()
        try await world.enter(gun("ABC12345"), "BR")
        try await world.registry.numberIndex.advance()
        let record = try await world.enter(gun("XYZ98765"), "BR")
        let result = try await world.registry.checks.check(reading("XYZ9865"), try await world.officer("AR"))
        #expect(result.candidates.map(\.record.number) == [record.number])
        #expect(world.registry.numberIndex.status?.numbers == 1)
    }

    @Test("a changed number is found by the new one only, a closed record not at all")
    func changed() async throws {
        let world = try await World()
        let officer = try await world.officer("AR")
        let desk = try await world.desk("BR")
        let record = try await world.enter(gun("ABC12345"), "BR")
        try await world.registry.numberIndex.advance()
        func find(_ read: String) async throws -> [String] {
            try await world.registry.checks.check(reading(read), officer).candidates.map(\.record.number)
        }
        let changed = try await world.registry.records.change(
            record.number, to: gun("XYZ98765"), version: record.version, reason: "Read again", desk
        )
        #expect(try await find("ABC1245") == [])
        #expect(try await find("XYZ9865") == [record.number])
        try await world.registry.numberIndex.advance()
        #expect(try await find("ABC1245") == [])
        #expect(try await find("XYZ9865") == [record.number])
        _ = try await world.registry.records.setStatus(
            .cleared, of: record.number, version: changed.version, reason: "Returned", desk
        )
        #expect(try await find("XYZ9865") == [])
        try await world.registry.numberIndex.advance()
        #expect(try await find("XYZ9865") == [])
        #expect(world.registry.numberIndex.status?.numbers == 0)
    }

    @Test("a record hidden from a country is neither found nor counted there")
    func hidden() async throws {
        let world = try await World()
        var content = gun("ABC12345")
        content.hiddenFrom = Country("AR").map { [$0] }
        let record = try await world.enter(content, "BR")
        try await world.registry.numberIndex.advance()
        let hidden = try await world.registry.checks.check(reading("ABC1245"), try await world.officer("AR"))
        #expect(hidden.candidates.isEmpty && hidden.total == 0)
        let known = try await world.registry.checks.check(reading("ABC1245"), try await world.officer("CL"))
        #expect(known.candidates.map(\.record.number) == [record.number])
    }

    @Test("too common a reading is answered with the best ones, the true count and what to add")
    func common() async throws {
        let world = try await World()
        let actor = try await world.desk("BR")
        let lines = (0..<1_300).map { "ABC\(10_000 + $0),TAURUS" } + ["ABC15000,BERSA"]
        let blob = try world.registry.blobs.put("serial,make\n\(lines.joined(separator: "\n"))\n".utf8)
        let job = try await world.registry.imports.open(fileName: "many.csv", blob: blob, actor)
        _ = try await world.registry.imports.run(job.id, actor)
        try await world.registry.numberIndex.advance()
        let officer = try await world.officer("AR")
        let result = try await world.registry.checks.check(reading("ABC1????"), officer)
        #expect(result.candidates.count == CheckService.mostCandidates)
        #expect(result.total == 1_301)
        #expect(!result.totalIsLowerBound)
        #expect(result.advice.contains("serial") && result.advice.contains("calibre"))
        let bersa = try await world.registry.checks.check(reading("ABC1????", make: "Bersa"), officer)
        #expect(bersa.candidates.first?.record.makeCode == "bersa")
        #expect(bersa.total == 1_301)
    }

    // MARK: Generated numbers

    /// Distinct numbers of the shapes that makers stamp.
    static func realShapes(_ count: Int, _ random: inout SeededGenerator) -> [String] {
        let shapes = ["AAA99999", "999999", "A999999", "AA999999", "99999A", "A9999", "99A9999999"]
        var numbers: Set<String> = []
        while numbers.count < count {
            let shape = shapes[Int.random(in: shapes.indices, using: &random)]
            numbers.insert(
                String(
                    shape.map {
                        $0 == "A" ? "ABCDEFGHJKLMNPRSTUVWXYZ".randomElement(using: &random) ?? "A" : digit(&random)
                    }
                )
            )
        }
        return numbers.sorted()
    }

    private static func digit(_ random: inout SeededGenerator) -> Character {
        "0123456789".randomElement(using: &random) ?? "0"
    }

    /// The number with one error of any kind at any place, and some signs confused.
    static func misread(_ number: String, _ random: inout SeededGenerator) -> String {
        var signs = Array(number)
        let place = Int.random(in: signs.indices, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: signs.remove(at: place)
        case 1: signs.insert(digit(&random), at: place)
        case 2: signs[place] = digit(&random)
        case 3 where place + 1 < signs.count: signs.swapAt(place, place + 1)
        default: signs[place] = "?"
        }
        let confused: [Character: Character] = ["0": "O", "B": "8", "5": "S", "1": "I", "Z": "2"]
        return String(signs.map { Bool.random(using: &random) ? confused[$0] ?? $0 : $0 })
    }
}
