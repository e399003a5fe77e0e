/// Looks up folded keys: exactly through a dictionary, or by spelling distance among those that can be near.
struct AliasIndex: Sendable {
    struct Entry: Sendable {
        /// Place of the make or calibre in its list.
        let place: Int
        /// Whether the alias can mean other things too.
        let isUsualMeaning: Bool
    }

    private struct Spelling: Sendable {
        let bytes: [UInt8]
        /// One bit for each letter and digit that occurs; two spellings within distance d differ in at most 2d bits.
        let signature: UInt64
        let place: Int
    }

    private var entries: [String: Entry] = [:]
    /// By first letter or digit, so that a search visits few of them.
    private var spellings = [[Spelling]](repeating: [], count: 256)

    /// The entry under exactly this key.
    subscript(key: String) -> Entry? { entries[key] }

    /// Adds a key; returns the place that has the key already when that is another one.
    mutating func add(_ key: String, place: Int, isUsualMeaning: Bool) -> Int? {
        if key.isEmpty { return nil }
        if let known = entries[key] { return known.place == place ? nil : known.place }
        entries[key] = Entry(place: place, isUsualMeaning: isUsualMeaning)
        if !isUsualMeaning {
            let bytes = Array(key.utf8)
            spellings[Int(bytes[0])].append(Spelling(bytes: bytes, signature: Self.signature(bytes), place: place))
        }
        return nil
    }

    /// Adds a key only where nothing else has it.
    mutating func addIfFree(_ key: String, place: Int, isUsualMeaning: Bool) {
        _ = add(key, place: place, isUsualMeaning: isUsualMeaning)
    }

    /// The one place whose spelling is nearest within the bound, or nil when none is or several are equally near.
    ///
    /// The bound is 1 from five letters and 2 from nine: in a shorter name one changed letter makes another name
    /// (COLT, BOLT). The first letter, which people seldom get wrong, must agree, and digits must be the same.
    func nearest(to key: String) -> (place: Int, distance: Int)? {
        let bytes = Array(key.utf8)
        guard bytes.count >= 5, bytes.count <= 40 else { return nil }
        let signature = Self.signature(bytes)
        var best: (place: Int, distance: Int)?
        var isAmbiguous = false
        for spelling in spellings[Int(bytes[0])] {
            let difference = signature ^ spelling.signature
            if difference & Self.digits != 0 || difference.nonzeroBitCount > 4 { continue }
            let length = min(bytes.count, spelling.bytes.count)
            let bound = length >= 9 ? 2 : 1
            guard length >= 4, abs(bytes.count - spelling.bytes.count) <= bound,
                difference.nonzeroBitCount <= 2 * bound
            else { continue }
            guard let distance = SpellingDistance.between(bytes, spelling.bytes, bound: bound),
                Self.sameDigits(bytes, spelling.bytes)
            else { continue }
            if let known = best, known.distance <= distance {
                if known.distance == distance && known.place != spelling.place { isAmbiguous = true }
            } else {
                best = (spelling.place, distance)
                isAmbiguous = false
            }
        }
        return isAmbiguous ? nil : best
    }

    private static let digits: UInt64 = 0x3FF

    private static func signature(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0) { bits, byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): bits | 1 << UInt64(byte - 48)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): bits | 1 << UInt64(byte - 65 + 10)
            default: bits | 1 << 36
            }
        }
    }

    /// A changed letter is a slip; a changed digit is another cartridge.
    private static func sameDigits(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.lazy.filter { $0 <= 57 }.elementsEqual(right.lazy.filter { $0 <= 57 })
    }
}
