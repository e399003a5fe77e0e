public import Firearms

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How little an agreement says because the number is carried by many, or is no number at all.
///
/// The evidence of an equal number is shared among all records that carry it: with n of them, each is by itself the
/// firearm with at most the n-th part of the probability, which takes log2(n) bits away (Bayes' rule with n equal
/// hypotheses).
struct SerialRarity {
    static let sharedCode = "serial.shared"
    private let carriers: [String: Int]
    private let isPlaceholder: Bool

    init(_ query: MatchQuery, _ candidates: [MatchCandidate]) {
        var records: [String: Set<Int64>] = [:]
        for candidate in candidates { records[candidate.normalised, default: []].insert(candidate.id) }
        carriers = records.mapValues(\.count)
        isPlaceholder = query.serial?.isPlaceholder ?? false
    }

    func addReasons(_ candidate: MatchCandidate, to reasons: inout [MatchReason]) {
        if let count = carriers[candidate.normalised], count > 1 {
            reasons.append(
                MatchReason(
                    Self.sharedCode, weight: max(-log2(Double(count)), MatchWeights.sharedAtMost),
                    arguments: [String(count)]
                )
            )
        }
        if isPlaceholder {
            reasons.append(
                MatchReason("serial.placeholder", weight: MatchWeights.placeholder, arguments: [candidate.normalised])
            )
        }
    }
}

extension SerialPattern {
    /// Whether people write the number where they know none: one sign throughout, or digits in counting order.
    public var isPlaceholder: Bool {
        let bytes = Array(normalised.utf8)
        guard bytes.count >= 3, !hasUnreadablePlaces, let first = bytes.first else { return false }
        if bytes.allSatisfy({ $0 == first }) { return true }
        let digits = bytes.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let countsUp = zip(bytes, bytes.dropFirst()).allSatisfy {
            $1 == $0 + 1 || ($0 == UInt8(ascii: "9") && $1 == UInt8(ascii: "0"))
        }
        return digits && bytes.count >= 5 && countsUp && first <= UInt8(ascii: "1")
    }
}
