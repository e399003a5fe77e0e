import Foundation
import Surfaces
import Testing

@testable import Toolmarks

/// Lands of Hamby set 252, where they lie beside the checkout.
@Suite struct SharedLandsTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/data/hamby252").path
    static let isThere = FileManager.default.fileExists(atPath: folder + "/truth.csv")

    @Test(.enabled(if: isThere))
    func everyMatchingLandLiesAboveEveryOtherOne() throws {
        let lines = try String(contentsOfFile: Self.folder + "/truth.csv", encoding: .utf8)
            .split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",").map(String.init) }
        let lands = try lines.map { row in
            let scan = try SurfaceFile.read(at: Self.folder + "/" + row[0]).surface
            return (bullet: row[2], family: row[4], profile: try ComparisonProfile(Signature(of: scan)))
        }
        var matching: [SignatureComparison] = []
        var other: [SignatureComparison] = []
        for one in lands where one.bullet == "1" {
            for second in lands where second.bullet == "2" {
                let result = try SignatureComparer().compare(one.profile, second.profile)
                if one.family == second.family { matching.append(result) } else { other.append(result) }
            }
        }
        #expect(matching.count == 4 && other.count == 21)
        // The published figures: matching 0.87 to 0.95 with 10 to 17 segments, other at most 0.56 and 3.
        #expect(matching.allSatisfy { $0.correlation > 0.87 && $0.congruentSegments >= 10 && $0.score > 0.8 })
        #expect(other.allSatisfy { $0.correlation < 0.56 && $0.congruentSegments <= 5 && $0.score < 0.4 })
    }
}
