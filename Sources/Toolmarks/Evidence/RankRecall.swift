/// How far down a list one has to look for a mark of the same source.
public struct RankRecall: Hashable, Sendable, Codable {
    /// For each scan that has a mate, the place of its best mate among all others, from 1.
    public let places: [Int]

    /// - Parameters:
    ///   - scans: how many scans there are.
    ///   - pairs: every pair with its score; mates that score like non-mates are placed behind them.
    public init(scans: Int, pairs: [ReferenceSet.Pair]) {
        var best = [Double?](repeating: nil, count: scans)
        for pair in pairs where pair.isMatch {
            best[pair.first] = max(best[pair.first] ?? -.infinity, pair.score)
            best[pair.second] = max(best[pair.second] ?? -.infinity, pair.score)
        }
        var ahead = [Int](repeating: 0, count: scans)
        for pair in pairs where !pair.isMatch {
            for scan in [pair.first, pair.second] where pair.score >= best[scan] ?? .infinity { ahead[scan] += 1 }
        }
        places = (0..<scans).filter { best[$0] != nil }.map { ahead[$0] + 1 }
    }

    /// The share of scans with a mate whose best mate stands within the first `rank` places.
    public func recall(at rank: Int) -> Double {
        places.isEmpty ? .nan : Double(places.count(where: { $0 <= rank })) / Double(places.count)
    }
}
