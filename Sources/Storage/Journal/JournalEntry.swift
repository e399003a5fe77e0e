/// An entry of the journal, bound to the one before it by its hash.
public struct JournalEntry: Sendable, Hashable {
    /// Its place in the journal, counted from 1 without gaps.
    public let sequence: Int64
    /// When it happened.
    public let time: Moment
    /// Who acted.
    public let actor: String
    /// The bureau for which the actor acted.
    public let bureau: String
    /// What was done.
    public let action: String
    /// The thing it was done to.
    public let object: String
    /// More about it as the text of a JSON object.
    public let details: String
    /// The hash of the entry before; 32 zero bytes in the first entry.
    public let previousHash: [UInt8]
    /// SHA-256 of the previous hash and all fields in their canonical encoding.
    public let hash: [UInt8]

    init(_ draft: JournalDraft, after head: JournalHead) {
        sequence = head.sequence + 1
        time = draft.time
        actor = draft.actor
        bureau = draft.bureau
        action = draft.action
        object = draft.object
        details = draft.details
        previousHash = head.hash
        hash = Self.hash(of: draft, sequence: head.sequence + 1, previousHash: head.hash)
    }

    init(row: any ResultRow) {
        sequence = row.integer(0)
        time = row.moment(1)
        actor = row.text(2)
        bureau = row.text(3)
        action = row.text(4)
        object = row.text(5)
        details = row.text(6)
        previousHash = row.bytes(7)
        hash = row.bytes(8)
    }

    static let columns = "sequence, time, actor, bureau, action, object, details, previous_hash, hash"

    /// The hash that the fields give, were this the entry's place.
    func hash(at sequence: Int64) -> [UInt8] {
        let draft = JournalDraft(
            actor: actor, bureau: bureau, action: action, object: object, details: details, time: time)
        return Self.hash(of: draft, sequence: sequence, previousHash: previousHash)
    }

    /// The canonical encoding, hashed: each field after the number of its bytes, integers in 8 bytes, all numbers in
    /// network order, so that no two different entries have the same encoding.
    private static func hash(of draft: JournalDraft, sequence: Int64, previousHash: [UInt8]) -> [UInt8] {
        var encoding: [UInt8] = []
        let texts = [draft.actor, draft.bureau, draft.action, draft.object, draft.details]
        encoding.reserveCapacity(texts.reduce(120) { $0 + $1.utf8.count })
        func append(_ number: UInt64) {
            withUnsafeBytes(of: number.bigEndian) { encoding.append(contentsOf: $0) }
        }
        append(UInt64(previousHash.count))
        encoding.append(contentsOf: previousHash)
        append(8)
        append(UInt64(bitPattern: sequence))
        append(8)
        append(UInt64(bitPattern: draft.time.milliseconds))
        for text in texts {
            append(UInt64(text.utf8.count))
            encoding.append(contentsOf: text.utf8)
        }
        return SHA256.hash(encoding)
    }
}
