import Storage

/// The end of a journal as it is noted elsewhere: `SEQUENCE:HASH`.
enum JournalHeadText {
    static func text(_ head: JournalHead) -> String {
        "\(head.sequence):\(Hexadecimal.encode(head.hash))"
    }

    /// A noted head; the sequence is nil where only the hash was noted.
    /// - Returns: nil for anything but 64 hexadecimal characters with a sequence number before them or none.
    static func parse(_ text: String) -> (sequence: Int64?, hash: [UInt8])? {
        let parts = text.split(whereSeparator: { $0 == ":" || $0 == " " })
        guard let last = parts.last, let hash = Hexadecimal.decode(last), hash.count == SHA256.byteCount else {
            return nil
        }
        if parts.count == 1 { return (nil, hash) }
        guard parts.count == 2, let sequence = Int64(parts[0]), sequence >= 0 else { return nil }
        return (sequence, hash)
    }
}
