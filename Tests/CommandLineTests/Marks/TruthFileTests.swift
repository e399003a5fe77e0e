import Foundation
import Testing

@testable import CommandLine

@Suite struct TruthFileTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "truth-\(UUID().uuidString)")

    private func truth(_ table: String, scans: [String]) throws -> TruthFile {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for scan in scans {
            let place = folder.appending(path: scan)
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true
            )
            try Data().write(to: place)
        }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "truth.csv")
        try Data(table.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try TruthFile(file.path, scans: folder.path)
    }

    @Test func scansAreFoundWithAndWithoutEndingAndInFoldersBelow() throws {
        let truth = try truth(
            "File;Slide\none.x3p;1\nTwo;1\nsub/three;2\nfour.X3P;2\n",
            scans: ["one.x3p", "two.x3p", "sub/three.x3p", "deep/er/four.x3p"]
        )
        #expect(truth.problems.isEmpty)
        #expect(truth.scans.map(\.source) == ["1", "1", "2", "2"])
        #expect(
            truth.scans.map { URL(filePath: $0.path).lastPathComponent.lowercased() }
                == ["one.x3p", "two.x3p", "three.x3p", "four.x3p"])
    }

    @Test func whatCannotBeUsedIsNamedWithItsLineAndTheRestGoesOn() throws {
        let truth = try truth(
            "scan,source\nhere,1\nnowhere,1\nhere.x3p,2\ntwice,3\nempty,\n",
            scans: ["here.x3p", "a/twice.x3p", "b/twice.x3p", "empty.x3p"]
        )
        #expect(truth.scans.map(\.name) == ["here"])
        #expect(truth.problems.count == 4)
        #expect(truth.problems[0].contains("line 3") && truth.problems[0].contains("nowhere"))
        #expect(truth.problems[1].contains("twice"))
        #expect(truth.problems[2].contains("may be"))
        #expect(truth.problems[3].contains("empty"))
    }

    @Test func landsMatchByGrooveAndAreNotComparedWithinABullet() throws {
        let truth = try truth(
            "scan,barrel,bullet,land,groove_family\na,1,1,1,1\nb,1,1,2,2\nc,1,2,1,2\n",
            scans: ["a.x3p", "b.x3p", "c.x3p"]
        )
        #expect(truth.scans.map(\.source) == ["1/1", "1/2", "1/2"], "grooves are counted anew in each barrel")
        #expect(truth.scans.map(\.item) == ["1/1", "1/1", "1/2"])
    }

    @Test func aMissingColumnIsNamedWithTheHeadingsThatWouldDo() {
        let error = #expect(throws: CommandFailure.self) { try truth("scan,colour\na,red\n", scans: ["a.x3p"]) }
        #expect(error?.description.contains("groove_family") == true)
        #expect(throws: CommandFailure.self) { try truth("colour,source\nred,1\n", scans: []) }
    }
}
