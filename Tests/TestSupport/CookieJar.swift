import Foundation

/// A cookie as the server set it.
public struct Cookie: Sendable, Hashable {
    /// Its name.
    public let name: String

    /// Its value.
    public let value: String

    /// What stands after the value: names in lower case; the value is empty for HttpOnly and Secure.
    public let attributes: [String: String]

    /// Whether scripts of the page cannot read it.
    public var isHTTPOnly: Bool { attributes["httponly"] != nil }

    /// Whether a browser sends it only over an encrypted connection.
    public var isSecure: Bool { attributes["secure"] != nil }

    /// Strict, Lax or None, as written.
    public var sameSite: String? { attributes["samesite"] }

    /// Reads the value of a Set-Cookie field; nil when there is no name.
    public init?(_ field: String) {
        let parts = field.split(separator: ";", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }
        guard let pair = parts.first, let equals = pair.firstIndex(of: "="), equals != pair.startIndex else {
            return nil
        }
        name = String(pair[..<equals])
        value = String(pair[pair.index(after: equals)...])
        var attributes: [String: String] = [:]
        for part in parts.dropFirst() {
            let halves = part.split(separator: "=", maxSplits: 1).map(String.init)
            guard let name = halves.first else { continue }
            attributes[name.lowercased()] = halves.count > 1 ? halves[1] : ""
        }
        self.attributes = attributes
    }

    /// Whether this tells the browser to forget the cookie.
    var isRemoval: Bool {
        value.isEmpty || attributes["max-age"].flatMap { Int($0) }.map { $0 <= 0 } == true
    }
}

/// The cookies of one server. Sent whatever the path and even when marked Secure, as browsers do for their own machine.
public struct CookieJar: Sendable {
    /// The cookies by name.
    public private(set) var cookies: [String: Cookie] = [:]

    /// Keeps what an answer sets and forgets what it removes.
    mutating func take(from headers: HeaderFields) {
        for cookie in headers.values(of: "Set-Cookie").compactMap({ Cookie($0) }) {
            cookies[cookie.name] = cookie.isRemoval ? nil : cookie
        }
    }

    /// The value of the Cookie field, nil when there are no cookies.
    var field: String? {
        if cookies.isEmpty { return nil }
        return cookies.values.sorted { $0.name < $1.name }.map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
    }
}
