/// Cuts a text into the numbers and words that may name a calibre.
struct CalibreText {
    private(set) var atoms: [CalibreAtom] = []
    /// Whether a word was understood only as a misspelling of another.
    private(set) var isMisspelt = false

    /// Whether words other than units were left out.
    private(set) var hasLeftOut = false

    private struct Run {
        var text: String
        let isNumber: Bool
        var hasComma = false
        var isMarked = false
        var isInches = false
        /// Whether a slash or another sign that keeps two things apart stands before it.
        var isAfterSlash = false
        /// Whether nothing stands between it and the run before.
        let isGlued: Bool
    }

    /// Reads a text of any script; letters and digits are brought to A-Z and 0-9.
    init(_ raw: String) {
        translate(Self.runs(Self.repaired(Self.ascii(raw))))
    }

    /// The key by which an alias is found whatever the units, the language and the shortening.
    var key: String { atoms.map(\.text).joined() }

    private mutating func translate(_ runs: [Run]) {
        let words = CalibreWords.standard
        var place = 0
        var isMarked = false
        var isApart = false
        var isAfterOr = false

        func put(_ atom: CalibreAtom) {
            var atom = atom
            atom.isApart = isApart
            atom.isAfterOr = isAfterOr
            atoms.append(atom)
            (isMarked, isApart, isAfterOr) = (false, false, false)
        }

        while place < runs.count {
            let run = runs[place]
            if run.isAfterSlash { isAfterOr = true }
            if run.isNumber {
                var atom = CalibreAtom(text: run.text, isNumber: true, isMarked: run.isMarked || isMarked)
                atom.hasComma = run.hasComma
                atom.isInches = run.isInches
                atom.isInCode = run.isGlued && !(atoms.last?.isKnown ?? true)
                put(atom)
                place += 1
                continue
            }
            let (length, meaning) = phrase(at: place, in: runs, words)
            switch meaning {
            case .word(let text)?:
                put(CalibreAtom(text: text, isNumber: false))
            case .calibre?:
                isMarked = true
                isApart = true
                hasLeftOut = true
                // "38 CAL", but "Glock 22 CAL 9": the number after the word goes before the one in front of it.
                let isBefore = place + length < runs.count && runs[place + length].isNumber
                if let last = atoms.indices.last, atoms[last].isNumber, !isBefore { atoms[last].isMarked = true }
            case .or?: isAfterOr = true
            case .ignored?:
                isApart = true
                hasLeftOut = hasLeftOut || !run.text.hasPrefix("MM")
                if place > 0, runs[place - 1].isNumber, let last = atoms.indices.last { mark(last, unit: run.text) }
            case nil:
                let isKnown = run.text == "X" || run.text == "R"
                if !isKnown, let meant = words.misspelt(run.text), case .word(let text) = meant {
                    isMisspelt = true
                    put(CalibreAtom(text: text, isNumber: false))
                } else if !isKnown, words.misspelt(run.text) == .calibre {
                    isMarked = true
                } else {
                    if run.isGlued, !isKnown, let last = atoms.indices.last { atoms[last].isInCode = true }
                    put(CalibreAtom(text: run.text, isNumber: false, isKnown: isKnown))
                }
            }
            place += length
        }
    }

    private mutating func mark(_ place: Int, unit: String) {
        if unit.hasPrefix("M") {
            atoms[place].isMarked = true
            atoms[place].isMillimetres = true
        } else if unit.hasPrefix("IN") || unit.hasPrefix("PO") || unit.hasPrefix("PU") {
            atoms[place].isInches = true
        }
    }

    private func phrase(at place: Int, in runs: [Run], _ words: CalibreWords) -> (Int, CalibreWords.Meaning?) {
        for length in stride(from: min(CalibreWords.longestPhrase, runs.count - place), to: 0, by: -1) {
            let part = runs[place..<(place + length)]
            if part.contains(where: \.isNumber) || part.dropFirst().contains(where: \.isAfterSlash) { continue }
            let text = part.map(\.text).joined(separator: " ")
            // "C" announces a calibre only directly before a number: C-12.
            if text == "C", !(place + 1 < runs.count && runs[place + 1].isNumber) { continue }
            // "G" is a gauge only directly after a number: 12G, and not Glock's G20.
            if text == "G", !(place > 0 && runs[place - 1].isNumber) { continue }
            if let meaning = words[text] { return (length, meaning) }
        }
        return (1, nil)
    }

    /// The runs of digits and of letters.
    private static func runs(_ bytes: [UInt8]) -> [Run] {
        var runs: [Run] = []
        var place = 0
        var isAfterSlash = false
        var end = -1
        while place < bytes.count {
            let byte = bytes[place]
            let start = place
            if byte.isDigit {
                let hasPoint = start > 0 && bytes[start - 1].isPoint && !(start > 1 && bytes[start - 2].isDigit)
                place = numberEnd(bytes, start)
                let isFirst = !runs.contains(where: \.isNumber)
                let text = number(bytes[start..<place], isFirst: isFirst)
                let isGlued = end == start && !isAfterSlash
                let isInches = place < bytes.count && (bytes[place] == 34 || bytes[place...].starts(with: "&QUOT".utf8))
                runs.append(
                    Run(
                        text: text, isNumber: true, hasComma: bytes[start..<place].contains(UInt8(ascii: ",")),
                        isMarked: hasPoint || text.contains("."), isInches: isInches,
                        isAfterSlash: isAfterSlash, isGlued: isGlued
                    )
                )
                (isAfterSlash, end) = (false, place)
            } else if byte.isLetter {
                let text = letters(bytes, &place)
                for (index, part) in split(text, afterNumber: end == start).enumerated() {
                    runs.append(
                        Run(
                            text: part, isNumber: false, isAfterSlash: isAfterSlash && index == 0,
                            isGlued: end == start
                        )
                    )
                }
                (isAfterSlash, end) = (false, place)
            } else {
                if byte == UInt8(ascii: "+"), place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "P") {
                    place += 2  // +P is a loading, not a calibre.
                    continue
                }
                if "/;|()[]{}\\".utf8.contains(byte) { isAfterSlash = isAfterSlash || byte.isOrSign }
                place += 1
            }
        }
        return runs
    }

    private static func numberEnd(_ bytes: [UInt8], _ start: Int) -> Int {
        var place = start
        var hasPoint = false
        while place < bytes.count {
            if bytes[place].isDigit {
                place += 1
            } else if bytes[place].isPoint, !hasPoint, place + 1 < bytes.count, bytes[place + 1].isDigit {
                hasPoint = true
                place += 1
            } else {
                break
            }
        }
        return place
    }

    /// A number without needless zeros: 0.38 and .38 are 38, 9.0 is 9, 09 is 9; the 06 of 30-06 stays.
    private static func number(_ bytes: ArraySlice<UInt8>, isFirst: Bool) -> String {
        var text = String(decoding: bytes, as: UTF8.self).replacing(",", with: ".")
        if text.contains(".") {
            if text.hasPrefix("0.") { text.removeFirst(2) }
            let fraction = text.drop { $0 != "." }.dropFirst()
            if fraction.allSatisfy({ $0 == "0" }) { text = String(text.prefix { $0 != "." }) }
        }
        while isFirst, text.utf8.count > 1, text.hasPrefix("0"), !text.hasPrefix("0.") { text.removeFirst() }
        return text
    }

    /// A run of letters; a point between single letters joins them (`A.C.P.`), as does `&` (`S & W`).
    private static func letters(_ bytes: [UInt8], _ place: inout Int) -> String {
        var text: [UInt8] = []
        var sinceJoin = 0
        while place < bytes.count {
            let byte = bytes[place]
            if byte.isLetter {
                text.append(byte)
                sinceJoin += 1
                place += 1
                continue
            }
            guard sinceJoin == 1 else { break }
            var next = place
            while next < bytes.count, bytes[next] == UInt8(ascii: " ") { next += 1 }
            let isAnd = next < bytes.count && bytes[next] == UInt8(ascii: "&")
            if isAnd { next += 1 }
            while isAnd, next < bytes.count, bytes[next] == UInt8(ascii: " ") { next += 1 }
            let isPoint = byte == UInt8(ascii: ".")
            if isPoint && !isAnd { next = place + 1 }
            guard isAnd || isPoint, next < bytes.count, bytes[next].isLetter else { break }
            place = next
            sinceJoin = 0
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Parts words that were written onto a unit: `MMX` after a 9, `MMLUGER`.
    private static func split(_ text: String, afterNumber: Bool) -> [String] {
        if afterNumber, text.hasPrefix("MM"), text.utf8.count > 2 { return ["MM", String(text.dropFirst(2))] }
        return [text]
    }
}
