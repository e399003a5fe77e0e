import Foundation
import Identity

/// Measures how many explained scores of two names one core makes, how many names it prepares, and how seldom two
/// different persons score as high as the same.
///
///     swift run -c release MeasureNames [PERSONS.csv]
///
/// The file has a row of headings and the full name first, as the open list of 50,000 invented persons in many scripts;
/// without it names in Latin letters are put together from a few lists.
@main
struct MeasureNames {
    static func main() throws {
        let texts = try Swift.CommandLine.arguments.dropFirst().first.map(names) ?? invented()
        let start = processorSeconds()
        let prepared = texts.map { PreparedName($0) }
        let preparing = processorSeconds() - start
        var comparer = NameComparer()
        var pairs = 0
        var evidence = 0
        var above = [0, 0, 0]
        var state: UInt64 = 1
        let comparing = processorSeconds()
        while processorSeconds() - comparing < 5 {
            for _ in 0..<10_000 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let left = Int(state >> 33) % prepared.count
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let right = Int(state >> 33) % prepared.count
                if left == right { continue }
                let score = comparer.compare(prepared[left], prepared[right])
                evidence += comparer.evidence.count
                pairs += 1
                for (index, threshold) in [Float(0.7), 0.8, 0.9].enumerated() where score >= threshold {
                    above[index] += 1
                }
            }
        }
        let seconds = processorSeconds() - comparing
        // Pairs that agree in most words, as a search gives them.
        let near = prepared.indices.dropLast().map { (prepared[$0], PreparedName(changed(texts[$0]))) }
        let nearStart = processorSeconds()
        for (left, right) in near { evidence += comparer.compare(left, right) > 0 ? comparer.evidence.count : 0 }
        let nearSeconds = processorSeconds() - nearStart
        let figures: [String: Double] = [
            "names": Double(texts.count), "prepared_per_second": Double(texts.count) / preparing,
            "random_pairs_per_second": Double(pairs) / seconds,
            "near_pairs_per_second": Double(near.count) / nearSeconds,
            "random_pairs": Double(pairs), "share_from_0.7": Double(above[0]) / Double(pairs),
            "share_from_0.8": Double(above[1]) / Double(pairs), "share_from_0.9": Double(above[2]) / Double(pairs),
        ]
        for key in figures.keys.sorted() { print(key, figures[key] ?? 0) }
        print("evidence in all: \(evidence)")
    }

    /// Time that this program has had the processor, so that other work on the machine does not count.
    private static func processorSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

    private static func names(_ path: String) throws -> [String] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst().compactMap {
            $0.split(separator: ",", omittingEmptySubsequences: false).first.map(String.init)
        }
    }

    /// The same name with one letter left out.
    private static func changed(_ text: String) -> String {
        var letters = Array(text)
        if letters.count > 4 { letters.remove(at: letters.count / 2) }
        return String(letters)
    }

    private static func invented() -> [String] {
        let given = [
            "Ana", "Luis", "Marta", "John", "Sergey", "Olga", "Karim", "Fatima", "Hans", "Ingrid", "Paulo", "Rita",
        ]
        let family = [
            "Rojas", "Quispe", "Duarte", "Carter", "Petrov", "Kuznetsov", "Haddad", "Holm", "Silva", "Okafor", "Tanaka",
            "Yilmaz",
        ]
        return given.flatMap { first in family.flatMap { second in family.map { "\(first) \(second) \($0)" } } }
    }
}
