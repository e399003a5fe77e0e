import Firearms
import Matching
import TestSupport
import Testing

@testable import Registry

/// Records entered as people enter them, each looked for by a reading with one planted misreading.
@Suite("Any record is found again")
struct FoundAgainTests {
    /// What happened to the number between the gun and the check.
    enum Misreading: String, CaseIterable, Sendable {
        case confusions, embeddedLetters, leftOut, added, replaced, swapped, unreadable, partOfNumber
        case partialRecord, partialBoth
    }

    private static let recordsPerKind = 60
    private static let readingsPerRecord = 5

    @Test("after any one planted misreading, on top of confusions", arguments: Misreading.allCases)
    func foundAgain(_ kind: Misreading) async throws {
        let world = try await World()
        var random = SeededGenerator(seed: 20_261 + UInt64(Misreading.allCases.firstIndex(of: kind) ?? 0))
        var records: [(number: String, recorded: String, whole: String)] = []
        var seen: Set<String> = []
        while records.count < Self.recordsPerKind {
            let whole = Self.serial(kind, &random)
            guard seen.insert(whole).inserted else { continue }
            let isPartial = kind == .partialRecord || kind == .partialBoth
            let recorded = isPartial ? Self.obscured(whole, atMost: isPartial ? 4 : 0, &random) : whole
            let state: NumberState = isPartial ? .partial : .legible
            let record = try await world.enter(gun(recorded, state: state), "BR")
            records.append((record.number, recorded, whole))
            // The index follows the journal while records are entered.
            if records.count % 20 == 0 { try await world.registry.numberIndex.advance() }
        }
        let officer = try await world.officer("AR")
        for record in records {
            for _ in 0..<Self.readingsPerRecord {
                guard let read = Self.misread(record.whole, record.recorded, kind, &random) else { continue }
                let request = CheckRequest(
                    serial: read, make: "Taurus", model: "PT 92", calibre: "9mm", purpose: .borderControl
                )
                let result = try await world.registry.checks.check(request, officer)
                #expect(
                    result.candidates.contains { $0.record.number == record.number },
                    "\(record.recorded) read as \(read): \(result.candidates.map(\.record.serial))"
                )
            }
        }
    }

    @Test("after a restart with the snapshot, and after one without, also numbers that are partial themselves")
    func restarted() async throws {
        let world = try await World()
        let cache = world.folder.path(of: "cache")
        func open(_ cache: String?) async throws -> Registry {
            let registry = try await Registry.open(
                database: world.database, blobs: world.registry.blobs, cacheFolder: cache, now: { world.clock.now }
            )
            try await registry.numberIndex.advance()
            return registry
        }
        let first = try await open(cache)
        let partial = try await world.enter(gun("?B?1?3?5", state: .partial), "BR")
        let whole = try await world.enter(gun("XYZ98765"), "BR")
        try await first.numberIndex.advance()
        try await first.numberIndex.saveSnapshot()
        let late = try await world.enter(gun("K?M4?6?8", state: .partial), "BR")
        for registry in [first, try await open(cache), try await open(nil)] {
            try await registry.numberIndex.advance()
            #expect(registry.numberIndex.status?.numbers == 3)
            for (read, number) in [("ABC12345", partial.number), ("XYZ9765", whole.number), ("KLM45678", late.number)] {
                let result = try await registry.checks.check(reading(read), try await world.officer("AR"))
                #expect(result.candidates.map(\.record.number) == [number])
            }
        }
        let changed = try await world.registry.records.change(
            partial.number, to: gun("ABC12345"), version: 1, reason: "restored", try await world.desk("BR")
        )
        try await first.numberIndex.advance()
        #expect(first.numberIndex.status?.numbers == 3)
        let result = try await first.checks.check(reading("AXC12345"), try await world.officer("AR"))
        #expect(result.candidates.map(\.record.number) == [changed.number])
    }

    // MARK: Numbers and readings

    private static func serial(_ kind: Misreading, _ random: inout SeededGenerator) -> String {
        let shapes =
            kind == .embeddedLetters
            ? ["999A999", "99A9999", "9999A99", "9A99A99"]
            : ["AAA99999", "999999", "A999999", "AA999999", "A99999A", "99A9999999", "AAAA99999"]
        let shape = shapes.randomElement(using: &random) ?? "999999"
        return String(shape.map { ($0 == "A" ? letters : digits).randomElement(using: &random) ?? "A" })
    }

    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    private static let digits = Array("0123456789")

    /// Up to so many places made unreadable, anywhere, as many as leave half of the number and three places.
    private static func obscured(_ number: String, atMost most: Int, _ random: inout SeededGenerator) -> String {
        var signs = Array(number)
        let free = signs.count - max(3, (signs.count + 1) / 2)
        for _ in 0..<Int.random(in: 1...max(1, min(most, free)), using: &random) {
            signs[Int.random(in: signs.indices, using: &random)] = "?"
        }
        return String(signs)
    }

    private static func misread(
        _ whole: String, _ recorded: String, _ kind: Misreading, _ random: inout SeededGenerator
    ) -> String? {
        var signs = Array(confused(whole, &random))
        let place = Int.random(in: signs.indices, using: &random)
        switch kind {
        case .confusions, .partialRecord: break
        case .embeddedLetters:
            guard let first = whole.firstIndex(where: \.isNumber), let last = whole.lastIndex(where: \.isNumber) else {
                return nil
            }
            let isDropped = Bool.random(using: &random)
            return String(
                whole.indices.compactMap { index in
                    let isEmbedded = whole[index].isLetter && index > first && index < last && whole[index] != "O"
                    guard isEmbedded else { return whole[index] }
                    return isDropped ? nil : "ACEHKMPRTXY".randomElement(using: &random)
                }
            )
        case .leftOut: signs.remove(at: place)
        case .added: signs.insert((letters + digits).randomElement(using: &random) ?? "A", at: place)
        case .replaced: signs[place] = (letters + digits).randomElement(using: &random) ?? "A"
        case .swapped:
            guard place + 1 < signs.count else { return nil }
            signs.swapAt(place, place + 1)
        case .unreadable: return obscured(String(signs), atMost: 4, &random)
        case .partOfNumber:
            let count = Int.random(in: 4...max(4, signs.count - 2), using: &random)
            let start = Int.random(in: 0...(signs.count - count), using: &random)
            return String(signs[start..<start + count])
        case .partialBoth:
            let read = Array(obscured(String(signs), atMost: 2, &random))
            let common = zip(read, recorded).count { $0 != "?" && $1 != "?" }
            return common >= max(3, (signs.count + 1) / 2) ? String(read) : nil
        }
        return String(signs)
    }

    private static let classes = ["0OQD", "1IL7", "8B", "5S", "2Z", "6G", "4A", "UV", "MN"].map(Array.init)

    /// Some of the signs taken for others of their class.
    private static func confused(_ number: String, _ random: inout SeededGenerator) -> String {
        String(
            number.map { sign in
                guard Int.random(in: 0..<3, using: &random) == 0,
                    let members = classes.first(where: { $0.contains(sign) })
                else { return sign }
                return members.randomElement(using: &random) ?? sign
            }
        )
    }
}
