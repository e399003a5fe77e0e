/// Folds names that sound alike in English, Spanish or Portuguese: `VERETA`, `BERRETTA` and `BERETTA` become one.
///
/// A small set of rules in the manner of Soundex, but keeping the vowels: V, W as B; K, Q, CK as C; Z, X as S; Y as I;
/// J as G; PH as F; a silent H and the second of two equal letters are dropped; 0, 1, 5 are read as O, I, S.
enum NameSound {
    /// The folded form of capital letters and digits.
    static func fold(_ key: some Collection<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(key.count)
        for byte in key {
            let folded: UInt8
            switch byte {
            case UInt8(ascii: "H"):
                if out.last == UInt8(ascii: "P") { out[out.count - 1] = UInt8(ascii: "F") }
                continue
            case UInt8(ascii: "V"), UInt8(ascii: "W"): folded = UInt8(ascii: "B")
            case UInt8(ascii: "K"), UInt8(ascii: "Q"): folded = UInt8(ascii: "C")
            case UInt8(ascii: "Z"), UInt8(ascii: "X"), UInt8(ascii: "5"): folded = UInt8(ascii: "S")
            case UInt8(ascii: "Y"), UInt8(ascii: "1"): folded = UInt8(ascii: "I")
            case UInt8(ascii: "J"): folded = UInt8(ascii: "G")
            case UInt8(ascii: "0"): folded = UInt8(ascii: "O")
            default: folded = byte
            }
            if out.last != folded { out.append(folded) }
        }
        return out
    }
}
