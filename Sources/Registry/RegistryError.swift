/// What a capability of the registry answers when it cannot do what was asked: a code for programs, the thing it
/// was about, and every wrong field at once. Readable text is made from string catalogues by whoever shows it.
public struct RegistryError: Error, Sendable, Hashable {
    /// Why the request was refused.
    public enum Code: String, Sendable, Hashable {
        /// Nobody is signed in, or the session or token has ended.
        case unauthenticated
        /// The actor's role or token does not allow this.
        case forbidden
        /// There is no such thing, or the actor may not know of it; the two are never told apart.
        case notFound = "not-found"
        /// One or more fields are wrong; see `failures`.
        case invalid
        /// The same thing exists already; `subject` names it.
        case duplicate
        /// Somebody changed the thing since the version the actor saw.
        case versionMismatch = "version-mismatch"
        /// The thing is in a state from which this step does not lead on.
        case illegalState = "illegal-state"
        /// Too many failed sign-ins; `retryAfterSeconds` says how long to wait.
        case lockedOut = "locked-out"
        /// The user name or the password is wrong; which one is never told.
        case wrongCredentials = "wrong-credentials"
    }

    /// Why the request was refused.
    public var code: Code
    /// The number or name of what the error is about, as the actor gave it or may see it.
    public var subject: String
    /// Every wrong field of the request; may be empty.
    public var failures: [FieldFailure]
    /// Seconds to wait before trying again, for `lockedOut`.
    public var retryAfterSeconds: Int?

    /// States an error.
    public init(_ code: Code, subject: String = "", failures: [FieldFailure] = [], retryAfterSeconds: Int? = nil) {
        self.code = code
        self.subject = subject
        self.failures = failures
        self.retryAfterSeconds = retryAfterSeconds
    }
}

extension RegistryError {
    /// Somebody changed the thing since the version the actor saw.
    init(seen version: Int, now: Int, subject: String) {
        self.init(
            .versionMismatch, subject: subject,
            failures: [
                FieldFailure("version", "version-mismatch", value: "\(version)", arguments: ["now": "\(now)"])
            ]
        )
    }
}

/// One wrong field: where, which value, and why, in codes that the string catalogues turn into words.
public struct FieldFailure: Sendable, Hashable, Codable {
    /// Path of the field in the request, for example `firearm.numbers[0].text`.
    public var field: String
    /// Why it is wrong, for example `required`, `unknown-code`, `too-long`.
    public var code: String
    /// The value given, shortened to 200 characters; nil where none was given.
    public var value: String?
    /// Facts the message needs, for example `["maximum": "200"]`.
    public var arguments: [String: String]

    /// States one wrong field; a longer `value` is cut to 200 characters.
    public init(_ field: String, _ code: String, value: String? = nil, arguments: [String: String] = [:]) {
        self.field = field
        self.code = code
        self.value = value.map { String($0.prefix(200)) }
        self.arguments = arguments
    }
}
