extension SerialReading {
    /// Reads an examiner's text: a number, a number with unreadable places, or words for a number that is not there.
    ///
    /// `RASPADO` is removed; `TKR?2345` is partial; `J 81825 (revelado no cano)` is restored with the remainder kept;
    /// `RASPADO TKR` is partial, since letters were still read; `No. 1234` is legible, the label dropped. A text with
    /// two numbers is read as one: telling the parts apart needs more than word lists.
    /// - Parameters:
    ///   - text: what was written.
    ///   - part: the part of the firearm that the text speaks of.
    public init(_ text: String, part: NumberPart = .frame) {
        if Self.isPlain(text) {
            self.init(number: FirearmNumber(part: part, text: text, state: .legible))
        } else {
            self = SerialWords.standard.read(text, part: part)
        }
    }

    /// Letters and digits with at least one digit, nothing else: most numbers, and they need no dictionary.
    private static func isPlain(_ text: String) -> Bool {
        var hasDigit = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): continue
            default: return false
            }
        }
        return hasDigit
    }
}
