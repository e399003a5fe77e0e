/// The consonants of a Latin word in the classes that a script without vowels can tell apart: b also for p, f, v; s also
/// for sh; g also for j; k also for q; h also for kh. A vowel counts only at the beginning, as `a`. The same class
/// twice in a row counts once, so that vowels in between make no difference.
enum ConsonantFrame {
    /// - Parameter letters: a-z and 0-9.
    static func of(_ letters: [UInt8]) -> [UInt8] {
        var frame: [UInt8] = []
        func put(_ text: String) { for byte in text.utf8 where frame.last != byte { frame.append(byte) } }
        var place = 0
        while place < letters.count {
            let letter = letters[place]
            let following = place + 1 < letters.count ? letters[place + 1] : 0
            let isAspirated = following == UInt8(ascii: "h")
            var length = 1
            switch letter {
            case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
                UInt8(ascii: "y"):
                if place == 0 { put("a") }
            case UInt8(ascii: "w"): if place == 0 { put("b") }
            case UInt8(ascii: "b"), UInt8(ascii: "v"), UInt8(ascii: "f"): put("b")
            case UInt8(ascii: "p"):
                put("b")
                if isAspirated { length = 2 }
            case UInt8(ascii: "c"):
                if isAspirated {
                    put("ts")
                    length = 2
                } else {
                    let isSoft = following == UInt8(ascii: "e") || following == UInt8(ascii: "i")
                    put(isSoft ? "s" : "k")
                }
            case UInt8(ascii: "t"):
                if following == UInt8(ascii: "z") || following == UInt8(ascii: "s") {
                    put("s")
                    length = 2
                } else {
                    put("t")
                    if isAspirated { length = 2 }
                }
            case UInt8(ascii: "s"):
                put("s")
                if isAspirated { length = 2 }
            case UInt8(ascii: "z"):
                put(isAspirated ? "g" : "z")
                if isAspirated { length = 2 }
            case UInt8(ascii: "d"):
                put(following == UInt8(ascii: "j") ? "g" : "d")
                if isAspirated || following == UInt8(ascii: "j") { length = 2 }
            case UInt8(ascii: "k"):
                put(isAspirated ? "h" : "k")
                if isAspirated { length = 2 }
            case UInt8(ascii: "g"), UInt8(ascii: "j"):
                put("g")
                if isAspirated { length = 2 }
            case UInt8(ascii: "q"): put("k")
            case UInt8(ascii: "x"): put("ks")
            case UInt8(ascii: "h"): if place + 1 < letters.count { put("h") }
            default: if frame.last != letter { frame.append(letter) }
            }
            place += length
        }
        return frame
    }
}
