import Storage

extension NoticeService {
    /// A coordinator's reading of a notice that was sent. The first reader's decision stands when a second, another
    /// person, decides the same; where they differ the notice is to be read again from the start, and both readings are
    /// kept.
    ///
    /// - Throws: `RegistryError` `forbidden` also where the reader read it first; `invalid` for a refusal without a
    ///   reason.
    public func read(
        _ number: NoticeNumber, version: Int, decision: NoticeReading.Decision, remark: String, _ actor: Actor
    ) async throws -> Notice {
        try Access.require(.screenNotices, actor)
        if case .refuse(let reasons) = decision, reasons.isEmpty {
            throw RegistryError(.invalid, failures: [FieldFailure("reasons", "required")])
        }
        return try await context.write(actor) { connection in
            let notice = try Self.found(number, actor, connection)
            try Self.requireVersion(version, of: notice)
            let earlier = try NoticeReadingStore.readings(of: notice.sequence, connection)
            let first: NoticeReading? = notice.state == .firstRead ? earlier.last : nil
            guard notice.state == .requested || first != nil else { throw Self.illegal(notice, "read") }
            guard first?.reader != actor.name else {
                throw RegistryError(
                    .forbidden, subject: notice.number, failures: [FieldFailure("reader", "same-reader")]
                )
            }
            let reading = NoticeReading(
                place: first == nil ? 1 : 2, reader: actor.name, decision: decision, remark: remark,
                at: connection.time
            )
            try NoticeReadingStore.insert(reading, of: notice, connection)
            try Self.move(
                notice, to: Self.state(after: reading, first), reason: remark, actor, connection
            )
            return try Self.found(number, actor, connection)
        }
    }

    /// Everything that waits for a reader, what has waited longest first.
    public func screening(limit: Int = 300, _ actor: Actor) async throws -> [NoticeInScreening] {
        try Access.require(.screenNotices, actor)
        return try await context.database.read { try NoticeReadingStore.waiting(limit: limit, actor, $0) }
    }

    private static func state(after reading: NoticeReading, _ first: NoticeReading?) -> NoticeState {
        guard let first else { return reading.decision == .handBack ? .draft : .firstRead }
        switch (first.decision, reading.decision) {
        case (_, .handBack): return .draft
        case (.publish, .publish): return .published
        case (.refuse, .refuse): return .refused
        default: return .requested
        }
    }

    /// The readings of a notice, oldest first; for the coordination centre and, once it is decided, the owner.
    public func readings(of number: NoticeNumber, _ actor: Actor) async throws -> [NoticeReading] {
        try Access.require(.readNotices, actor)
        return try await context.database.read { connection in
            let notice = try Self.found(number, actor, connection)
            let isOwner = notice.bureau == actor.bureau && notice.state != .firstRead
            guard isOwner || Access.allows(.screenNotices, actor) else { return [] }
            return try NoticeReadingStore.readings(of: notice.sequence, connection)
        }
    }
}
