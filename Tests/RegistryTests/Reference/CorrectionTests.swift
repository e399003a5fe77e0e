import Firearms
import Matching
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite("Corrections of spellings")
struct CorrectionTests {
    @Test("a spelling corrected once is applied to records that are there and remembered for later ones")
    func appliedAndRemembered() async throws {
        let world = try await World()
        let before = try await world.enter(gun("ABC12345", make: "Zzyx Werke"), "BR")
        #expect(before.content.firearm.makeCode == nil)
        try await world.correct(.make, "ZZYX werke", "Taurus")
        try await world.describeAnew()
        let corrected = try await world.record(before.number)
        #expect(corrected.content.firearm.makeCode == "taurus")
        #expect(corrected.content.firearm.make == "Zzyx Werke")
        #expect(corrected.version == 2)
        let later = try await world.enter(gun("ABC12346", make: "zzyx-werke"), "BR")
        #expect(later.content.firearm.makeCode == "taurus")
        let versions = try await world.registry.records.versions(of: before.number, try await world.desk("BR"))
        #expect(versions.map(\.content.firearm.makeCode) == [nil])
    }

    @Test("it counts for the bureau's own checks and descriptions, not for another bureau's")
    func ownBureauOnly() async throws {
        let world = try await World()
        try await world.enter(gun("ABC12345", make: "Taurus"), "CL")
        try await world.correct(.make, "Zzyx Werke", "taurus", "BR")
        let request = reading("ABC12345", make: "Zzyx Werke")
        let own = try await world.registry.checks.check(request, try await world.officer("BR"))
        #expect(own.candidates.first?.reasons.map(\.code).contains("make.equal") == true)
        let other = try await world.registry.checks.check(request, try await world.officer("AR"))
        #expect(other.candidates.first?.reasons.map(\.code).contains("make.equal") == false)
        let table = try await world.registry.reference.table(try await world.officer("BR"))
        let described = NormalisedDescription(line: "pistola ZZYX WERKE cal 9mm", table: table)
        #expect(described.make?.value.code == "taurus")
        #expect(described.make?.rule == RecognitionRule.corrected)
        #expect(ReferenceTable.standard.make("Zzyx Werke")?.value.code != "taurus")
    }

    @Test("a correction stands above what the rules make of a text, and undoing it brings that back")
    func undo() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let record = try await world.enter(gun("ABC12345", make: "Glock", calibre: "9mm"), "BR")
        let make = try await world.correct(.make, "GLOCK", "Taurus")
        let calibre = try await world.correct(.calibre, "9 MM", ".380 ACP")
        try await world.describeAnew()
        let corrected = try await world.record(record.number).content.firearm
        #expect(corrected.makeCode == "taurus" && corrected.calibreCode == "380-acp")
        for id in [make.id, calibre.id] { try await world.registry.reference.undo(id, desk) }
        try await world.describeAnew()
        let restored = try await world.record(record.number).content.firearm
        #expect(restored.makeCode == "glock" && restored.calibreCode == record.content.firearm.calibreCode)
        #expect(try await world.registry.reference.corrections(desk).isEmpty)
        #expect(await world.refusal { try await world.registry.reference.undo(make.id, desk) }?.code == .notFound)
        let actions = try await world.actions().filter { $0.hasPrefix("reference.") }
        #expect(actions == ["reference.correct", "reference.correct", "reference.undo", "reference.undo"])
    }

    @Test("a later decision about the same text takes the place of the earlier one")
    func replaced() async throws {
        let world = try await World()
        try await world.correct(.make, "Zzyx Werke", "Taurus")
        try await world.correct(.make, "zzyx werke", "Rossi")
        let corrections = try await world.registry.reference.corrections(try await world.desk("BR"))
        #expect(corrections.map(\.correction.meaning) == ["rossi"])
        #expect(corrections.map(\.meaningName) == ["Rossi"])
        #expect(try await world.enter(gun("ABC12345", make: "Zzyx Werke"), "BR").content.firearm.makeCode == "rossi")
        #expect(try await world.count("SELECT COUNT(*) FROM reference_corrections WHERE ended_at IS NOT NULL") == 1)
    }

    @Test("what a text means is said by code, by name, by alias; of a model with its make")
    func meanings() async throws {
        let world = try await World()
        #expect(try await world.correct(.calibre, "nove", "9x19").correction.meaning == "9x19")
        #expect(try await world.correct(.calibre, "nove", "9 mm Parabellum").correction.meaning == "9x19")
        #expect(try await world.correct(.type, "ferro", "pistola").correction.meaning == "pistol")
        #expect(try await world.correct(.model, "noventa e dois", "taurus:PT 92").correction.meaning == "taurus:PT 92")
        #expect(try await world.correct(.model, "noventa", "Taurus PT 92").correction.meaning == "taurus:PT 92")
        let table = try await world.registry.reference.table(try await world.desk("BR"))
        #expect(table.model("NOVENTA", makeCode: "taurus")?.value.name == "PT 92")
        #expect(table.model("NOVENTA", makeCode: "glock")?.rule != RecognitionRule.corrected)
    }

    @Test("nothing is decided without a text, or for what is in no table, or without the right")
    func refused() async throws {
        let world = try await World()
        let unknown = await world.refusal { try await world.correct(.make, "Zzyx", "Nobody & Sons") }
        #expect(unknown?.failures.map { "\($0.field) \($0.code)" } == ["meaning unknown-code"])
        let empty = await world.refusal { try await world.correct(.make, "  ", "") }
        #expect(empty?.failures.map(\.code) == ["required", "required"])
        let long = await world.refusal { try await world.correct(.make, String(repeating: "Ж", count: 100), "taurus") }
        #expect(long?.failures.map(\.code) == ["too-long"])
        let officer = try await world.officer("BR")
        let forbidden = await world.refusal {
            try await world.registry.reference.correct(.make, written: "Zzyx", meaning: "taurus", officer)
        }
        #expect(forbidden?.code == .forbidden)
        let correction = try await world.correct(.make, "Zzyx", "taurus")
        let foreign = try await world.desk("AR")
        #expect(
            await world.refusal { try await world.registry.reference.undo(correction.id, foreign) }?.code == .notFound)
        #expect(try await world.registry.reference.corrections(foreign).isEmpty)
    }

    @Test("a text in a script of which nothing is left when it is folded can be corrected too")
    func otherScript() async throws {
        let world = try await World()
        try await world.correct(.make, "托鲁斯", "Taurus")
        let record = try await world.enter(gun("ABC12345", make: "托鲁斯"), "BR")
        #expect(record.content.firearm.makeCode == "taurus")
        #expect(try await world.enter(gun("ABC12346", make: "雷明顿"), "BR").content.firearm.makeCode == nil)
    }

    @Test("bringing records in line may stop at any step and does nothing twice; closed records stay as they were")
    func resumes() async throws {
        let world = try await World()
        let lines = (0..<700).map { "N\(100_000 + $0),\($0 % 2 == 0 ? "Zzyx Werke" : "Taurus")" }
        _ = try await world.enter(file: "serial,make\n\(lines.joined(separator: "\n"))\n")
        let closed = try await world.record("BR-2026-000001")
        _ = try await world.registry.records.setStatus(
            .cleared, of: closed.number, version: 1, reason: "returned", try await world.desk("BR")
        )
        try await world.correct(.make, "Zzyx Werke", "Rossi")
        async let one: Void = world.describeAnew()
        async let other: Void = world.describeAnew()
        _ = try await (one, other)
        #expect(try await world.count("SELECT COUNT(*) FROM firearm_records WHERE make_code = 'rossi'") == 349)
        #expect(try await world.count("SELECT COUNT(*) FROM firearm_records WHERE version > 2") == 0)
        #expect(try await world.actions().count { $0 == "record.change" } == 349)
        #expect(try await world.count("SELECT COUNT(*) FROM reference_work") == 0)
        #expect(try await world.record(closed.number).content.firearm.makeCode == nil)
    }
}
