import Foundation
import Surfaces
import Testing

@testable import Toolmarks

/// Published figures on real scans, where they lie beside the checkout.
@Suite struct SharedMarksTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/data/fadul").path
    static let isThere = FileManager.default.fileExists(atPath: folder)

    /// Counts of the reference implementation, first and second direction.
    struct Published: Sendable, CustomTestStringConvertible {
        var one: String
        var other: String
        var usable: (Int, Int)
        var original: (Int, Int)
        var high: (Int, Int)
        var testDescription: String { "\(one) and \(other)" }
    }

    @Test(
        .enabled(if: isThere),
        arguments: [
            Published(one: "1-1", other: "1-2", usable: (27, 32), original: (19, 18), high: (20, 19)),
            Published(one: "3-1", other: "3-2", usable: (30, 29), original: (21, 18), high: (22, 18)),
            Published(one: "1-1", other: "2-1", usable: (29, 30), original: (0, 0), high: (0, 0)),
        ]
    )
    func publishedCounts(_ published: Published) throws {
        let marks = try [published.one, published.other].map {
            try PreparedMark(SurfaceFile.read(at: Self.folder + "/Fadul \($0).x3p").surface)
        }
        let result = try CellComparison().compare(marks[0], marks[1])
        let (forward, backward) = (result.forward, result.backward)
        #expect(abs(forward.usableCount - published.usable.0) <= 2)
        #expect(abs(backward.usableCount - published.usable.1) <= 2)
        #expect(abs(forward.originalCount - published.original.0) <= 2)
        #expect(abs(backward.originalCount - published.original.1) <= 2)
        #expect(abs(forward.highCount - published.high.0) <= 2)
        #expect(abs(backward.highCount - published.high.1) <= 2)
    }
}
