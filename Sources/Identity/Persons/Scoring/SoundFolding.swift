/// How a Latin word sounds, roughly and for many languages at once: the spellings that different countries give one
/// name come out the same or nearly so. `x` stands for sh, `c` for ch, `j` for zh and dj, `h` for kh.
///
/// Not a phonetic code with one rule set for one language (Soundex, Metaphone): vowels stay, so that an edit distance
/// can still tell how near two words are (P. Christen, A comparison of personal name matching, 2006,
/// doi:10.1109/ICDMW.2006.2).
enum SoundFolding {
    /// - Parameter letters: a-z and 0-9.
    static func fold(_ letters: [UInt8]) -> [UInt8] {
        var folding = Folding(letters: letters)
        while folding.place < letters.count { folding.step() }
        return folding.ended()
    }

    private struct Folding {
        let letters: [UInt8]
        var place = 0
        var sound: [UInt8] = []

        init(letters: [UInt8]) {
            self.letters = letters
            sound.reserveCapacity(letters.count)
        }

        func next(_ offset: Int) -> UInt8 { place + offset < letters.count ? letters[place + offset] : 0 }

        func isNext(_ text: String) -> Bool {
            var offset = 0
            for byte in text.utf8 {
                if next(offset) != byte { return false }
                offset += 1
            }
            return true
        }

        static func isVowel(_ letter: UInt8) -> Bool {
            letter == 97 || letter == 101 || letter == 105 || letter == 111 || letter == 117 || letter == 121
        }

        mutating func put(_ letter: Character, _ length: Int) {
            let byte = letter.asciiValue ?? 0
            if sound.last != byte { sound.append(byte) }
            place += length
        }

        mutating func step() {
            switch letters[place] {
            case UInt8(ascii: "s"): stepS()
            case UInt8(ascii: "c"): stepC()
            case UInt8(ascii: "t"): stepT()
            case UInt8(ascii: "d"):
                if isNext("dzh") {
                    put("j", 3)
                } else if isNext("dj") {
                    put("j", 2)
                } else if isNext("dz") {
                    put("z", 2)
                } else if isNext("dh") {
                    put("d", 2)
                } else if isNext("dt") {
                    put("t", 2)
                } else {
                    put("d", 1)
                }
            case UInt8(ascii: "z"):
                if isNext("zh") { put("j", 2) } else if isNext("zz") { put("s", 2) } else { put("z", 1) }
            case UInt8(ascii: "k"): put(isNext("kh") ? "h" : "k", isNext("kh") ? 2 : 1)
            case UInt8(ascii: "g"): stepG()
            case UInt8(ascii: "p"): put(isNext("ph") ? "f" : "p", isNext("ph") ? 2 : 1)
            case UInt8(ascii: "b"): put("b", isNext("bh") ? 2 : 1)
            case UInt8(ascii: "q"): put("k", isNext("qu") && Self.isVowel(next(2)) ? 2 : 1)
            case UInt8(ascii: "x"):
                if place == 0 {
                    put("x", 1)
                } else {
                    put("k", 0)
                    put("s", 1)
                }
            case UInt8(ascii: "w"): put("v", 1)
            case UInt8(ascii: "h"): stepH()
            case UInt8(ascii: "j"): stepJ()
            case UInt8(ascii: "y"):
                if place == 0, next(1) == UInt8(ascii: "e") { place += 1 } else { put("i", 1) }
            case UInt8(ascii: "i"):
                if place == 0, next(1) == UInt8(ascii: "e") { place += 1 } else { put("i", 1) }
            case UInt8(ascii: "o"): put(isNext("ou") || isNext("oo") ? "u" : "o", isNext("ou") || isNext("oo") ? 2 : 1)
            case UInt8(ascii: "e"): put(isNext("ee") ? "i" : "e", isNext("ee") ? 2 : 1)
            case let letter:
                if sound.last != letter || letter < 58 { sound.append(letter) }
                place += 1
            }
        }

        private mutating func stepS() {
            if isNext("shch") {
                put("x", 4)
            } else if isNext("sch") {
                put("x", 3)
            } else if isNext("sh") || isNext("sz") {
                put("x", 2)
            } else {
                put("s", 1)
            }
        }

        private mutating func stepC() {
            if isNext("ch") || isNext("cz") || isNext("cs") {
                put("c", 2)
            } else if isNext("ck") || isNext("cq") {
                put("k", 2)
            } else if isNext("cc") {
                put("k", 2)
            } else {
                let isSoft =
                    next(1) == UInt8(ascii: "e") || next(1) == UInt8(ascii: "i") || next(1) == UInt8(ascii: "y")
                put(isSoft ? "s" : "k", 1)
            }
        }

        private mutating func stepT() {
            if isNext("tsch") {
                put("c", 4)
            } else if isNext("tch") {
                put("c", 3)
            } else if isNext("ts") || isNext("tz") {
                put("s", 2)
            } else if isNext("th") {
                put("t", 2)
            } else {
                put("t", 1)
            }
        }

        private mutating func stepG() {
            if isNext("gh") {
                put("g", 2)
            } else if isNext("gj") {
                put("j", 2)
            } else if isNext("gu") {
                let isMute = next(2) == UInt8(ascii: "e") || next(2) == UInt8(ascii: "i")
                put("g", isMute ? 2 : 1)
            } else {
                put("g", 1)
            }
        }

        /// An h that only lengthens a vowel is not heard.
        private mutating func stepH() {
            let isAfterVowel = place > 0 && Self.isVowel(letters[place - 1])
            if isAfterVowel, place + 1 == letters.count || !Self.isVowel(next(1)) { place += 1 } else { put("h", 1) }
        }

        private mutating func stepJ() {
            let isAfterVowel = place > 0 && Self.isVowel(letters[place - 1])
            let isBeforeVowel = Self.isVowel(next(1))
            let isGlide = place > 0 && (isBeforeVowel ? !isAfterVowel : true)
            put(isGlide ? "i" : "j", 1)
        }

        /// Word ends that only spelling tells apart: Romanoff and Romanov.
        consuming func ended() -> [UInt8] {
            if sound.count >= 5, sound.last == UInt8(ascii: "f") {
                let before = sound[sound.count - 2]
                if before == UInt8(ascii: "o") || before == UInt8(ascii: "e") {
                    sound[sound.count - 1] = UInt8(ascii: "v")
                }
            }
            return sound
        }
    }
}
