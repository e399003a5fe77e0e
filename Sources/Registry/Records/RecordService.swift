import Firearms
import Matching
import Storage

/// What people do with firearm records.
public struct RecordService: Sendable {
    let context: RegistryContext

    /// Enters a firearm under the actor's bureau.
    /// - Throws: `RegistryError` `invalid` with every wrong field; `duplicate` naming the bureau's own record of the
    ///   same gun; `forbidden`.
    public func create(_ content: RecordContent, _ actor: Actor) async throws -> FirearmRecord {
        try Access.require(.writeRecords, actor)
        let (content, context) = (content, context)
        let ahead = try await prepare(content, actor)
        return try await context.write(actor) { connection in
            let prepared = try Self.upToDate(ahead, content, actor, context, connection)
            if let first = try RecordStore.duplicate(of: prepared, bureau: actor.bureau, connection) {
                throw Self.duplicateError(first, prepared)
            }
            let number = try RecordStore.takeNumber(bureau: actor.bureau, connection)
            let id = Identifier.make()
            let sequence = try RecordStore.insert(
                id: id, number: number, bureau: actor.bureau, status: .active, prepared, at: connection.time, connection
            )
            try connection.journal("record.create", "record:\(number)", ["class": content.recordClass.rawValue])
            return FirearmRecord(
                sequence: sequence, id: id, number: number, bureau: actor.bureau, status: .active, version: 1,
                createdAt: connection.time, changedAt: connection.time, content: prepared.content
            )
        }
    }

    /// Replaces the content, keeping the old version.
    /// - Parameter version: the version the actor saw; a newer one in the database refuses the change.
    public func change(
        _ number: String, to content: RecordContent, version: Int, reason: String, _ actor: Actor
    ) async throws -> FirearmRecord {
        let context = context
        let ahead = try await prepare(content, actor)
        return try await update(number, version: version, actor) { record, connection in
            var content = content
            // A form does not know what was written for a type that nobody has chosen yet.
            if content.firearm.type == nil, content.firearm.typeWritten == nil {
                content.firearm.typeWritten = record.content.firearm.typeWritten
            }
            let prepared = try Self.upToDate(ahead, content, actor, context, connection)
            let first = try RecordStore.duplicate(
                of: prepared, bureau: actor.bureau, except: record.sequence, connection
            )
            if let first { throw Self.duplicateError(first, prepared) }
            try RecordStore.replace(
                record, status: record.status, with: prepared, by: actor.name, reason: reason, at: connection.time,
                connection
            )
            let fields = RecordDifference.fields(record.content, prepared.content).joined(separator: " ")
            try connection.journal("record.change", "record:\(number)", ["fields": fields])
        }
    }

    /// Moves a record to another status: located, cleared, cancelled, or active again.
    public func setStatus(
        _ status: RecordStatus, of number: String, version: Int, reason: String, _ actor: Actor
    ) async throws -> FirearmRecord {
        try await update(number, version: version, actor) { record, connection in
            guard record.status.nextStates.contains(status), status != .expired else {
                throw RegistryError(
                    .illegalState, subject: number,
                    failures: [
                        FieldFailure(
                            "status", "not-allowed", value: status.rawValue, arguments: ["now": record.status.rawValue])
                    ])
            }
            try Self.move(record, to: status, reason: reason, by: actor.name, connection)
        }
    }

    /// The record of a number. Reading is journalled as a consultation.
    /// - Throws: `RegistryError` `not-found`, also where the actor may not know that the record exists.
    public func record(_ number: String, _ actor: Actor) async throws -> FirearmRecord {
        try Access.require(.readRecords, actor)
        let record = try await find(number, actor)
        try await context.write(actor) { try $0.journal("record.read", "record:\(record.number)") }
        return record
    }

    /// The versions before the present one, newest first; only for the owner bureau, and only those whose handling
    /// level the actor may see: a record that is less secret today may have been confidential before.
    public func versions(of number: String, _ actor: Actor) async throws -> [RecordVersion] {
        try Access.require(.readRecords, actor)
        let record = try await find(number, actor)
        guard record.bureau == actor.bureau else { return [] }
        let versions = try await context.database.read { try RecordStore.versions(of: record.sequence, $0) }
        return versions.filter { version in
            var earlier = record
            earlier.content = version.content
            return Access.mayKnow(earlier.accessFacts, actor)
        }
    }

    /// One page of the records the actor may know of, newest first.
    public func list(
        _ filter: RecordFilter, before cursor: Int64? = nil, limit: Int = 50, _ actor: Actor
    ) async throws -> RecordPage {
        try Access.require(.readRecords, actor)
        let limit = max(1, min(limit, 200))
        return try await context.database.read {
            try RecordListStore.page(filter, before: cursor, limit: limit, actor, $0)
        }
    }

    /// Marks records whose retention date has passed as expired.
    /// - Returns: how many.
    @discardableResult
    public func expire(limit: Int = 500) async throws -> Int {
        let now = context.now()
        let today = CalendarDate(now)
        let due = try await context.database.read { try RecordStore.dueForExpiry(on: today, limit: limit, $0) }
        guard !due.isEmpty else { return 0 }
        return try await context.database.write { connection in
            var count = 0
            for sequence in due {
                guard let record = try RecordStore.record(sequence: sequence, connection),
                    record.status.isSearchable, let until = record.content.retentionUntil, until < today
                else { continue }
                let system = JournalledConnection(base: connection, actor: .system(bureau: record.bureau), time: now)
                try Self.move(record, to: .expired, reason: "retention", by: system.actor.name, system)
                count += 1
            }
            return count
        }
    }

    // MARK: Shared steps

    /// Content made ready by a version of the bureau's reference table.
    struct Ahead: Sendable {
        var prepared: PreparedContent
        var given: RecordContent
        var tableVersion: Int64
    }

    /// Completes and checks content: codes from the bureau's reference table, default retention, every rule.
    private func prepare(_ content: RecordContent, _ actor: Actor) async throws -> Ahead {
        let table = try await context.database.read { try context.tables.table(of: actor.bureau, $0) }
        return Ahead(
            prepared: try Self.prepare(content, table.table, context), given: content, tableVersion: table.version
        )
    }

    private static func prepare(
        _ content: RecordContent, _ table: ReferenceTable, _ context: RegistryContext
    ) throws -> PreparedContent {
        let today = CalendarDate(context.now())
        let content = RecordCompletion.complete(content, table, today: today, settings: context.settings)
        let failures = RecordValidation.failures(content, today: today, settings: context.settings)
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
        return PreparedContent(content)
    }

    /// What was made ready before the transaction, made anew where the content or the table is another now: a
    /// correction goes through the records that are there, and relies on later ones to know it.
    private static func upToDate(
        _ ahead: Ahead, _ content: RecordContent, _ actor: Actor, _ context: RegistryContext,
        _ connection: JournalledConnection
    ) throws -> PreparedContent {
        let version = try ReferenceStore.version(of: actor.bureau, connection)
        if version == ahead.tableVersion, content == ahead.given { return ahead.prepared }
        return try prepare(content, try context.tables.table(of: actor.bureau, connection).table, context)
    }

    func find(_ number: String, _ actor: Actor) async throws -> FirearmRecord {
        let record = try await context.database.read { try RecordStore.record(number: number, actor, $0) }
        guard let record else { throw RegistryError(.notFound, subject: number) }
        return record
    }

    private static func duplicateError(_ first: String, _ prepared: PreparedContent) -> RegistryError {
        RegistryError(
            .duplicate, subject: first,
            failures: [
                FieldFailure(
                    "firearm.numbers", "duplicate", value: prepared.serial, arguments: ["number": first]
                )
            ])
    }

    private static func move(
        _ record: FirearmRecord, to status: RecordStatus, reason: String, by user: String,
        _ connection: JournalledConnection
    ) throws {
        try RecordStore.replace(
            record, status: status, with: PreparedContent(record.content), by: user, reason: reason,
            at: connection.time, connection
        )
        try connection.journal("record.\(status.rawValue)", "record:\(record.number)", ["from": record.status.rawValue])
    }

    /// One guarded change of a record of the actor's own bureau.
    private func update(
        _ number: String, version: Int, _ actor: Actor,
        _ body: @escaping @Sendable (FirearmRecord, JournalledConnection) throws -> Void
    ) async throws -> FirearmRecord {
        try await context.change(
            number, version: version, needs: .writeRecords, Access.mayChange(recordOf:_:), actor,
            find: { try RecordStore.record(number: number, actor, $0) }, body
        )
    }
}
