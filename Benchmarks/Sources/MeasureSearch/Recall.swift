import Foundation
import Surfaces
import Toolmarks

/// Where the true mates stand when everything is screened, and whether full comparison would have found them.
struct Recall {
    var ranks: [Int] = []

    /// The share of mates at a rank or before it, counted from 1.
    func at(_ rank: Int) -> Double { Double(ranks.count { $0 <= rank }) / Double(max(1, ranks.count)) }

    var line: String {
        let shares = [1, 10, 50, 100, 200].map { "\($0): \(text(100 * at($0), 2)) %" }.joined(separator: ", ")
        return "\(ranks.count) mates, recall at rank \(shares); last at \(ranks.max() ?? 0)"
    }

    /// The place of each mate among all that are not mates; other mates before it do not count against it.
    mutating func add(scores: [Double], mates: Set<Int>, query: Int?) {
        let others = scores.indices.filter { !mates.contains($0) && $0 != query }
        for mate in mates { ranks.append(1 + others.count { scores[$0] >= scores[mate] }) }
    }
}

/// Spreads of the scores of strangers, to see whether generated ones are as confusable as real ones.
struct Spread {
    var values: [Double] = []

    var line: String {
        let mean = values.reduce(0, +) / Double(values.count)
        let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
        return "mean \(text(mean, 2)), deviation \(text(deviation, 2)), smallest \(text(values.min() ?? 0, 2)), "
            + "largest \(text(values.max() ?? 0, 2)) of \(values.count)"
    }
}

/// Screens real scans among each other and among distractors.
struct ScreeningRun {
    let scans: LabelledScans
    let settings: ScreeningSettings
    let threads: Int

    func measure(distractors count: Int, cache: String?, generated: Int) async throws {
        let distractors = Distractors(settings: settings)
        let forms = try scans.maps.map { try ScreeningForm($0, settings: settings) }
        let all = forms + (try await distractors.forms(count, cache: cache, threads: threads))
        let bytes = all.reduce(0) { $0 + $1.byteCount }
        print("\(all.count) candidates, \(text(Double(bytes) / Double(all.count), 0)) bytes each")
        var recall = Recall()
        var (mates, strangers, invented) = (Spread(), Spread(), Spread())
        var seconds = 0.0
        for index in scans.maps.indices {
            let query = try ScreeningQuery(scans.maps[index], settings: settings)
            let start = clock()
            let scores = try await scored(query, all)
            seconds += Double(clock() - start) / Double(CLOCKS_PER_SEC)
            let own = Set(scans.sources.indices.filter { $0 != index && scans.sources[$0] == scans.sources[index] })
            recall.add(scores: scores, mates: own, query: index)
            mates.values += own.map { scores[$0] }
            strangers.values += forms.indices.filter { $0 != index && !own.contains($0) }.map { scores[$0] }
            invented.values += scores[forms.count...]
        }
        let rate = Double(all.count * scans.maps.count) / seconds
        print("screened \(text(rate, 0)) candidates a second of processor time (\(text(1e6 / rate)) us each)")
        print("real queries: \(recall.line)")
        print("  mates: \(mates.line)")
        print("  real strangers: \(strangers.line)")
        if count > 0 { print("  generated strangers: \(invented.line)") }
        if count > 0 {
            try await generatedQueries(among: all, offset: forms.count, count: min(count, generated), distractors)
        }
    }

    /// Second firings of some of the distractors' tools, as queries.
    private func generatedQueries(
        among all: [ScreeningForm], offset: Int, count: Int, _ distractors: Distractors
    ) async throws {
        var recalls: [ToolClass: Recall] = [:]
        for number in 0..<count {
            let query = try ScreeningQuery(distractors.surface(number, firing: 1), settings: settings)
            let scores = try await scored(query, all)
            recalls[Distractors.tool(number).toolClass, default: Recall()]
                .add(scores: scores, mates: [offset + number], query: nil)
        }
        for toolClass in ToolClass.all { print("\(toolClass) queries: \(recalls[toolClass, default: Recall()].line)") }
    }

    private func scored(_ query: ScreeningQuery, _ all: [ScreeningForm]) async throws -> [Double] {
        let ranked = try await MarkSearch(shortlist: all.count, threads: threads).screen(query, all)
        var scores = [Double](repeating: 0, count: all.count)
        for candidate in ranked { scores[candidate.candidate] = candidate.score.value }
        return scores
    }
}
