/// The parts of a text that may be a model: they begin with a word and end with one, or where letters meet digits.
struct ModelParts {
    struct Part {
        let key: String
        /// Whether it stands at the beginning, perhaps after a word for "model".
        let isLeading: Bool
    }

    private var joined: [UInt8] = []
    private var starts: [Int] = []
    private var ends: [Int] = []

    init(_ raw: String) {
        for word in TextKey.words(raw).utf8.split(separator: UInt8(ascii: " ")) {
            if joined.isEmpty && Self.modelWords.contains(String(Substring(word))) { continue }
            starts.append(joined.count)
            for byte in word {
                if let last = joined.last, joined.count > starts[starts.count - 1],
                    (last <= UInt8(ascii: "9")) != (byte <= UInt8(ascii: "9"))
                {
                    ends.append(joined.count)
                }
                joined.append(byte)
            }
            ends.append(joined.count)
        }
    }

    /// The longest part that `isKnown` accepts, the earliest of equally long ones.
    ///
    /// A part that is not leading has letters and digits or four letters: a bare number later in the text is as likely
    /// a calibre or a year. At most eight words begin a part, so that work stays bounded.
    func longest(where isKnown: (String) -> Bool) -> Part? {
        var best: Part?
        for start in starts.prefix(8) {
            for end in ends.reversed() where end > start + 1 && end - start > (best?.key.utf8.count ?? 0) {
                let bytes = joined[start..<end]
                let digits = bytes.count { $0 <= UInt8(ascii: "9") }
                let isTelling = start == 0 ? digits > 0 || bytes.count >= 3 : digits < bytes.count && bytes.count >= 3
                guard isTelling, start == 0 || digits > 0 || bytes.count >= 4 else { continue }
                let key = String(decoding: bytes, as: UTF8.self)
                if isKnown(key) {
                    best = Part(key: key, isLeading: start == 0)
                    break
                }
            }
        }
        return best
    }

    private static let modelWords: Set<String> = ["MODELO", "MODELE", "MODELL", "MODEL", "MOD", "MDL"]
}
