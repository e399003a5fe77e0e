/// A place in the journal that is not as it was written.
public struct JournalProblem: Sendable, Hashable {
    /// What is wrong.
    public let kind: Kind
    /// The first entry concerned, by the sequence number that it has, or had when it is missing.
    public let sequence: Int64
    /// The last entry concerned; the same as the first except for entries missing in a row.
    public let lastSequence: Int64
    /// For a reordered entry the sequence number that it was written with.
    public let originalSequence: Int64?

    init(_ kind: Kind, _ sequence: Int64, through last: Int64? = nil, original: Int64? = nil) {
        self.kind = kind
        self.sequence = sequence
        lastSequence = last ?? sequence
        originalSequence = original
    }

    /// What can be wrong with entries.
    public struct Kind: Sendable, Hashable, CustomStringConvertible {
        /// The kind's name.
        public let description: String

        /// A field was changed, or the entry replaced by another.
        public static let changed = Kind(description: "changed")
        /// Entries inside the journal are missing.
        public static let removed = Kind(description: "removed")
        /// The entry stands at another place than it was written at.
        public static let reordered = Kind(description: "reordered")
        /// The entry was never appended by the program.
        public static let inserted = Kind(description: "inserted")
        /// Entries at the end are missing.
        public static let cutOff = Kind(description: "cutOff")
        /// The row with the journal's end is missing or names another hash than the last entry has.
        public static let headChanged = Kind(description: "headChanged")
        /// The entry is not the one that a head noted elsewhere names: everything up to it may be rewritten.
        public static let rewritten = Kind(description: "rewritten")
    }
}

extension JournalProblem: CustomStringConvertible {
    /// The problem in a sentence.
    public var description: String {
        let range = sequence == lastSequence ? "Entry \(sequence)" : "Entries \(sequence) to \(lastSequence)"
        let one = sequence == lastSequence
        return switch kind {
        case .changed: "\(range) was changed after it was written."
        case .removed: "\(range) \(one ? "was" : "were") removed."
        case .reordered: "\(range) was moved; it was written as entry \(originalSequence ?? 0)."
        case .inserted: "\(range) was inserted; the program never wrote it."
        case .cutOff: "\(range) \(one ? "was" : "were") cut off at the end."
        case .headChanged: "The record of the journal's end does not fit its last entry \(sequence)."
        default: "\(range) is not the one that was noted; the journal up to it may have been rewritten."
        }
    }
}
