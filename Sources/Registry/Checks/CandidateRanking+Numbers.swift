import Firearms
import Matching
import Storage

/// A record that a check found, with the number by which it was found.
struct FoundRecord: Sendable {
    var summary: RecordSummary
    var normalised: String
    /// The number with its part and state, where it is known to be another than the record's first.
    var number: FirearmNumber?

    /// Whether the number is the one that lists show for the record.
    var isFirstNumber: Bool { SerialPattern(summary.serial).normalised == normalised }
}

extension CandidateRanking {
    /// Most records whose other numbers are looked up, best first.
    private static let mostLookedUp = 50

    /// The ranking with part and state of the numbers that are not the first of their record. The records alone do not
    /// say which part carries such a number; that costs one more look at each of the best.
    static func rankWithParts(
        _ query: MatchQuery, _ found: [FoundRecord], _ table: ReferenceTable, _ connection: any ReadConnection
    ) throws -> [CheckCandidate] {
        let ranked = rank(query, found, table)
        let others = Set(found.lazy.filter { !$0.isFirstNumber }.map(\.summary.sequence))
        if others.isEmpty { return ranked }
        var found = found
        for candidate in ranked.prefix(mostLookedUp) where others.contains(candidate.record.sequence) {
            let sequence = candidate.record.sequence
            guard let record = try RecordStore.record(sequence: sequence, connection) else { continue }
            for index in found.indices where found[index].summary.sequence == sequence && !found[index].isFirstNumber {
                found[index].number = record.content.firearm.numbers.first {
                    $0.pattern.normalised == found[index].normalised
                }
            }
        }
        return rank(query, found, table)
    }
}
