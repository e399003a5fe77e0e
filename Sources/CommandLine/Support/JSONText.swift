import Foundation

/// Results for programs: JSON with sorted keys.
enum JSONText {
    /// - Parameter isLine: whether everything stands on one line, as in JSON Lines.
    static func text(_ value: some Encodable, isLine: Bool = false) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting =
            isLine ? [.sortedKeys, .withoutEscapingSlashes] : [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
