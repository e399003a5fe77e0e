import Foundation

/// The fields of a query or of a form in `application/x-www-form-urlencoded` (WHATWG URL standard, section 5).
struct FormFields: Sendable, Hashable {
    private(set) var pairs: [(name: String, value: String)] = []

    init() {}

    /// Reads encoded fields; what is not valid percent encoding is kept as it stands.
    init(encoded text: Substring) {
        for part in text.split(separator: "&") {
            let pieces = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            pairs.append((Self.decoded(pieces[0]), pieces.count > 1 ? Self.decoded(pieces[1]) : ""))
        }
    }

    /// The value of the first field of a name without white space around it; nil where there is none or it is empty.
    subscript(_ name: String) -> String? {
        guard let value = pairs.first(where: { $0.name == name })?.value else { return nil }
        let trimmed = value.trimmingCharacters(in: .whitespacesAndNewlines)
        return trimmed.isEmpty ? nil : trimmed
    }

    /// Adds a field.
    mutating func append(_ name: String, _ value: String) { pairs.append((name, value)) }

    /// Puts a value in the place of every field of a name.
    mutating func set(_ name: String, _ value: String) {
        pairs.removeAll { $0.name == name }
        append(name, value)
    }

    /// Every value of a name, in order, as sent.
    func all(_ name: String) -> [String] {
        pairs.filter { $0.name == name }.map(\.value)
    }

    /// The value as sent, with its white space; for passwords.
    func exact(_ name: String) -> String? { pairs.first { $0.name == name }?.value }

    static func == (left: Self, right: Self) -> Bool {
        left.pairs.elementsEqual(right.pairs) { $0 == $1 }
    }

    func hash(into hasher: inout Hasher) {
        for pair in pairs {
            hasher.combine(pair.name)
            hasher.combine(pair.value)
        }
    }

    private static func decoded(_ text: Substring) -> String {
        let spaced = text.replacing("+", with: " ")
        return spaced.removingPercentEncoding ?? String(spaced)
    }
}
