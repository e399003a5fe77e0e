import Storage

/// What people do with records of documents or of vehicles.
public struct ObjectService<Object: RecordedObject>: Sendable {
    let context: RegistryContext

    /// Enters an object under the actor's bureau.
    /// - Throws: `RegistryError` `invalid` with every wrong field; `duplicate` naming the bureau's own record of the
    ///   same object; `forbidden`.
    public func create(_ content: ObjectContent<Object>, _ actor: Actor) async throws -> ObjectRecord<Object> {
        try Access.require(.writeRecords, actor)
        let content = try prepare(content)
        return try await context.write(actor) { try Self.enter(content, $0) }
    }

    /// Enters content that was prepared, in a transaction of its caller.
    static func enter(
        _ content: ObjectContent<Object>, _ connection: JournalledConnection
    ) throws -> ObjectRecord<Object> {
        let bureau = connection.actor.bureau
        if let first = try duplicate(of: content.object, bureau: bureau, connection) {
            throw duplicateError(first, content.object)
        }
        let number = try RecordStore.takeNumber(bureau: bureau, letter: Object.kind.seriesLetter, connection)
        let sequence = try ObjectStore.insert(number: number, bureau: bureau, content, at: connection.time, connection)
        try connection.journal("create", number, Object.kind, ["class": content.recordClass.rawValue])
        return ObjectRecord(
            sequence: sequence, number: number, bureau: bureau, status: .active, version: 1,
            createdAt: connection.time, changedAt: connection.time, content: content
        )
    }

    /// Replaces the content, keeping the old version.
    /// - Parameter version: the version the actor saw; a newer one in the database refuses the change.
    public func change(
        _ number: String, to content: ObjectContent<Object>, version: Int, reason: String, _ actor: Actor
    ) async throws -> ObjectRecord<Object> {
        let content = try prepare(content)
        return try await update(number, version: version, actor) { record, connection in
            let first = try Self.duplicate(
                of: content.object, bureau: actor.bureau, except: record.sequence, connection
            )
            if let first { throw Self.duplicateError(first, content.object) }
            try ObjectStore.replace(
                record, status: record.status, with: content, by: actor.name, reason: reason, at: connection.time,
                connection
            )
            let fields = content.differences(from: record.content).joined(separator: " ")
            try connection.journal("change", number, Object.kind, ["fields": fields])
        }
    }

    /// Moves a record to another status: located, cleared, cancelled, or active again.
    /// - Throws: `RegistryError` `illegal-state` where the status does not follow from the present one.
    public func setStatus(
        _ status: RecordStatus, of number: String, version: Int, reason: String, _ actor: Actor
    ) async throws -> ObjectRecord<Object> {
        try await update(number, version: version, actor) { record, connection in
            guard record.status.nextStates.contains(status), status != .expired else {
                throw RegistryError(
                    .illegalState, subject: number,
                    failures: [
                        FieldFailure(
                            "status", "not-allowed", value: status.rawValue, arguments: ["now": record.status.rawValue])
                    ])
            }
            try Self.move(record, to: status, reason: reason, connection)
        }
    }

    /// The record of a number. Reading is journalled as a consultation.
    /// - Throws: `RegistryError` `not-found`, also where the actor may not know that the record exists.
    public func record(_ number: String, _ actor: Actor) async throws -> ObjectRecord<Object> {
        try Access.require(.readRecords, actor)
        let record = try await find(number, actor)
        try await context.write(actor) { try $0.journal("read", record.number, Object.kind) }
        return record
    }

    /// The versions before the present one, newest first; only for the owner bureau, and only those whose handling
    /// level the actor may see.
    public func versions(of number: String, _ actor: Actor) async throws -> [ObjectVersion<Object>] {
        try Access.require(.readRecords, actor)
        let record = try await find(number, actor)
        guard record.bureau == actor.bureau else { return [] }
        let versions: [ObjectVersion<Object>] = try await context.database.read {
            try ObjectStore.versions(of: record.sequence, $0)
        }
        return versions.filter { version in
            var earlier = record
            earlier.content = version.content
            return Access.mayKnow(earlier.accessFacts, actor)
        }
    }

    /// One page of the records the actor may know of, newest first.
    public func list(
        _ filter: ObjectFilter, before cursor: Int64? = nil, limit: Int = 50, _ actor: Actor
    ) async throws -> ObjectPage<Object> {
        try Access.require(.readRecords, actor)
        let limit = max(1, min(limit, 200))
        let keys = filter.text.map { Object.keys(of: $0) }
        return try await context.database.read {
            try ObjectStore.page(filter, keys: keys, before: cursor, limit: limit, actor, $0)
        }
    }

    /// What is wrong with a content, as creating or changing a record would say.
    public func failures(in content: ObjectContent<Object>) -> [FieldFailure] {
        ObjectValidation.failures(content, today: CalendarDate(context.now()), settings: context.settings)
    }

    /// Marks records whose retention date has passed as expired.
    /// - Returns: how many.
    @discardableResult
    public func expire(limit: Int = 500) async throws -> Int {
        let now = context.now()
        let today = CalendarDate(now)
        let due = try await context.database.read {
            try ObjectStore.dueForExpiry(Object.kind, on: today, limit: limit, $0)
        }
        guard !due.isEmpty else { return 0 }
        return try await context.database.write { connection in
            var count = 0
            for sequence in due {
                let found: ObjectRecord<Object>? = try ObjectStore.record(sequence: sequence, connection)
                guard let record = found, record.status.isSearchable, let until = record.content.retentionUntil,
                    until < today
                else { continue }
                let system = JournalledConnection(base: connection, actor: .system(bureau: record.bureau), time: now)
                try Self.move(record, to: .expired, reason: "retention", system)
                count += 1
            }
            return count
        }
    }
}
