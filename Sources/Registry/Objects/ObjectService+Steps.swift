import Storage

/// The steps that entering, changing and moving records share.
extension ObjectService {
    /// Completes and checks content.
    func prepare(_ content: ObjectContent<Object>) throws(RegistryError) -> ObjectContent<Object> {
        var content = content
        content.object = content.object.completed()
        let today = CalendarDate(context.now())
        if content.retentionUntil == nil {
            content.retentionUntil = today.adding(days: context.settings.recordRetentionDays)
        }
        let failures = ObjectValidation.failures(content, today: today, settings: context.settings)
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
        return content
    }

    func find(_ number: String, _ actor: Actor) async throws -> ObjectRecord<Object> {
        let record: ObjectRecord<Object>? = try await context.database.read {
            try ObjectStore.record(number: number, actor, $0)
        }
        guard let record else { throw RegistryError(.notFound, subject: number) }
        return record
    }

    static func duplicate(
        of object: Object, bureau: String, except sequence: Int64? = nil, _ connection: any ReadConnection
    ) throws -> String? {
        let own: [ObjectRecord<Object>] = try ObjectStore.ownRecords(under: object.keys, bureau: bureau, connection)
        return own.first { $0.sequence != sequence && $0.content.object.isSame(as: object) }?.number
    }

    static func duplicateError(_ first: String, _ object: Object) -> RegistryError {
        RegistryError(
            .duplicate, subject: first,
            failures: [
                FieldFailure(
                    "\(Object.kind.rawValue).number", "duplicate", value: object.title, arguments: ["number": first]
                )
            ])
    }

    static func move(
        _ record: ObjectRecord<Object>, to status: RecordStatus, reason: String, _ connection: JournalledConnection
    ) throws {
        try ObjectStore.replace(
            record, status: status, with: record.content, by: connection.actor.name, reason: reason,
            at: connection.time, connection
        )
        try connection.journal(status.rawValue, record.number, Object.kind, ["from": record.status.rawValue])
    }

    /// One guarded change of a record of the actor's own bureau.
    func update(
        _ number: String, version: Int, _ actor: Actor,
        _ body: @escaping @Sendable (ObjectRecord<Object>, JournalledConnection) throws -> Void
    ) async throws -> ObjectRecord<Object> {
        try await context.change(
            number, version: version, needs: .writeRecords, Access.mayChange(recordOf:_:), actor,
            find: { try ObjectStore.record(number: number, actor, $0) }, body
        )
    }
}

extension JournalledConnection {
    /// Writes an entry about a record of a document or vehicle: `document.create`, `document:BR-D-2026-000123`.
    func journal(
        _ action: String, _ number: String, _ kind: ObjectKind, _ details: [String: String] = [:]
    ) throws {
        try journal("\(kind.rawValue).\(action)", "\(kind.rawValue):\(number)", details)
    }
}
