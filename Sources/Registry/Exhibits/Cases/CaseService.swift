import Storage

/// What a laboratory does with its cases and their events. A case is read by its own bureau alone.
public struct CaseService: Sendable {
    let context: RegistryContext

    private static let mostEvents = 100

    /// Opens a case of the actor's bureau.
    /// - Throws: `RegistryError` `invalid` with every wrong field; `duplicate` naming the bureau's own case with the
    ///   same file number; `forbidden`.
    public func create(
        _ content: CaseContent, events: [EventContent] = [], _ actor: Actor
    ) async throws -> ForensicCase {
        try Access.require(.writeExhibits, actor)
        let failures = failures(content, events)
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
        return try await context.write(actor) { connection in
            try Self.refuseDuplicate(content, actor, connection)
            let number = try RecordStore.takeNumber(bureau: actor.bureau, letter: "C", connection)
            let sequence = try CaseStore.insert(
                number: number, bureau: actor.bureau, content, at: connection.time, connection
            )
            for (index, event) in events.enumerated() {
                try CaseStore.insertEvent(event, place: index + 1, of: sequence, connection)
            }
            try connection.journal("case.create", "case:\(number)")
            return try Self.found(number, actor, connection)
        }
    }

    /// Everything that is wrong with a case before it is entered.
    public func failures(_ content: CaseContent, _ events: [EventContent]) -> [FieldFailure] {
        let today = CalendarDate(context.now())
        var failures = ExhibitRules.failures(content)
        if events.count > Self.mostEvents {
            failures.append(FieldFailure("events", "too-many", arguments: ["maximum": "\(Self.mostEvents)"]))
        }
        for (index, event) in events.prefix(Self.mostEvents).enumerated() {
            failures += ExhibitRules.failures(event, today: today, path: "events[\(index)].")
        }
        return failures
    }

    /// Replaces what is stated about a case, keeping the old version.
    /// - Parameter version: the version the actor saw; a newer one in the database refuses the change.
    public func change(
        _ number: String, to content: CaseContent, version: Int, reason: String, _ actor: Actor
    ) async throws -> ForensicCase {
        let failures = ExhibitRules.failures(content)
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
        return try await update(number, version: version, actor) { forensicCase, connection in
            try Self.refuseDuplicate(content, except: forensicCase.sequence, actor, connection)
            try CaseStore.replace(
                forensicCase, with: content, by: actor.name, reason: reason, at: connection.time, connection
            )
            try connection.journal("case.change", "case:\(number)")
        }
    }

    /// Adds an event to a case. The case becomes a new version.
    public func addEvent(
        _ event: EventContent, to number: String, version: Int, _ actor: Actor
    ) async throws -> ForensicCase {
        let failures = ExhibitRules.failures(event, today: CalendarDate(context.now()))
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
        return try await update(number, version: version, actor) { forensicCase, connection in
            guard forensicCase.events.count < Self.mostEvents else {
                throw RegistryError(
                    .invalid, subject: number,
                    failures: [FieldFailure("events", "too-many", arguments: ["maximum": "\(Self.mostEvents)"])]
                )
            }
            let place = forensicCase.events.count + 1
            try CaseStore.replace(
                forensicCase, with: forensicCase.content, by: actor.name, reason: "", at: connection.time, connection
            )
            try CaseStore.insertEvent(event, place: place, of: forensicCase.sequence, connection)
            try connection.journal("case.event", "case:\(number)", ["event": "\(place)"])
        }
    }

    /// Replaces what is stated about an event. The case becomes a new version.
    /// - Parameter place: the event's place in the case, from 1.
    public func changeEvent(
        _ place: Int, of number: String, to event: EventContent, version: Int, reason: String, _ actor: Actor
    ) async throws -> ForensicCase {
        let failures = ExhibitRules.failures(event, today: CalendarDate(context.now()))
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
        return try await update(number, version: version, actor) { forensicCase, connection in
            guard let old = forensicCase.events.first(where: { $0.place == place }) else {
                throw RegistryError(.notFound, subject: "\(place)")
            }
            try CaseStore.replace(
                forensicCase, with: forensicCase.content, by: actor.name, reason: reason, at: connection.time,
                connection
            )
            try CaseStore.replaceEvent(old, with: event, connection)
            try connection.journal("case.event", "case:\(number)", ["event": "\(place)"])
        }
    }

    /// The case of a number. Reading is journalled as a consultation.
    /// - Throws: `RegistryError` `not-found`, also where it is another bureau's.
    public func forensicCase(_ number: String, _ actor: Actor) async throws -> ForensicCase {
        try Access.require(.readExhibits, actor)
        let found = try await context.database.read { try Self.found(number, actor, $0) }
        try await context.write(actor) { try $0.journal("case.read", "case:\(found.number)") }
        return found
    }

    /// One page of the cases of the actor's bureau, the last entered first.
    /// - Parameter text: part of the number or the file number.
    public func list(
        matching text: String? = nil, before cursor: Int64? = nil, limit: Int = 50, _ actor: Actor
    ) async throws -> CasePage {
        try Access.require(.readExhibits, actor)
        let limit = max(1, min(limit, 200))
        return try await context.database.read {
            try CaseStore.page(text, before: cursor, limit: limit, actor, $0)
        }
    }

    // MARK: Shared steps

    static func found(
        _ number: String, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> ForensicCase {
        guard let found = try CaseStore.forensicCase(number, actor, connection) else {
            throw RegistryError(.notFound, subject: number)
        }
        return found
    }

    private static func refuseDuplicate(
        _ content: CaseContent, except sequence: Int64? = nil, _ actor: Actor, _ connection: any ReadConnection
    ) throws {
        guard let reference = content.reference, !reference.isEmpty else { return }
        let first = try CaseStore.number(
            ofReference: reference, bureau: actor.bureau, except: sequence, connection
        )
        guard let first else { return }
        throw RegistryError(
            .duplicate, subject: first,
            failures: [FieldFailure("reference", "duplicate", value: reference, arguments: ["number": first])]
        )
    }

    /// One guarded change of a case of the actor's own bureau.
    private func update(
        _ number: String, version: Int, _ actor: Actor,
        _ body: @escaping @Sendable (ForensicCase, JournalledConnection) throws -> Void
    ) async throws -> ForensicCase {
        try await context.change(
            number, version: version, needs: .writeExhibits, Access.mayChange(exhibitOf:_:), actor,
            find: { try Self.found(number, actor, $0) }, body
        )
    }
}
