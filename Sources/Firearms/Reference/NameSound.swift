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

    /// A sound further folded as Spanish and Portuguese speakers write what they hear: a vowel before S and a consonant
    /// (`ESMITH`), C before E and I as S, CS for X, GU and QU before E and I, GU for W (`GUINCHESTER`), U for L before a consonant
    /// (`COUT`), AU and OW as O (`BRAUNING`), a last E (`MOSBERGUE`).
    static func spoken(_ sound: [UInt8]) -> [UInt8] {
        let (e, i, u, l, s, o) = (
            UInt8(ascii: "E"), UInt8(ascii: "I"), UInt8(ascii: "U"), UInt8(ascii: "L"), UInt8(ascii: "S"),
            UInt8(ascii: "O")
        )
        var text = sound[...]
        if text.count > 3, text[0] == e || text[0] == i, text[1] == s, !text[2].isVowel { text = text.dropFirst() }
        if text.count > 3, text.starts(with: "GUI".utf8) || text.starts(with: "GUA".utf8) {
            text = [UInt8(ascii: "B")] + text.dropFirst(2)
        }
        if text.count > 4, text.last == e {
            text = text.dropLast()
            if text.last == u { text = text.dropLast() }
        }
        let bytes = Array(text)
        var out: [UInt8] = []
        for (place, byte) in bytes.enumerated() {
            let next = place + 1 < bytes.count ? bytes[place + 1] : 0
            var folded = byte
            switch byte {
            case UInt8(ascii: "C") where next == e || next == i || next == s: folded = s
            case u where next == e || next == i:
                if out.last == UInt8(ascii: "G") || out.last == UInt8(ascii: "C") { continue }
            case l where !next.isVowel && next != l: folded = u
            case UInt8(ascii: "B") where out.last == o && !next.isVowel && next != 0: continue
            default: break
            }
            if folded == u, let last = out.last, last == UInt8(ascii: "A") || last == o, !next.isVowel {
                out[out.count - 1] = o
            } else if out.last != folded {
                out.append(folded)
            }
        }
        return out
    }
}
