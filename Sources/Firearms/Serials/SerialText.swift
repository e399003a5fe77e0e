/// What an examiner wrote in the field for the serial number: every number in it, with its part and state, and the rest
/// of the text.
///
/// `NSR445 (Camara) e NSK346 (Ferrolho)` holds two numbers; `primeiro dígito não identificado 2345` holds `?2345`;
/// `número do cano 777, armação raspada` holds the barrel's 777 and a removed number of the frame. The words are in
/// `serial_words.csv`, in English, Spanish, Portuguese and a little French. Nothing written is lost: each letter and
/// digit stands in the text of a number or in ``remainder``.
public struct SerialText: Hashable, Sendable {
    /// Longer texts are read to here, in Unicode scalars; the rest goes to the remainder.
    public static let longestRead = 4_096

    /// What was written.
    public let raw: String
    /// The numbers in the written order; never empty. Words alone make one number with a state and no pattern, and so
    /// does an empty text (``NumberState/none``). At most 32.
    public let numbers: [SerialReading]
    /// Everything written that is not part of a number, in the written order: labels, parts, states, remarks.
    public let remainder: String
    /// Whether the text holds a number or says something about one; otherwise no word of it is known.
    public let isUnderstood: Bool
    /// Whether some word of the text is not known.
    public let hasUnknownWords: Bool

    /// Reads a text. Every text has a reading; the work grows with its length and nothing else.
    /// - Parameters:
    ///   - raw: what was written.
    ///   - part: the part that carries a number for which the text names none.
    public init(_ raw: String, part: NumberPart = .frame) {
        self.raw = raw
        if Self.isPlain(raw) {
            numbers = [SerialReading(number: FirearmNumber(part: part, text: raw))]
            remainder = ""
            isUnderstood = true
            hasUnknownWords = false
            return
        }
        let scalars = raw.unicodeScalars
        let cut = scalars.index(scalars.startIndex, offsetBy: Self.longestRead, limitedBy: scalars.endIndex)
        let tail = cut.map { String(raw[$0...]) } ?? ""
        let read = tail.isEmpty ? raw : String(raw.unicodeScalars[..<(cut ?? raw.endIndex)])
        let scanner = SerialScanner(read)
        let items = SerialItems.items(of: scanner.tokens, words: .standard)
        let elements = SerialElement.paired(SerialElement.elements(of: items))
        let drafts = SerialAssembly(elements).drafts
        let whole = raw.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if drafts.isEmpty {
            numbers = [SerialReading(number: FirearmNumber(part: part, text: whole, state: .none))]
            remainder = ""
            isUnderstood = false
            hasUnknownWords = true
            return
        }
        isUnderstood = true
        hasUnknownWords =
            !tail.isEmpty
            || elements.contains { element in
                guard case .word = element.kind else { return false }
                return element.text.split(whereSeparator: \.isWhitespace).contains {
                    $0.contains(where: \.isLetter)
                        && SerialWords.standard.meaning(of: TextKey.letters(String($0))) == nil
                }
            }
        let owned = Set(drafts.flatMap(\.elements))
        let loose = elements.indices.filter { !owned.contains($0) }
        numbers = drafts.enumerated().map { index, draft in
            Self.reading(draft, elements, part, whole: drafts.count == 1 ? whole : nil, loose: index == 0 ? loose : [])
        }
        let shown = Set(drafts.compactMap(\.textElement))
        let kept = elements.indices.filter { !shown.contains($0) || elements[$0].written != nil }.map {
            elements[$0].written ?? elements[$0].text
        }
        remainder = (kept + elements.map(\.remark) + scanner.remarks + [tail]).filter { !$0.isEmpty }.joined(
            separator: " ")
    }

    private static func reading(
        _ draft: SerialDraft, _ elements: [SerialElement], _ part: NumberPart, whole: String?, loose: [Int]
    ) -> SerialReading {
        var words: [String] = []
        var saysMore = false
        for index in Set(draft.elements + loose).sorted() {
            let element = elements[index]
            switch element.kind {
            case .label, .boundary: continue
            case .number:
                if index == draft.textElement && element.written == nil { continue }
                words.append(element.written ?? element.text)
                saysMore = true
            case .part: words.append(element.text)
            default:
                words.append(element.text)
                saysMore = true
            }
        }
        let remark = words.joined(separator: " ")
        let number = draft.number(defaultPart: part, remark: whole ?? remark)
        let isRemark = number.text == (whole ?? remark) && SerialPattern(draft.text ?? "").knownPlaces == 0
        // A part that became the number's part needs no second mention.
        return SerialReading(number: number, remainder: isRemark || !saysMore ? "" : remark)
    }

    /// Letters and digits with at least one digit, nothing else: most numbers, and they need no dictionary.
    private static func isPlain(_ text: String) -> Bool {
        var hasDigit = false
        var isZero = true
        var last: UInt8 = 0
        var beforeLast: UInt8 = 0
        // "SERIE123": no maker stamps five letters before the digits.
        if text.utf8.count >= 5, text.utf8.prefix(5).allSatisfy({ $0 >= UInt8(ascii: "A") }) { return false }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
            // A run of x stands for unreadable places.
            case UInt8(ascii: "x") where last == byte: return false
            case UInt8(ascii: "X") where last == byte && beforeLast == byte: return false
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): break
            default: return false
            }
            if byte != UInt8(ascii: "0") { isZero = false }
            (beforeLast, last) = (last, byte)
        }
        return hasDigit && !isZero
    }
}
