import Foundation
import Synchronization
import Testing
import Toolmarks

@testable import CommandLine

@Suite struct PairScoresTests {
    /// Twenty invented scans of five tools, scored by their numbers; counts how often it is asked.
    private final class Counter: Sendable {
        let calls = Mutex(0)
        var count: Int { calls.withLock { $0 } }
    }

    private func scorer(_ counter: Counter, method: String = "test/1") -> MarkScorer {
        MarkScorer(
            scans: (0..<20).map {
                TruthFile.Scan(name: "s\($0)", path: "/nowhere/s\($0)", source: "t\($0 % 5)", group: "t\($0 % 5)")
            },
            method: method,
            columns: ["score", "registered"],
            countColumn: "registered",
            values: { first, second throws(ToolmarksError) in
                counter.calls.withLock { $0 += 1 }
                let isMatch = first % 5 == second % 5
                return [(isMatch ? 0.5 : 0.1) + Double(first * second % 7) / 100, isMatch ? 30 : Double(first % 4)]
            }
        )
    }

    @Test func anyNumberOfThreadsGivesTheSameScoresInTheSameOrder() async throws {
        let alone = try await PairScores(scorer: scorer(Counter()), threads: 1, partial: nil).run()
        let together = try await PairScores(scorer: scorer(Counter()), threads: 7, partial: nil).run()
        #expect(alone.count == 190)
        #expect(alone.map(\.values) == together.map(\.values))
        #expect(alone.map(\.first) == together.map(\.first))
    }

    @Test func aRunThatWasStoppedGoesOnWhereItWas() async throws {
        let partial = FileManager.default.temporaryDirectory.appending(path: "partial-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: partial) }
        let whole = try await PairScores(scorer: scorer(Counter()), threads: 2, partial: partial).run()
        // As if it had been stopped in the middle of writing the hundredth pair.
        let lines = try String(contentsOfFile: partial, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 191)
        let cut = lines.prefix(100).joined(separator: "\n") + "\n" + lines[100].prefix(5)
        try Data(cut.utf8).write(to: URL(filePath: partial))
        let counter = Counter()
        let resumed = try await PairScores(scorer: scorer(counter), threads: 2, partial: partial).run()
        #expect(counter.count == 91)
        #expect(resumed.map(\.values) == whole.map(\.values))
        // Everything is kept by now, in spite of the line that was cut.
        let last = Counter()
        _ = try await PairScores(scorer: scorer(last), threads: 2, partial: partial).run()
        #expect(last.count == 0)
    }

    @Test func whatOtherSettingsFinishedIsNotTaken() async throws {
        let partial = FileManager.default.temporaryDirectory.appending(path: "partial-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: partial) }
        _ = try await PairScores(scorer: scorer(Counter()), threads: 2, partial: partial).run()
        let counter = Counter()
        _ = try await PairScores(scorer: scorer(counter, method: "test/2"), threads: 2, partial: partial).run()
        #expect(counter.count == 190)
    }

    @Test func theLastLineHoldsEveryFigureThatProgramsAskFor() async throws {
        let scorer = scorer(Counter())
        let pairs = try await PairScores(scorer: scorer, threads: 1, partial: nil).run()
        let figures = EvaluationFigures(pairs, scorer: scorer, name: "invented", method: .logistic)
        let line = try JSONText.text(EvaluationAnswer(figures, countColumn: "registered", skipped: 2), isLine: true)
        let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(object["pairs"] as? Int == 190 && object["skipped"] as? Int == 2)
        #expect(object["matching_min_count"] as? Double == 30)
        #expect(object["nonmatching_max_count"] as? Double == 3)
        #expect(object["auc_count"] as? Double == 1 && object["auc_score"] as? Double == 1)
        #expect(object["recall_at_1"] as? Double == 1 && object["recall_at_10"] as? Double == 1)
        #expect((object["cllr"] as? Double).map { $0 < 0.2 } == true)
        #expect(object["seconds_per_pair"] is Double)
        #expect(object["matching_min_score"] is Double && object["nonmatching_max_score"] is Double)
    }

    @Test func figuresThatCannotBeFoundAreNull() throws {
        let scorer = scorer(Counter())
        let pair = PairScore(first: 0, second: 1, isMatch: false, values: [0.1, 2])
        let figures = EvaluationFigures([pair], scorer: scorer, name: "invented", method: .logistic)
        let line = try JSONText.text(EvaluationAnswer(figures, countColumn: "registered", skipped: 0), isLine: true)
        let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(object["cllr"] is NSNull && object["auc_score"] is NSNull && object["seconds_per_pair"] is NSNull)
    }
}
