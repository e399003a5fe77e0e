import Foundation
import Toolmarks

/// All pairs of labelled lands, compared.
struct Separation {
    struct Pair {
        var one: LabelledLand
        var other: LabelledLand
        var result: SignatureComparison
        var isMatching: Bool
    }

    var pairs: [Pair] = []
    var failed = 0
    var pairsLost = (matching: 0, other: 0)
    var secondsALand = 0.0
    var secondsAPair = 0.0

    init(_ lands: [LabelledLand], _ extraction: SignatureExtraction) throws {
        let start = clock()
        let profiles: [ComparisonProfile?] = lands.map { land in
            do {
                return try ComparisonProfile(Signature(of: land.map, extraction))
            } catch {
                FileHandle.standardError.write(Data("\(land.name): \(error)\n".utf8))
                return nil
            }
        }
        secondsALand = Double(clock() - start) / Double(CLOCKS_PER_SEC) / Double(max(1, lands.count))
        let comparer = SignatureComparer()
        let pairStart = clock()
        for (index, one) in lands.enumerated() {
            for (second, other) in lands.enumerated() where second > index && one.isCompared(with: other) {
                let isMatching = one.matches(other)
                guard let a = profiles[index], let b = profiles[second], let result = try? comparer.compare(a, b) else {
                    failed += 1
                    if isMatching { pairsLost.matching += 1 } else { pairsLost.other += 1 }
                    continue
                }
                pairs.append(Pair(one: one, other: other, result: result, isMatching: isMatching))
            }
        }
        secondsAPair = Double(clock() - pairStart) / Double(CLOCKS_PER_SEC) / Double(max(1, pairs.count))
    }

    static let measures: [(String, @Sendable (SignatureComparison) -> Double)] = [
        ("correlation", { $0.correlation }),
        ("weighted", { $0.weightedCorrelation }),
        ("fine", { $0.fineCorrelation }),
        ("local", { $0.localCorrelation }),
        ("rough", { $0.roughCorrelation }),
        ("CMPS", { Double($0.congruentSegments) }),
        ("share", { $0.congruentShare }),
        ("matches", { Double($0.striae.matches) }),
        ("CMS", { Double($0.striae.consecutiveMatches) }),
        ("score", { $0.score }),
    ]

    func report(_ name: String, listsPairs: Bool = false, byKind: Bool = false) throws {
        let matching = pairs.count(where: \.isMatching)
        print(
            "\(name): \(matching) matching, \(pairs.count - matching) other pairs, \(failed) not comparable;",
            String(format: "%.1f ms a land, %.2f ms a pair", secondsALand * 1000, secondsAPair * 1000)
        )
        for (label, measure) in Self.measures {
            let yes = pairs.filter(\.isMatching).map { measure($0.result) }.sorted()
            let no = pairs.filter { !$0.isMatching }.map { measure($0.result) }.sorted()
            guard !yes.isEmpty, !no.isEmpty else { continue }
            func part(_ list: [Double], _ fraction: Double) -> Double { list[Int(Double(list.count - 1) * fraction)] }
            print(
                "  " + label.padding(toLength: 12, withPad: " ", startingAt: 0),
                String(
                    format:
                        "AUC %.4f  matching lowest %.3f 5%% %.3f median %.3f  other median %.3f 95%% %.3f highest %.3f",
                    Self.area(yes, no), yes[0], part(yes, 0.05), part(yes, 0.5), part(no, 0.5), part(no, 0.95),
                    no[no.count - 1]
                )
            )
        }
        if listsPairs {
            for pair in pairs where pair.isMatching {
                let result = pair.result
                print(
                    "  \(pair.one.name) - \(pair.other.name):",
                    String(
                        format: "correlation %.3f, CMPS %d, CMS %d, score %.3f, shift %.0f", result.correlation,
                        result.congruentSegments, result.striae.consecutiveMatches, result.score, result.shift
                    )
                )
            }
        }
        if byKind {
            for kind in Set(pairs.map(\.one.kind)).sorted() {
                let members = pairs.filter { $0.one.kind == kind || $0.other.kind == kind }
                let yes = members.filter(\.isMatching).map(\.result)
                let no = members.filter { !$0.isMatching }.map(\.result)
                print(
                    "  with " + kind.padding(toLength: 18, withPad: " ", startingAt: 0),
                    String(
                        format: "AUC correlation %.4f score %.4f",
                        Self.area(yes.map(\.correlation), no.map(\.correlation)),
                        Self.area(yes.map(\.score), no.map(\.score))
                    )
                )
            }
        }
    }

    /// The area under the curve of true against false alarms: how often a matching pair lies above another one.
    static func area(_ yes: [Double], _ no: [Double]) -> Double {
        let sorted = no.sorted()
        func rank(_ value: Double, _ isBelow: (Double, Double) -> Bool) -> Int {
            var low = 0
            var high = sorted.count
            while low < high {
                let middle = (low + high) / 2
                if isBelow(sorted[middle], value) { low = middle + 1 } else { high = middle }
            }
            return low
        }
        let wins = yes.reduce(0.0) { $0 + Double(rank($1, <)) / 2 + Double(rank($1, <=)) / 2 }
        return wins / Double(max(1, yes.count * no.count))
    }
}
