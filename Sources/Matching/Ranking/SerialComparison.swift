import Firearms

/// Compares a number read with a recorded one, place by place, and says what agrees.
struct SerialComparison {
    private let read: String
    let bytes: [UInt8]
    private let stripped: Stripped

    init(_ read: SerialPattern) {
        self.read = read.normalised
        bytes = Array(read.normalised.utf8)
        stripped = Stripped(read)
    }

    /// Adds the reasons that the recorded number gives.
    func compare(_ recorded: String, into reasons: inout [MatchReason]) {
        if recorded == read && !bytes.contains(SerialPattern.unreadable) {
            reasons.append(
                MatchReason("serial.equal", weight: MatchWeights.places(bytes.count), arguments: [recorded])
            )
            return
        }
        let other = Array(recorded.utf8)
        if other.count == bytes.count, let places = Places(other, bytes) {
            places.addReasons(to: &reasons) { $0 }
            return
        }
        if compareStripped(recorded, into: &reasons) { return }
        if compareMisread(other, into: &reasons) || comparePart(other, into: &reasons) { return }
        compareSides(other, recorded, into: &reasons)
    }

    private func compareStripped(_ recorded: String, into reasons: inout [MatchReason]) -> Bool {
        let other = SerialPattern(recorded).withoutEmbeddedLetters
        guard other.utf8.count == stripped.bytes.count,
            stripped.isShorter || other.utf8.count < recorded.utf8.count,
            let places = Places(Array(other.utf8), stripped.bytes)
        else { return false }
        places.addReasons(to: &reasons) { stripped.places[$0] }
        reasons.append(MatchReason("serial.embedded", weight: MatchWeights.embedded, arguments: [recorded, read]))
        return true
    }

    /// Numbers of different length, or of one length with a contradiction: what their beginnings and ends say.
    private func compareSides(_ other: [UInt8], _ recorded: String, into reasons: inout [MatchReason]) {
        let beginning = agreement(other, bytes)
        let end = agreement(other.lazy.reversed(), bytes.lazy.reversed())
        var isContradicted = beginning == nil || end == nil
        var left = min(other.count, bytes.count)
        for (code, count) in [("serial.beginning", beginning), ("serial.end", end)] {
            guard let count, count > 0 else { continue }
            let counted = min(count, left)
            left -= counted
            if counted > 0 {
                let weight = MatchWeights.places(counted) + MatchWeights.oneSideOnly
                reasons.append(MatchReason(code, weight: weight, arguments: [String(counted)]))
            }
        }
        // One number inside another: its other side has nothing to compare with and contradicts nothing.
        let shorter = min(other.count, bytes.count)
        if beginning == shorter || end == shorter { isContradicted = false }
        if isContradicted || (beginning ?? 0) + (end ?? 0) == 0 {
            reasons.append(
                MatchReason("serial.differs", weight: MatchWeights.serialDiffers, arguments: [recorded, read])
            )
        }
    }

    /// Places that agree from the start until something is unreadable or over; nil when two readable ones disagree.
    private func agreement(_ left: some Sequence<UInt8>, _ right: some Sequence<UInt8>) -> Int? {
        var count = 0
        for (left, right) in zip(left, right) {
            if left == SerialPattern.unreadable || right == SerialPattern.unreadable { return count }
            if SerialPattern.confusableClass(of: left) != SerialPattern.confusableClass(of: right) { return nil }
            count += 1
        }
        return count
    }
}

/// A number without embedded letters, and where each remaining place stands in the number.
private struct Stripped {
    var bytes: [UInt8]
    var places: [Int]
    /// Whether letters were left out.
    let isShorter: Bool

    init(_ pattern: SerialPattern) {
        bytes = Array(pattern.withoutEmbeddedLetters.utf8)
        places = []
        isShorter = bytes.count < pattern.normalised.utf8.count
        var next = 0
        for (place, byte) in pattern.normalised.utf8.enumerated() where next < bytes.count {
            let becomesZero = byte == UInt8(ascii: "O") && bytes[next] == UInt8(ascii: "0")
            if bytes[next] == byte || becomesZero {
                places.append(place)
                next += 1
            }
        }
    }
}

/// Two numbers of the same length without contradiction.
struct Places {
    private var agreeing = 0
    private var unreadable: [Int] = []
    private var confused: [(recorded: UInt8, read: UInt8, place: Int)] = []
    private let count: Int

    /// Nil when two readable places disagree beyond confusion.
    init?(_ recorded: [UInt8], _ read: [UInt8]) {
        count = read.count
        for place in read.indices {
            let left = recorded[place]
            let right = read[place]
            if left == SerialPattern.unreadable || right == SerialPattern.unreadable {
                unreadable.append(place)
            } else if left == right {
                agreeing += 1
            } else if SerialPattern.confusableClass(of: left) == SerialPattern.confusableClass(of: right) {
                confused.append((left, right, place))
            } else {
                return nil
            }
        }
    }

    func addReasons(to reasons: inout [MatchReason], placeInRead: (Int) -> Int) {
        let weight = MatchWeights.places(agreeing)
        if unreadable.isEmpty {
            reasons.append(MatchReason("serial.agrees", weight: weight, arguments: [String(agreeing), String(count)]))
        } else {
            let places = unreadable.map { String(placeInRead($0) + 1) }.joined(separator: ",")
            reasons.append(
                MatchReason(
                    "serial.unreadable",
                    weight: weight + Double(unreadable.count) * MatchWeights.unreadablePlace,
                    arguments: [String(agreeing), String(count), places]
                )
            )
        }
        for (recorded, read, place) in confused {
            reasons.append(
                MatchReason(
                    "serial.confusable", weight: MatchWeights.confusion(recorded, read),
                    arguments: [Self.text(recorded), Self.text(read), String(placeInRead(place) + 1)]
                )
            )
        }
    }

    static func text(_ byte: UInt8) -> String { String(Unicode.Scalar(byte)) }
}
