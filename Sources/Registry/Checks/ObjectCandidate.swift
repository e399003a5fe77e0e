import Foundation
public import Matching

/// A record that may be of the document or vehicle that was checked, with the reasons.
public struct ObjectCandidate<Object: RecordedObject>: Sendable, Hashable {
    /// The record; answers show few of its fields before the full report is asked for.
    public var record: ObjectRecord<Object>
    /// Agreement between 0 and 1.
    public var score: Double
    /// What speaks for and against, each with its weight in bits.
    public var reasons: [MatchReason]
}

/// Weighs what speaks for and against an object that was read being one on record. Each reason has a weight in bits;
/// the sum, less what must be explained away because many objects are on record, gives the score.
struct ObjectWeighing {
    private(set) var reasons: [MatchReason] = []
    /// Bits by which a candidate must be ahead: about one in a thousand objects agrees by chance in one of its numbers
    /// when characters are read wrongly.
    let threshold: Double

    init(threshold: Double) { self.threshold = threshold }

    /// Agreement between 0 and 1, rounded so that equal evidence gives equal scores.
    var score: Double {
        let bits = reasons.reduce(-threshold) { $0 + $1.weight }
        return (1_000 / (1 + exp2(-bits))).rounded() / 1_000
    }

    mutating func add(_ code: String, _ weight: Double, _ arguments: [String] = []) {
        reasons.append(MatchReason(code, weight: weight, arguments: arguments))
    }

    /// Weighs two texts of a number that are equal when folded, or nearly so.
    /// - Parameters:
    ///   - code: the beginning of the codes of the reasons: `vin`, `plate`.
    ///   - weight: bits of an equal number.
    ///   - misreading: bits that each character takes off that was read as another.
    mutating func addNumber(
        _ code: String, recorded: String, read: String, weight: Double, misreading: Double
    ) {
        let (left, right) = (Array(recorded.utf8), Array(read.utf8))
        guard left.count == right.count else { return }
        let places = left.indices.filter { left[$0] != right[$0] }
        if places.isEmpty { return add("\(code).equal", weight, [recorded]) }
        for (index, place) in places.enumerated() {
            func text(_ byte: UInt8) -> String { String(decoding: [byte], as: UTF8.self) }
            // The first carries what the rest of the number says.
            add(
                "\(code).confusable", (index == 0 ? weight : 0) - misreading,
                [text(left[place]), text(right[place]), "\(place + 1)"]
            )
        }
    }

    /// Weighs two codes or words where both are known.
    mutating func addEquality(
        _ code: String, recorded: String?, read: String?, equal: Double, different: Double
    ) {
        guard let recorded, let read, !recorded.isEmpty, !read.isEmpty else { return }
        if NoticeRow.key(recorded) == NoticeRow.key(read) {
            add("\(code).equal", equal, [recorded])
        } else {
            add("\(code).differs", -different, [recorded, read])
        }
    }
}
