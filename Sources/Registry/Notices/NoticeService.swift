import Storage

/// What bureaus and the coordination centre do with notices.
public struct NoticeService: Sendable {
    let context: RegistryContext

    /// Writes the draft of a notice of the actor's bureau.
    /// - Throws: `RegistryError` `invalid` with every wrong field; `forbidden`.
    public func create(_ content: NoticeContent, _ actor: Actor) async throws -> Notice {
        try Access.require(.writeNotices, actor)
        let prepared = try prepare(content)
        return try await context.write(actor) { connection in
            let year = String(connection.time.description.prefix(4))
            let number = try NoticeStore.takeNumber(year: year, connection)
            try NoticeStore.insert(number: number, bureau: actor.bureau, prepared, at: connection.time, connection)
            try connection.journal("notice.create", "notice:\(number)", ["colour": prepared.colour.rawValue])
            return try Self.found(number, actor, connection)
        }
    }

    /// Replaces what a draft says, or adds to a notice in force: an addendum. Both keep the old version.
    /// - Parameter version: the version the actor saw; a newer one in the database refuses the change.
    public func change(
        _ number: NoticeNumber, to content: NoticeContent, version: Int, reason: String, _ actor: Actor
    ) async throws -> Notice {
        let prepared = try prepare(content)
        let thresholds = context.settings.noticeThresholds
        return try await update(number, version: version, actor) { notice, connection in
            guard notice.state.isOpen else { throw Self.illegal(notice, "change") }
            guard notice.content.colour == prepared.colour else {
                throw RegistryError(
                    .invalid, subject: number.description, failures: [FieldFailure("colour", "not-allowed")]
                )
            }
            if notice.state != .draft {
                let missing = NoticeRules.missing(prepared, thresholds)
                guard missing.isEmpty else { throw RegistryError(.invalid, failures: missing) }
            }
            try NoticeStore.replace(
                notice, with: prepared, by: actor.name, reason: reason, at: connection.time, connection
            )
            let action = notice.state == .draft ? "notice.change" : "notice.addendum"
            let parts = prepared.changedParts(from: notice.content).joined(separator: " ")
            try connection.journal(action, "notice:\(number)", ["changed": parts])
        }
    }

    /// What a notice must still state before it can be sent.
    public func missing(_ notice: Notice) -> [FieldFailure] {
        missing(in: notice.content)
    }

    /// What a notice that says this must still state before it can be sent.
    public func missing(in content: NoticeContent) -> [FieldFailure] {
        NoticeRules.missing(content, context.settings.noticeThresholds)
    }

    /// Sends a draft: a notice to the coordination centre for screening, a diffusion straight to its countries.
    /// - Throws: `RegistryError` `invalid` with everything that is missing.
    public func send(_ number: NoticeNumber, version: Int, _ actor: Actor) async throws -> Notice {
        let thresholds = context.settings.noticeThresholds
        return try await update(number, version: version, actor) { notice, connection in
            guard notice.state == .draft else { throw Self.illegal(notice, "send") }
            let missing = NoticeRules.missing(notice.content, thresholds)
            guard missing.isEmpty else {
                throw RegistryError(.invalid, subject: number.description, failures: missing)
            }
            let isDiffusion = !notice.content.addressees.isEmpty
            try Self.move(notice, to: isDiffusion ? .published : .requested, reason: "", actor, connection)
        }
    }

    /// Suspends, resumes, cancels, or takes a refused notice up again as a draft.
    public func setState(
        _ state: NoticeState, of number: NoticeNumber, version: Int, reason: String, _ actor: Actor
    ) async throws -> Notice {
        try await update(number, version: version, actor) { notice, connection in
            let isOwn: Set<NoticeState> = [.suspended, .cancelled, .published, .draft]
            let isAllowed =
                isOwn.contains(state) && notice.state.nextStates.contains(state)
                // Only the second reader publishes what was not in force before.
                && (state != .published || notice.state == .suspended)
                && (state != .draft || notice.state == .refused)
            guard isAllowed else { throw Self.illegal(notice, state.rawValue) }
            try Self.move(notice, to: state, reason: reason, actor, connection)
        }
    }

    /// The notice of a number. Reading is journalled as a consultation.
    /// - Throws: `RegistryError` `not-found`, also where the actor may not know that it exists.
    public func notice(_ number: NoticeNumber, _ actor: Actor) async throws -> Notice {
        try Access.require(.readNotices, actor)
        return try await context.write(actor) { connection in
            let notice = try Self.found(number, actor, connection)
            try connection.journal("notice.read", "notice:\(number)")
            return notice
        }
    }

    /// The versions before the present one, newest first; for the owner alone.
    public func versions(of number: NoticeNumber, _ actor: Actor) async throws -> [NoticeVersion] {
        try Access.require(.readNotices, actor)
        return try await context.database.read { connection in
            let notice = try Self.found(number, actor, connection)
            guard notice.bureau == actor.bureau else { return [] }
            return try NoticeStore.versions(of: notice.sequence, connection)
        }
    }

    /// One page of the notices the actor may know of, the last changed first.
    public func list(
        _ filter: NoticeFilter, before cursor: NoticeCursor? = nil, limit: Int = 50, _ actor: Actor
    ) async throws -> NoticePage {
        try Access.require(.readNotices, actor)
        let limit = max(1, min(limit, 200))
        return try await context.database.read {
            try NoticeListStore.page(filter, before: cursor, limit: limit, actor, $0)
        }
    }

    /// Marks notices whose retention date has passed as expired.
    /// - Returns: how many.
    @discardableResult
    public func expire(limit: Int = 500) async throws -> Int {
        let now = context.now()
        let today = CalendarDate(now)
        return try await context.database.write { connection in
            let due = try NoticeStore.dueForExpiry(on: today, limit: limit, connection)
            for notice in due {
                let system = Actor.system(bureau: notice.bureau)
                let journalled = JournalledConnection(base: connection, actor: system, time: now)
                try Self.move(notice, to: .expired, reason: "retention", system, journalled)
            }
            return due.count
        }
    }

    // MARK: Shared steps

    private func prepare(_ content: NoticeContent) throws -> NoticeContent {
        let today = CalendarDate(context.now())
        let thresholds = context.settings.noticeThresholds
        var content = content
        content.hiddenFrom = Set(content.hiddenFrom).sorted()
        content.addressees = Set(content.addressees).sorted()
        if content.retentionUntil == nil { content.retentionUntil = today.adding(days: thresholds.retentionDays) }
        let failures = NoticeRules.failures(content, today: today, thresholds)
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
        return content
    }

    static func found(_ number: NoticeNumber, _ actor: Actor, _ connection: any ReadConnection) throws -> Notice {
        guard let notice = try NoticeStore.notice(number, actor, connection) else {
            throw RegistryError(.notFound, subject: number.description)
        }
        return notice
    }

    static func illegal(_ notice: Notice, _ step: String) -> RegistryError {
        RegistryError(
            .illegalState, subject: notice.number,
            failures: [FieldFailure("state", "not-allowed", value: step, arguments: ["now": notice.state.rawValue])]
        )
    }

    static func move(
        _ notice: Notice, to state: NoticeState, reason: String, _ actor: Actor, _ connection: JournalledConnection
    ) throws {
        try NoticeStore.setState(
            state, of: notice, by: actor.name, reason: reason, at: connection.time, connection
        )
        try connection.journal("notice.\(state.rawValue)", "notice:\(notice.number)", ["from": notice.state.rawValue])
    }

    static func requireVersion(_ version: Int, of notice: Notice) throws(RegistryError) {
        guard notice.version != version else { return }
        throw RegistryError(seen: version, now: notice.version, subject: notice.number)
    }

    /// One guarded change of a notice of the actor's own bureau.
    private func update(
        _ number: NoticeNumber, version: Int, _ actor: Actor,
        _ body: @escaping @Sendable (Notice, JournalledConnection) throws -> Void
    ) async throws -> Notice {
        try Access.require(.writeNotices, actor)
        return try await context.write(actor) { connection in
            let notice = try Self.found(number, actor, connection)
            guard Access.mayChange(noticeOf: notice.bureau, actor) else {
                throw RegistryError(.forbidden, subject: notice.number)
            }
            try Self.requireVersion(version, of: notice)
            try body(notice, connection)
            return try Self.found(number, actor, connection)
        }
    }
}
