import Foundation
import Synchronization

/// A small client for a server on this machine: one connection for each request, cookies kept, no redirect followed
/// unless asked for.
public final class HTTPClient: Sendable {
    /// The port of 127.0.0.1 that requests go to.
    public let port: Int

    private let headers: HeaderFields
    private let timeout: Duration
    private let redirects: Int
    private let jar = Mutex(CookieJar())

    /// A client without cookies.
    ///
    /// - Parameters:
    ///   - port: the port of 127.0.0.1 that requests go to.
    ///   - headers: fields for every request, such as Authorization; a request's own fields go before them.
    ///   - timeout: how long one read or write may wait for the server.
    ///   - redirects: how many redirects in a row are followed.
    public init(
        port: Int,
        headers: HeaderFields = [:],
        timeout: Duration = .seconds(30),
        followingRedirects redirects: Int = 0
    ) {
        self.port = port
        self.headers = headers
        self.timeout = timeout
        self.redirects = redirects
    }

    /// The cookies at this moment, by name.
    public var cookies: [String: Cookie] { jar.withLock { $0.cookies } }

    /// Forgets all cookies.
    public func forgetCookies() { jar.withLock { $0 = CookieJar() } }

    /// Sends a request and waits for the whole answer.
    ///
    /// - Throws: ``HTTPFailure`` when the connection breaks or the answer is not HTTP. A status of 400 or more is an
    ///   answer, not an error.
    public func send(_ request: ClientRequest) async throws -> ClientResponse {
        var request = request
        var followed = 0
        while true {
            let complete = completed(request)
            let response = try await onOwnThread { [port, timeout] in
                try HTTPConnection(port: port, timeout: timeout).send(complete)
            }
            jar.withLock { $0.take(from: response.headers) }
            guard followed < redirects, let next = redirect(of: request, by: response) else { return response }
            request = next
            followed += 1
        }
    }

    /// Sends bytes as they are, without cookies, and waits for the whole answer.
    ///
    /// - Throws: ``HTTPFailure`` when the connection breaks or the answer is not HTTP.
    public func send(raw bytes: [UInt8]) async throws -> ClientResponse {
        try await onOwnThread { [port, timeout] in
            let connection = try HTTPConnection(port: port, timeout: timeout)
            try connection.send(raw: bytes)
            return try connection.receive()
        }
    }

    /// The request with the fields of this client and its cookies.
    func completed(_ request: ClientRequest) -> ClientRequest {
        var result = request
        result.headers = headers.merging(request.headers)
        if result.headers["Cookie"] == nil { result.headers["Cookie"] = jar.withLock { $0.field } }
        if result.headers["Connection"] == nil { result.headers["Connection"] = "close" }
        return result
    }

    /// RFC 9110, section 15.4: 303 asks for a GET, and browsers treat 301 and 302 after a POST the same way.
    private func redirect(of request: ClientRequest, by response: ClientResponse) -> ClientRequest? {
        guard [301, 302, 303, 307, 308].contains(response.status), var target = response.headers["Location"] else {
            return nil
        }
        let origin = "http://127.0.0.1:\(port)"
        if target.hasPrefix(origin) { target.removeFirst(origin.count) }
        guard target.hasPrefix("/") else { return nil }
        if response.status >= 307 {
            return ClientRequest(request.method, target, headers: request.headers, body: request.body)
        }
        return ClientRequest(request.method == "HEAD" ? "HEAD" : "GET", target)
    }
}

extension HTTPClient {
    /// Gets a resource.
    ///
    /// - Throws: ``HTTPFailure`` when there is no answer.
    public func get(_ path: String, headers: HeaderFields = [:]) async throws -> ClientResponse {
        try await send(ClientRequest("GET", path, headers: headers))
    }

    /// Deletes a resource.
    ///
    /// - Throws: ``HTTPFailure`` when there is no answer.
    public func delete(_ path: String, headers: HeaderFields = [:]) async throws -> ClientResponse {
        try await send(ClientRequest("DELETE", path, headers: headers))
    }

    /// Sends JSON.
    ///
    /// - Throws: ``HTTPFailure`` when there is no answer.
    public func send(
        _ method: String,
        _ path: String,
        json: JSONValue,
        headers: HeaderFields = [:]
    ) async throws -> ClientResponse {
        let fields = HeaderFields(dictionaryLiteral: ("Content-Type", "application/json")).merging(headers)
        return try await send(ClientRequest(method, path, headers: fields, body: json.bytes))
    }

    /// Posts JSON.
    ///
    /// - Throws: ``HTTPFailure`` when there is no answer.
    public func post(_ path: String, json: JSONValue, headers: HeaderFields = [:]) async throws -> ClientResponse {
        try await send("POST", path, json: json, headers: headers)
    }

    /// Posts the fields of a form, as a page without scripts would.
    ///
    /// - Throws: ``HTTPFailure`` when there is no answer.
    public func post(
        _ path: String,
        form: KeyValuePairs<String, String>,
        headers: HeaderFields = [:]
    ) async throws -> ClientResponse {
        let type = HeaderFields(dictionaryLiteral: ("Content-Type", "application/x-www-form-urlencoded"))
        let body = form.map { "\(Self.escaped($0.key))=\(Self.escaped($0.value))" }.joined(separator: "&")
        return try await send(ClientRequest("POST", path, headers: type.merging(headers), body: Array(body.utf8)))
    }

    /// A text with everything but letters, digits and `-._~` percent-encoded, for forms and queries.
    public static func escaped(_ text: String) -> String {
        let unreserved = CharacterSet(charactersIn: "-._~")
            .union(CharacterSet(charactersIn: "a"..."z"))
            .union(CharacterSet(charactersIn: "A"..."Z"))
            .union(CharacterSet(charactersIn: "0"..."9"))
        return text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }
}
