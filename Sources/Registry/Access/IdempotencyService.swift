import Storage

/// An answer kept for a repeated request.
public struct KeptAnswer: Sendable, Hashable {
    /// HTTP status.
    public var status: Int
    /// The body as it was sent.
    public var body: String
    /// Where the thing that was made is found.
    public var location: String?
    /// The entity tag of what was made or changed.
    public var entityTag: String?

    /// Makes an answer to keep.
    public init(status: Int, body: String, location: String?, entityTag: String? = nil) {
        self.status = status
        self.body = body
        self.location = location
        self.entityTag = entityTag
    }
}

/// Lets a program repeat a request without doing the thing twice: the same key gives the same answer for a day.
public struct IdempotencyService: Sendable {
    let context: RegistryContext

    /// How long an answer is kept, seconds.
    static let keptSeconds: Int64 = 86_400
    /// How long a request without an answer holds its key, seconds; then the program that took it has died.
    static let reservedSeconds: Double = 60
    /// Longest key, characters.
    public static let longestKey = 200

    /// Takes a key for a request, or finds the answer given to the same request before.
    /// - Parameter request: everything that makes the request what it is: method, path, body.
    /// - Throws: `RegistryError` `invalid` for a key that was used for another request, `illegal-state` while the
    ///   first request is still being answered.
    public func begin(_ key: String, request: [UInt8], _ actor: Actor) async throws -> KeptAnswer? {
        guard !key.isEmpty, key.utf8.count <= Self.longestKey else {
            throw RegistryError(.invalid, failures: [FieldFailure("Idempotency-Key", "invalid", value: key)])
        }
        let digest = SHA256.hash(request)
        let now = context.now()
        return try await context.database.write { connection in
            try IdempotencyStore.delete(before: now.adding(seconds: -Self.keptSeconds), connection)
            if let kept = try IdempotencyStore.kept(account: actor.user, name: key, connection) {
                guard kept.request == digest else {
                    throw RegistryError(.invalid, failures: [FieldFailure("Idempotency-Key", "key-reused", value: key)])
                }
                if let answer = kept.answer { return answer }
                guard now.seconds(since: kept.createdAt) > Self.reservedSeconds else {
                    throw RegistryError(.illegalState, subject: key)
                }
            }
            try IdempotencyStore.reserve(account: actor.user, name: key, request: digest, at: now, connection)
            return nil
        }
    }

    /// Keeps the answer under the key.
    public func finish(_ key: String, _ answer: KeptAnswer, _ actor: Actor) async throws {
        try await context.database.write {
            try IdempotencyStore.finish(account: actor.user, name: key, answer, $0)
        }
    }

    /// Gives the key back after a request that changed nothing.
    public func release(_ key: String, _ actor: Actor) async throws {
        try await context.database.write { try IdempotencyStore.release(account: actor.user, name: key, $0) }
    }
}
