import DelimitedText
import Firearms
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite("Crime guns as agencies wrote them", .enabled(if: SharedData.file("firearms/crime_guns.csv") != nil))
struct CrimeGunTests {
    @Test("the file is imported whole, and its guns are found again by misread and by half unreadable numbers")
    func foundAgain() async throws {
        let world = try await World()
        let path = try #require(SharedData.file("firearms/crime_guns.csv"))
        let blob = try world.registry.blobs.put(contentsOfFile: path, limit: 1 << 30)
        let desk = try await world.desk("BR")
        let job = try await world.registry.imports.open(fileName: "crime_guns.csv", blob: blob, desk)
        let done = try await world.registry.imports.run(job.id, desk)
        #expect(done.state == .finished)
        #expect(done.progress.rows == 635)
        // Only the same gun twice, and rows with neither number nor make, are refused.
        for verdict in try await world.verdicts(done) where verdict.isRefused {
            let codes = verdict.failures.map(\.code)
            #expect(codes.contains("duplicate") || verdict.fields[2] + verdict.fields[3] == "", "row \(verdict.row)")
        }

        let officer = try await world.officer("AR")
        let guns = try await world.database.read {
            try $0.rows("SELECT number, serial, make FROM firearm_records ORDER BY number", []) {
                (number: $0.text(0), serial: SerialPattern($0.text(1)).normalised, make: $0.text(2))
            }
        }
        var random = SeededGenerator(seed: 7)
        var misread = 0
        var unreadable = 0
        for gun in guns.shuffled(using: &random) where gun.serial.utf8.count >= 6 && !gun.serial.contains("?") {
            if misread < 50, let text = Self.misread(gun.serial, using: &random) {
                misread += 1
                let result = try await world.registry.checks.check(reading(text, make: gun.make), officer)
                #expect(result.candidates.contains { $0.record.number == gun.number }, "\(gun.serial) as \(text)")
            }
            if unreadable < 50 {
                unreadable += 1
                var signs = Array(gun.serial)
                let place = Int.random(in: 3..<(signs.count - 1), using: &random)
                signs[place] = "?"
                signs[place + 1] = "?"
                let result = try await world.registry.checks.check(reading(String(signs), make: gun.make), officer)
                #expect(
                    result.candidates.contains { $0.record.number == gun.number }, "\(gun.serial) as \(String(signs))")
            }
        }
        #expect(misread == 50 && unreadable == 50)
    }

    /// The number with one sign taken for another of its class; nil where it has none.
    private static func misread(_ serial: String, using random: inout SeededGenerator) -> String? {
        let others: [Character: Character] = [
            "0": "O", "O": "0", "1": "I", "I": "1", "8": "B", "B": "8", "5": "S", "S": "5", "2": "Z", "Z": "2",
            "6": "G", "G": "6", "4": "A", "A": "4", "U": "V", "V": "U", "M": "N", "N": "M",
        ]
        var signs = Array(serial)
        guard let place = signs.indices.filter({ others[signs[$0]] != nil }).randomElement(using: &random),
            let other = others[signs[place]]
        else { return nil }
        signs[place] = other
        return String(signs)
    }
}
