/// Edit distance between folded sounds, in which near sounds cost less than far ones. In twentieths of an edit.
struct SoundDistance {
    /// Cost of one whole edit.
    static let unit: UInt16 = 20

    /// Substitution costs of two sounds, 32 x 32, by their place in the alphabet; the place behind z is for digits.
    private let substitution: [UInt16]
    /// Cost of a sound that one word lacks.
    private let gap: [UInt16]
    private var rows = [UInt16](repeating: 0, count: 3 * (PreparedName.longestForm + 2))

    init() {
        substitution = Self.costs.substitution
        gap = Self.costs.gap
    }

    private static let costs: (substitution: [UInt16], gap: [UInt16]) = {
        var table = [UInt16](repeating: unit, count: 32 * 32)
        for letter in 0..<32 { table[letter * 33] = 0 }
        table[26 * 33] = unit
        for (pair, cost) in near {
            let codes = pair.utf8.map { Int($0) - 97 }
            table[codes[0] * 32 + codes[1]] = cost
            table[codes[1] * 32 + codes[0]] = cost
        }
        var gap = [UInt16](repeating: unit, count: 32)
        for letter in "aeiou".utf8 { gap[Int(letter) - 97] = 12 }
        gap[Int(UInt8(ascii: "h")) - 97] = 10
        return (table, gap)
    }()

    /// The distance in twentieths.
    mutating func distance(_ left: [UInt8], _ leftRange: Range<Int>, _ right: [UInt8], _ rightRange: Range<Int>) -> Int
    {
        let width = rightRange.count + 1
        let size = rows.count / 3
        var before = 0
        var above = size
        var row = 2 * size
        rows[above] = 0
        for column in 1..<width {
            rows[above + column] = rows[above + column - 1] &+ gap[Self.code(right[rightRange.lowerBound + column - 1])]
        }
        var last = 31
        for leftIndex in leftRange {
            let letter = Self.code(left[leftIndex])
            rows[row] = rows[above] &+ gap[letter]
            var lastRight = 31
            for column in 1..<width {
                let other = Self.code(right[rightRange.lowerBound &+ column &- 1])
                var cost = rows[above &+ column &- 1] &+ substitution[letter &* 32 &+ other]
                cost = min(cost, rows[above &+ column] &+ gap[letter])
                cost = min(cost, rows[row &+ column &- 1] &+ gap[other])
                if letter == lastRight, other == last, column > 1, leftIndex > leftRange.lowerBound {
                    cost = min(cost, rows[before &+ column &- 2] &+ 14)
                }
                rows[row &+ column] = cost
                lastRight = other
            }
            last = letter
            (before, above, row) = (above, row, before)
        }
        return Int(rows[above + width - 1])
    }

    private static func code(_ byte: UInt8) -> Int { byte >= 97 ? Int(byte &- 97) & 31 : 26 }

    private static let near: [(String, UInt16)] = [
        ("ae", 8), ("ao", 10), ("au", 12), ("ai", 12), ("ei", 8), ("eo", 12), ("eu", 14), ("io", 14), ("iu", 12),
        ("ou", 6), ("bp", 10), ("dt", 8), ("gk", 10), ("fv", 6), ("sz", 6), ("sx", 8), ("cx", 9), ("ck", 14), ("cj", 8),
        ("cs", 12), ("jg", 8), ("jx", 12), ("jz", 9), ("ji", 7), ("jh", 10), ("mn", 14), ("lr", 16), ("hg", 10),
        ("kh", 12), ("bv", 10), ("uv", 8), ("ks", 14), ("pf", 14), ("hx", 14), ("ch", 13),
    ]
}
