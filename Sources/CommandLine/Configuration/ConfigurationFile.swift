import Foundation

/// A configuration file, read only to check it: every key known, every value of its kind.
struct ConfigurationFile {
    /// Values as text, by key.
    private(set) var values: [String: String] = [:]

    /// - Throws: ``CommandFailure`` naming the file and the key that is wrong.
    init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure("The configuration file \(path) cannot be read. Name another with --configuration.")
        }
        do {
            try self.init(json: data, path: path)
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw CommandFailure("The configuration file \(path) is not JSON: \(error.localizedDescription)")
        }
    }

    /// Checks the content of a file.
    init(json: Data, path: String) throws {
        guard let object = try JSONSerialization.jsonObject(with: json) as? [String: Any] else {
            throw CommandFailure("The configuration file \(path) must hold a JSON object: { ... }.")
        }
        try take(object, prefix: "", path: path)
    }

    private mutating func take(_ object: [String: Any], prefix: String, path: String) throws {
        for (name, value) in object.sorted(by: { $0.key < $1.key }) {
            let key = prefix + name
            if let inner = value as? [String: Any] {
                try take(inner, prefix: key + ".", path: path)
                continue
            }
            guard let known = ConfigurationKey.named(key) else {
                throw CommandFailure(
                    "\(path): there is no setting \"\(key)\". 'cartouche configuration' lists the settings."
                )
            }
            let text = Self.text(value, of: known.kind)
            if let problem = text.map(known.problem) ?? "\(key) takes: \(known.allowed)." {
                throw CommandFailure("\(path): \(problem)")
            }
            values[key] = text
        }
    }

    /// The value as text, nil where the JSON type is another one than the setting's.
    private static func text(_ value: Any, of kind: ConfigurationKey.Kind) -> String? {
        switch kind {
        case .text, .choice, .address, .paths: value as? String
        case .number: value is Bool || value is String ? nil : (value as? Int).map { "\($0)" }
        case .flag: (value as? Bool).map { "\($0)" }
        }
    }
}
