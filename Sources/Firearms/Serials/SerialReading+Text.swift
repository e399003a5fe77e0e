extension SerialReading {
    /// The first number of an examiner's text; ``SerialText`` gives them all.
    ///
    /// `RASPADO` is removed; `TKR?2345` is partial; `J 81825 (revelado no cano)` is a restored number of the barrel;
    /// `RASPADO TKR` is partial, since letters were still read; `No. 1234` is legible, the label dropped. Where the text
    /// holds several numbers this is the first that can be compared, and the remainder keeps the others.
    /// - Parameters:
    ///   - text: what was written.
    ///   - part: the part of the firearm that the text speaks of, unless it names another.
    public init(_ text: String, part: NumberPart = .frame) {
        let read = SerialText(text, part: part)
        let index = read.numbers.firstIndex { !$0.pattern.isEmpty } ?? 0
        self = read.numbers[index]
        guard read.numbers.count > 1 else { return }
        let others = read.numbers.indices.filter { $0 != index }.map { place in
            let other = read.numbers[place]
            return ([other.number.part.rawValue + ":", other.number.text, other.remainder]).filter { !$0.isEmpty }
                .joined(separator: " ")
        }
        remainder = ([remainder] + others).filter { !$0.isEmpty }.joined(separator: "; ")
    }

    /// The number in the compared form; empty when words stand in its place.
    public var pattern: SerialPattern {
        let pattern = number.pattern
        let isRemark = number.state == .privatelyMade && !pattern.normalised.utf8.contains { $0 <= UInt8(ascii: "9") }
        return isRemark ? SerialPattern("") : pattern
    }
}
