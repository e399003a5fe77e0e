import Firearms

/// The numbers that one row of a form, or one object of a request, states.
///
/// Where a state is given, the text is one number as it stands. Where it is left open, the text says itself how many
/// numbers it holds, on which parts and how readable: `NSR445 (Camara) e NSK346 (Ferrolho)`, `raspado`.
struct StatedNumbers {
    let readings: [SerialReading]

    init(_ text: String, part: NumberPart, state: NumberState?) {
        if let state {
            readings = [SerialReading(number: FirearmNumber(part: part, text: text, state: state))]
        } else {
            readings = SerialText(text, part: part).numbers
        }
    }

    var numbers: [FirearmNumber] { readings.map(\.number) }

    /// What was written besides; empty where there was nothing else.
    var remainder: String { readings.map(\.remainder).filter { !$0.isEmpty }.joined(separator: "; ") }
}

extension SerialPattern {
    /// The places that cannot be read, counted from 1.
    var unreadablePlaces: [Int] {
        normalised.utf8.enumerated().compactMap { $1 == Self.unreadable ? $0 + 1 : nil }
    }
}
