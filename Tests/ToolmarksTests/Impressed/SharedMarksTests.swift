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

    // The correlation of every shift is taken here over the points valid in both, and in the reference only where transforms
    // with filled gaps agree best: more cells are found of marks of one tool, none of marks of two.
    @Test(
        .enabled(if: isThere),
        arguments: [
            Published(one: "1-1", other: "1-2", usable: (27, 32), original: (19, 18), high: (20, 19)),
            Published(one: "3-1", other: "3-2", usable: (30, 29), original: (21, 18), high: (22, 18)),
        ]
    )
    func noFewerCellsAreFoundThanByTheReference(_ published: Published) throws {
        let result = try compare(published.one, published.other)
        let (forward, backward) = (result.forward, result.backward)
        #expect(abs(forward.usableCount - published.usable.0) <= 4)
        #expect(abs(backward.usableCount - published.usable.1) <= 4)
        #expect(forward.originalCount >= published.original.0 - 2)
        #expect(backward.originalCount >= published.original.1 - 2)
        #expect(forward.highCount >= published.high.0 - 2)
        #expect(backward.highCount >= published.high.1 - 2)
        #expect(result.registeredCount >= published.original.0 + published.original.1)
    }

    @Test(.enabled(if: isThere))
    func marksOfTwoSlidesAgreeInTwoCellsAtMost() throws {
        let result = try compare("1-1", "2-1")
        #expect(abs(result.forward.usableCount - 29) <= 4 && abs(result.backward.usableCount - 30) <= 4)
        // Published are none; two cells by chance are allowed.
        #expect(result.forward.originalCount <= 2 && result.backward.originalCount <= 2)
        #expect(result.forward.highCount <= 2 && result.backward.highCount <= 2)
        #expect(result.registeredCount <= 2)
    }

    private func compare(_ one: String, _ other: String) throws -> MarkComparison {
        let marks = try [one, other].map {
            try PreparedMark(SurfaceFile.read(at: Self.folder + "/Fadul \($0).x3p").surface)
        }
        return try CellComparison().compare(marks[0], marks[1])
    }

    @Test(.enabled(if: isThere))
    func preparedScansAreTakenForPrepared() throws {
        for name in ["8-2", "P", "X", "1-1"] {
            let surface = try SurfaceFile.read(at: Self.folder + "/Fadul \(name).x3p").surface
            #expect(ScanState(of: surface).stage == .prepared)
        }
    }
}
