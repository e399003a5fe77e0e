/// Header fields in the order in which they stand in a message.
public struct HeaderFields: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    /// Names as written, and values.
    public var fields: [(name: String, value: String)] = []

    /// No fields.
    public init() {}

    /// The fields of a literal, in its order; a name may stand there twice.
    public init(dictionaryLiteral elements: (String, String)...) {
        fields = elements.map { (name: $0.0, value: $0.1) }
    }

    /// The first value of a field; names are compared without regard to case. Setting replaces all its values.
    public subscript(name: String) -> String? {
        get { values(of: name).first }
        set {
            let wanted = name.lowercased()
            fields.removeAll { $0.name.lowercased() == wanted }
            if let newValue { fields.append((name: name, value: newValue)) }
        }
    }

    /// All the values of a field, in order.
    public func values(of name: String) -> [String] {
        let wanted = name.lowercased()
        return fields.filter { $0.name.lowercased() == wanted }.map(\.value)
    }

    /// These fields, with those of others in the place of the ones with the same name.
    public func merging(_ others: HeaderFields) -> HeaderFields {
        var result = self
        for name in Set(others.fields.map { $0.name.lowercased() }) { result[name] = nil }
        result.fields += others.fields
        return result
    }

    /// Whether both have the same fields in the same order.
    public static func == (left: HeaderFields, right: HeaderFields) -> Bool {
        left.fields.elementsEqual(right.fields) { $0 == $1 }
    }

    /// Feeds names and values.
    public func hash(into hasher: inout Hasher) {
        for field in fields {
            hasher.combine(field.name)
            hasher.combine(field.value)
        }
    }
}

/// A request as a test writes it.
public struct ClientRequest: Sendable, Hashable {
    /// GET, POST, and so on; sent as written.
    public var method: String

    /// The path with its query; sent as written.
    public var path: String

    /// Header fields besides Host, Content-Length and Connection, which are added where missing.
    public var headers: HeaderFields

    /// The bytes after the header.
    public var body: [UInt8]

    /// A request.
    public init(_ method: String, _ path: String, headers: HeaderFields = [:], body: [UInt8] = []) {
        self.method = method
        self.path = path
        self.headers = headers
        self.body = body
    }
}

/// An answer as it came.
public struct ClientResponse: Sendable, Hashable {
    /// The status code.
    public let status: Int

    /// The header fields.
    public let headers: HeaderFields

    /// The bytes of the body, chunks joined.
    public var body: [UInt8] = []

    /// The body as text; bytes that are not UTF-8 are replaced.
    public var text: String { String(decoding: body, as: UTF8.self) }

    /// The body as JSON.
    ///
    /// - Throws: ``HTTPFailure`` with the beginning of the body when it is not JSON.
    public func json() throws -> JSONValue {
        do {
            return try JSONValue(parsing: body)
        } catch {
            throw HTTPFailure("answer \(status) is not JSON: \(text.prefix(500))")
        }
    }
}
