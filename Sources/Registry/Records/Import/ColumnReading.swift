import Firearms
import Matching

/// How well the text of one field was understood.
public enum Understanding: String, Sendable, Hashable, Codable, CaseIterable {
    /// Recognised, and nothing else is likely.
    case sure
    /// Recognised, but a person should look.
    case doubtful
    /// Not recognised; kept as written.
    case unknown
}

/// One field of a row, and how well it was understood.
struct ColumnReading: Sendable {
    /// The column, from 0.
    var column: Int
    var understanding: Understanding
    /// What was written, for texts that a person should look at.
    var text = ""
    /// What it was taken for: a code, or a number in the compared form.
    var meaning: String?
    /// The rule that took it so.
    var rule: String?

    /// From this confidence on a recognition is sure; below it "a person should look".
    static let sureFrom = 0.8

    init(_ column: Int, _ understanding: Understanding, _ text: String = "", meaning: String? = nil) {
        self.column = column
        self.understanding = understanding
        self.text = text
        self.meaning = meaning
    }

    /// A text held against the reference table.
    init<Value>(_ column: Int, _ text: String, _ found: Recognition<Value>?, _ code: (Value) -> String) {
        self.init(
            column, found.map { $0.confidence >= Self.sureFrom ? .sure : .doubtful } ?? .unknown, text,
            meaning: found.map { code($0.value) }
        )
        rule = found?.rule
    }

    /// A text about serial numbers: sure where all of it is numbers and known words, doubtful where a word of it is not
    /// known or people write the number where they know none, unknown where no word is.
    init(_ column: Int, _ text: String, _ serial: SerialText) {
        let numbers = serial.numbers.map(\.number)
        let understanding: Understanding =
            if !serial.isUnderstood {
                .unknown
            } else if serial.hasUnknownWords || numbers.contains(where: { $0.pattern.isPlaceholder }) {
                .doubtful
            } else {
                .sure
            }
        self.init(column, understanding, text, meaning: serial.isUnderstood ? serial.canonical : nil)
    }
}
