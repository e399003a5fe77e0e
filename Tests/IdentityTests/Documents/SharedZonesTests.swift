import Foundation
import Identity
import Testing

/// Labelled zones, where they lie beside the checkout.
@Suite struct SharedZonesTests {
    static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/data/mrz/mrz_vectors.jsonl")

    @Test(.enabled(if: FileManager.default.fileExists(atPath: file.path)))
    func everyLabelledZoneIsJudgedRight() throws {
        for line in try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n") {
            let zone = try JSONDecoder().decode(LabelledZone.self, from: Data(line.utf8))
            #expect(zone.disagreements().isEmpty, "\(zone.lines)")
        }
    }
}
