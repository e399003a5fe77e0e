import Foundation
import Hummingbird
import Registry
import Storage

extension Request {
    /// The fields of the query.
    var query: FormFields { FormFields(encoded: Substring(uri.query ?? "")) }
}

extension FormFields {
    /// A coded value; empty is nil.
    /// - Throws: `RegistryError` `invalid` for a code that is not known.
    func code<Value>(_ name: String, _ read: (String) -> Value?) throws(RegistryError) -> Value? {
        guard let text = self[name] else { return nil }
        guard let value = read(text) else {
            throw RegistryError(.invalid, failures: [FieldFailure(name, "unknown-code", value: text)])
        }
        return value
    }

    /// A whole number.
    /// - Throws: `RegistryError` `invalid` for anything else.
    func integer(_ name: String) throws(RegistryError) -> Int? {
        guard let text = self[name] else { return nil }
        guard let value = Int(text) else {
            throw RegistryError(.invalid, failures: [FieldFailure(name, "not-a-number", value: text)])
        }
        return value
    }
}

extension WebContext {
    /// A part of the path.
    func part(_ name: String) -> String {
        parameters.get(name)?.removingPercentEncoding ?? ""
    }

    /// A part of the path that is an identifier; anything else leads nowhere.
    func identifier(_ name: String) throws(RegistryError) -> Identifier {
        let text = part(name)
        guard let identifier = Identifier(text) else { throw RegistryError(.notFound, subject: text) }
        return identifier
    }
}
