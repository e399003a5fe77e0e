import Firearms
import Foundation
import Registry
import Testing

@testable import CommandLine

@Suite("Demo world")
struct DemoGeneratorTests {
    private static let world = DemoGenerator.records()

    @Test("the same seed gives the same 50,000 records, another seed others")
    func determinism() {
        let again = DemoGenerator.records()
        #expect(Self.world.map(\.records) == again.map(\.records))
        #expect(Self.world.reduce(0) { $0 + $1.records.count } == 50_000)
        #expect(DemoGenerator.records(seed: 1)[0].records != Self.world[0].records)
    }

    @Test("no bureau has two guns of one make with the same number")
    func noDuplicates() {
        for (_, records) in Self.world {
            let legible = records.filter { record in
                record.serial.contains(where: \.isNumber) && !record.serial.contains("?")
            }
            #expect(Set(legible.map { $0.serial + "|" + $0.make }).count == legible.count)
        }
    }

    @Test("nothing but the planted records answers the tour's numbers")
    func tourIsAlone() {
        let planted = Dictionary(grouping: DemoTour.serials) { SerialPattern($0).folded }.mapValues(\.count)
        var found: [String: Int] = [:]
        for record in Self.world.flatMap(\.records) {
            for serial in [record.serial, record.otherSerial] {
                let folded = SerialPattern(serial).folded
                if planted[folded] != nil { found[folded, default: 0] += 1 }
            }
        }
        #expect(found == planted)
    }

    @Test("README tells the numbers that the demo world holds")
    func readme() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../README.md")
        let text = try String(contentsOf: root.standardizedFileURL, encoding: .utf8)
        for stop in DemoTour.stops { #expect(text.contains("`\(stop.serial)"), "\(stop.title)") }
        for stop in DemoObjectTour.stops { #expect(text.contains("`\(stop.entry)`"), "\(stop.title)") }
    }

    @Test("every role has an account in every bureau, with a password that the rules allow")
    func accounts() {
        #expect(DemoWorld.accounts.count == 3 * DemoBureau.all.count + 3 + 3 * DemoExhibits.bureaus.count)
        #expect(Set(DemoWorld.accounts.map(\.name)).count == DemoWorld.accounts.count)
        #expect(DemoWorld.password.count >= 12)
        for account in DemoWorld.accounts { #expect(!DemoWorld.password.contains(account.name)) }
    }
}
