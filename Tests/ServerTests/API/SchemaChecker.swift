import Foundation
import TestSupport

/// Holds answers against the schemas of the description: the part of JSON Schema (draft 2020-12) that it uses.
struct SchemaChecker {
    let description: JSONValue

    /// What a `$ref` leads to.
    func resolved(_ value: JSONValue) -> JSONValue {
        guard let reference = value["$ref"].text else { return value }
        return reference.dropFirst(2).split(separator: "/").reduce(description) { $0[String($1)] }
    }

    /// Where a value departs from its schema; empty where it does not.
    /// - Parameter isStrict: whether a field that the schema does not have is wrong.
    func faults(_ value: JSONValue, _ schema: JSONValue, at path: String = "", isStrict: Bool = true) -> [String] {
        let schema = resolved(schema)
        if let choices = schema["anyOf"].array {
            let fits = choices.contains { self.faults(value, $0, at: path, isStrict: isStrict).isEmpty }
            return fits ? [] : ["\(path): none of the choices"]
        }
        var faults: [String] = []
        if let type = schema["type"].text, !Self.isOf(type, value) { faults.append("\(path): is no \(type)") }
        if let codes = schema["enum"].array, !codes.contains(value) { faults.append("\(path): is no known code") }
        if let least = schema["minimum"].number, let number = value.number, number < least {
            faults.append("\(path): below \(least)")
        }
        if let most = schema["maximum"].number, let number = value.number, number > most {
            faults.append("\(path): above \(most)")
        }
        if let pattern = schema["pattern"].text, let text = value.text,
            text.range(of: pattern, options: .regularExpression) == nil
        {
            faults.append("\(path): is not written as \(pattern)")
        }
        if schema["format"] == "date-time", let text = value.text,
            text.range(of: #"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$"#, options: .regularExpression) == nil
        {
            faults.append("\(path): is no time")
        }
        for (index, item) in (value.array ?? []).enumerated() where !schema["items"].isNull {
            faults += self.faults(item, schema["items"], at: "\(path)[\(index)]", isStrict: isStrict)
        }
        if let members = value.object, let properties = schema["properties"].object {
            for name in (schema["required"].array ?? []).compactMap(\.text) where members[name] == nil {
                faults.append("\(path).\(name): is missing")
            }
            for (name, member) in members {
                if let property = properties[name] {
                    faults += self.faults(member, property, at: "\(path).\(name)", isStrict: isStrict)
                } else if isStrict || schema["additionalProperties"] == false {
                    faults.append("\(path).\(name): is not described")
                }
            }
        }
        return faults
    }

    private static func isOf(_ type: String, _ value: JSONValue) -> Bool {
        switch type {
        case "object": value.object != nil
        case "array": value.array != nil
        case "string": value.text != nil
        case "integer": value.integer != nil
        case "number": value.number != nil
        case "boolean": value.boolean != nil
        case "null": value.isNull
        default: false
        }
    }
}
