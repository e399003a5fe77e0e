import Firearms
import Foundation
import Hummingbird
import NIOCore
import Registry

/// Reads the fields of a JSON object one by one and notes everything that is wrong, so that one answer names every
/// wrong field, unknown ones too.
struct JSONBody {
    private(set) var failures: [FieldFailure] = []
    private let object: [String: Any]
    private let path: String
    private var used: Set<String> = []

    /// Largest JSON body, bytes.
    static let largest = 1_048_576

    /// Collects and reads the body of a request.
    /// - Throws: `Problem` `too-large`, or `invalid` where it is not a JSON object.
    static func read(_ request: Request) async throws -> JSONBody {
        // Refused by its announced length before a byte of it is taken.
        let announced = request.headers[.contentLength].flatMap { Int($0) } ?? 0
        guard announced <= largest else { throw Problem.tooLarge }
        let buffer: ByteBuffer
        do {
            buffer = try await request.body.collect(upTo: largest)
        } catch is NIOTooManyBytesError {
            throw Problem.tooLarge
        }
        let parsed = try? JSONSerialization.jsonObject(with: Data(buffer.readableBytesView))
        guard let object = parsed as? [String: Any] else {
            throw Problem(
                code: "invalid", status: .badRequest, failures: [FieldFailure("", "not-a-json-object")]
            )
        }
        return JSONBody(object: object, path: "")
    }

    init(object: [String: Any], path: String) {
        self.object = object
        self.path = path
    }

    mutating func string(_ name: String) -> String? {
        guard let value = take(name) else { return nil }
        if let text = value as? String { return text.isEmpty ? nil : text }
        note(name, "not-text", "\(value)")
        return nil
    }

    mutating func requiredString(_ name: String) -> String {
        if let text = string(name) { return text }
        if !failures.contains(where: { $0.field == path + name }) { note(name, "required") }
        return ""
    }

    mutating func integer(_ name: String) -> Int? {
        guard let value = take(name) else { return nil }
        if let number = Self.number(value), let whole = Int(exactly: number) { return whole }
        note(name, "not-a-number", "\(value)")
        return nil
    }

    mutating func number(_ name: String) -> Double? {
        guard let value = take(name) else { return nil }
        if let number = Self.number(value), number.isFinite { return number }
        note(name, "not-a-number", "\(value)")
        return nil
    }

    mutating func boolean(_ name: String) -> Bool? {
        guard let value = take(name) else { return nil }
        if Self.isBoolean(value), let flag = value as? Bool { return flag }
        note(name, "invalid", "\(value)")
        return nil
    }

    /// A coded value; a code that is not known is noted.
    /// - Parameter failure: the code of the failure that is noted.
    mutating func code<Value>(
        _ name: String, failure: String = "unknown-code", _ read: (String) -> Value?
    ) -> Value? {
        guard let text = string(name) else { return nil }
        if let value = read(text) { return value }
        note(name, failure, text)
        return nil
    }

    mutating func requiredCode<Value>(_ name: String, _ read: (String) -> Value?) -> Value? {
        let text = requiredString(name)
        guard !text.isEmpty else { return nil }
        if let value = read(text) { return value }
        note(name, "unknown-code", text)
        return nil
    }

    mutating func strings(_ name: String) -> [String] {
        guard let value = take(name) else { return [] }
        if let texts = value as? [String] { return texts }
        note(name, "invalid", "\(value)")
        return []
    }

    mutating func integers(_ name: String) -> [Int] {
        guard let value = take(name) else { return [] }
        let numbers = (value as? [Any])?.map { Self.number($0).flatMap { Int(exactly: $0) } }
        if let numbers, !numbers.contains(nil) { return numbers.compactMap { $0 } }
        note(name, "invalid")
        return []
    }

    /// Texts or nulls.
    mutating func optionalStrings(_ name: String) -> [String?] {
        guard let value = take(name) else { return [] }
        guard let items = value as? [Any] else {
            note(name, "invalid", "\(value)")
            return []
        }
        return items.enumerated().map { index, item in
            if !(item is String || item is NSNull) { note("\(name)[\(index)]", "not-text", "\(item)") }
            return item as? String
        }
    }

    /// The objects of an array, each read by a body whose failures are passed on with their place.
    mutating func objects<Value>(_ name: String, _ read: (inout JSONBody) -> Value?) -> [Value] {
        guard let value = take(name) else { return [] }
        guard let objects = value as? [[String: Any]] else {
            note(name, "invalid", "\(value)")
            return []
        }
        return objects.enumerated().compactMap { index, object in
            var body = JSONBody(object: object, path: "\(path)\(name)[\(index)].")
            let value = read(&body)
            failures += body.finished()
            return value
        }
    }

    mutating func object<Value>(_ name: String, _ read: (inout JSONBody) -> Value?) -> Value? {
        guard let value = take(name) else { return nil }
        guard let object = value as? [String: Any] else {
            note(name, "invalid", "\(value)")
            return nil
        }
        var body = JSONBody(object: object, path: "\(path)\(name).")
        let result = read(&body)
        failures += body.finished()
        return result
    }

    mutating func note(_ name: String, _ code: String, _ value: String? = nil, arguments: [String: String] = [:]) {
        failures.append(FieldFailure(path + name, code, value: value, arguments: arguments))
    }

    /// Everything that was wrong, taken out, so that one object of a list may fail without the others.
    mutating func takeFailures(and rules: [FieldFailure] = []) -> [FieldFailure] {
        let all = finished(and: rules)
        failures = []
        used.formUnion(object.keys)
        return all
    }

    /// Everything that was wrong, with the fields that nobody asked for.
    /// - Parameter rules: what breaks a rule, by paths below this object; of a field that could not be read only that
    ///   is told.
    func finished(and rules: [FieldFailure] = []) -> [FieldFailure] {
        let unknown = object.keys.filter { !used.contains($0) }.sorted()
        let unread = failures + unknown.map { FieldFailure(path + $0, "unknown-field") }
        let broken = rules.map { rule in
            var rule = rule
            rule.field = path + rule.field
            return rule
        }
        return unread
            + broken.filter { rule in
                !unread.contains { rule.field == $0.field || rule.field.hasPrefix($0.field + ".") }
            }
    }

    /// - Throws: `RegistryError` `invalid` where anything was wrong.
    func refuseFailures(and rules: [FieldFailure] = []) throws(RegistryError) {
        let all = finished(and: rules)
        guard all.isEmpty else { throw RegistryError(.invalid, failures: all) }
    }

    /// JSON's numbers and booleans are both read as `NSNumber`; only the kind of number tells them apart.
    private static func isBoolean(_ value: Any) -> Bool {
        (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? false
    }

    private static func number(_ value: Any) -> Double? {
        isBoolean(value) ? nil : (value as? NSNumber)?.doubleValue
    }

    private mutating func take(_ name: String) -> Any? {
        used.insert(name)
        guard let value = object[name], !(value is NSNull) else { return nil }
        return value
    }
}
