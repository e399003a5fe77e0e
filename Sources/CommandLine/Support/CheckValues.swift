import Firearms
import Registry

/// Reads the coded values of a check, as options and batch files give them.
enum CheckValues {
    /// - Throws: ``CommandFailure`` that lists the codes.
    static func purpose(_ text: String?) throws(CommandFailure) -> Purpose? {
        try value(text, "purpose", codes: Purpose.allCases.map(\.rawValue)) { Purpose(rawValue: $0) }
    }

    /// - Throws: ``CommandFailure`` that lists the codes.
    static func type(_ text: String?) throws(CommandFailure) -> FirearmType? {
        try value(text, "type", codes: FirearmType.all.map(\.rawValue)) { FirearmType($0) }
    }

    /// - Throws: ``CommandFailure`` where it is no country.
    static func country(_ text: String?) throws(CommandFailure) -> Country? {
        try value(text, "country", codes: ["a two-letter code of ISO 3166-1, such as BR"]) { Country($0) }
    }

    private static func value<Value>(
        _ text: String?, _ name: String, codes: [String], _ read: (String) -> Value?
    ) throws(CommandFailure) -> Value? {
        guard let text, !text.isEmpty else { return nil }
        if let value = read(text) ?? read(text.lowercased()) { return value }
        throw CommandFailure("\"\(text)\" is no \(name). It is one of: \(codes.joined(separator: ", ")).")
    }
}
