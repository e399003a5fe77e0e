import Foundation
import Toolmarks

/// JSON in files, with errors that name the file.
enum JSONFile {
    /// Reads a value.
    /// - Throws: ``CommandFailure``.
    static func read<Value: Decodable>(_ type: Value.Type, at path: String) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(contentsOf: URL(filePath: path)))
        } catch let error as DecodingError {
            throw CommandFailure("\(path) is not what is expected here: \(text(error)).")
        } catch let error as ToolmarksError {
            throw CommandFailure("\(path): \(error)")
        }
    }

    /// Writes a value; the file is there whole or not at all.
    static func write(_ value: some Encodable, to path: String) throws {
        try Data((JSONText.text(value, isLine: true) + "\n").utf8).write(to: URL(filePath: path), options: .atomic)
    }

    private static func text(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, _): "\"\(key.stringValue)\" is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            context.codingPath.isEmpty
                ? context.debugDescription
                : context.codingPath.map(\.stringValue).joined(separator: ".") + ": " + context.debugDescription
        @unknown default: "it cannot be read"
        }
    }
}
