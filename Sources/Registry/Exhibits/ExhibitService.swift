import Firearms
public import Storage

/// What people do with exhibits.
public struct ExhibitService: Sendable {
    let context: RegistryContext

    /// Enters an exhibit of a case of the actor's bureau.
    /// - Parameter event: the place of its event in the case, from 1; nil where that is unknown.
    /// - Throws: `RegistryError` `invalid` with every wrong field; `duplicate` naming the exhibit of the same case with
    ///   the same label; `not-found` for a case of another bureau; `forbidden`.
    public func create(
        _ content: ExhibitContent, case caseNumber: String, event: Int? = nil, _ actor: Actor
    ) async throws -> Exhibit {
        try Access.require(.writeExhibits, actor)
        let context = context
        let content = try await complete(content, actor)
        try refuse(failures(content))
        return try await context.write(actor) { connection in
            let forensicCase = try CaseService.found(caseNumber, actor, connection)
            let event = try Self.event(event, of: forensicCase)
            try Self.checkReferences(content, of: forensicCase.sequence, except: nil, actor, connection)
            let number = try RecordStore.takeNumber(bureau: actor.bureau, letter: "E", connection)
            _ = try ExhibitStore.insert(
                number: number, bureau: actor.bureau, forensicCase: forensicCase.sequence, event: event, content,
                at: connection.time, connection
            )
            try connection.journal("exhibit.create", "exhibit:\(number)", ["case": forensicCase.number])
            return try Self.found(number, actor, connection)
        }
    }

    /// Replaces what is stated about an exhibit, keeping the old version.
    /// - Parameters:
    ///   - event: the place of its event in its case, from 1; nil where that is unknown.
    ///   - version: the version the actor saw; a newer one in the database refuses the change.
    public func change(
        _ number: String, to content: ExhibitContent, event: Int?, version: Int, reason: String, _ actor: Actor
    ) async throws -> Exhibit {
        let content = try await complete(content, actor)
        try refuse(failures(content))
        return try await update(number, version: version, actor) { exhibit, connection in
            let forensicCase = try CaseService.found(exhibit.caseNumber, actor, connection)
            guard content.kind == exhibit.content.kind else {
                throw RegistryError(.invalid, subject: number, failures: [FieldFailure("kind", "not-allowed")])
            }
            let event = try Self.event(event, of: forensicCase)
            try Self.checkReferences(content, of: forensicCase.sequence, except: exhibit, actor, connection)
            try ExhibitStore.replace(
                exhibit, with: content, event: event, by: actor.name, reason: reason, at: connection.time, connection
            )
            try connection.journal("exhibit.change", "exhibit:\(number)")
        }
    }

    /// Decides whether the exhibit is compared with those of other countries. The rule (`SubmissionRule`) advises, the
    /// bureau decides and says why.
    public func decide(
        _ submission: Exhibit.Submission, of number: String, version: Int, reason: String, _ actor: Actor
    ) async throws -> Exhibit {
        try refuse(ExhibitRules.failures(ofReason: reason))
        return try await update(number, version: version, actor) { exhibit, connection in
            guard submission != .undecided, submission != exhibit.submission else {
                throw RegistryError(
                    .illegalState, subject: number,
                    failures: [FieldFailure("submission", "not-allowed", value: submission.rawValue)]
                )
            }
            try ExhibitStore.setSubmission(
                submission, of: exhibit, by: actor.name, reason: reason, at: connection.time, connection
            )
            try connection.journal(
                "exhibit.\(submission.rawValue)", "exhibit:\(number)", ["from": exhibit.submission.rawValue]
            )
        }
    }

    /// The exhibit of a number. Reading is journalled as a consultation.
    /// - Throws: `RegistryError` `not-found`, also where the actor may not know that it exists.
    public func exhibit(_ number: String, _ actor: Actor) async throws -> Exhibit {
        try Access.require(.readExhibits, actor)
        let found = try await context.database.read { try Self.found(number, actor, $0) }
        try await context.write(actor) { try $0.journal("exhibit.read", "exhibit:\(found.number)") }
        return found
    }

    /// The versions before the present one, newest first; only for the owner bureau, and only those whose handling
    /// level the actor may see.
    public func versions(of number: String, _ actor: Actor) async throws -> [ExhibitVersion] {
        try Access.require(.readExhibits, actor)
        return try await context.database.read { connection in
            let exhibit = try Self.found(number, actor, connection)
            guard exhibit.bureau == actor.bureau else { return [] }
            return try ExhibitStore.versions(of: exhibit.sequence, connection).filter { version in
                var earlier = exhibit
                earlier.content = version.content
                return Access.mayKnow(earlier.accessFacts, submission: version.submission, actor)
            }
        }
    }

    /// One page of the exhibits the actor may know of, the last entered first.
    public func list(
        _ filter: ExhibitFilter, before cursor: Int64? = nil, limit: Int = 50, _ actor: Actor
    ) async throws -> ExhibitPage {
        try Access.require(.readExhibits, actor)
        let limit = max(1, min(limit, 200))
        return try await context.database.read {
            try ExhibitListStore.page(filter, before: cursor, limit: limit, actor, $0)
        }
    }

    // MARK: Custody

    /// Adds a step to the way of an exhibit through hands.
    /// - Parameter happenedAt: when it happened; not in the future.
    public func addCustody(
        _ content: CustodyContent, at happenedAt: Moment, to number: String, _ actor: Actor
    ) async throws -> [CustodyStep] {
        try Access.require(.writeExhibits, actor)
        var failures = ExhibitRules.failures(content)
        if happenedAt > context.now() {
            failures.append(FieldFailure("happenedAt", "in-future", value: happenedAt.description))
        }
        try refuse(failures)
        return try await context.write(actor) { connection in
            let exhibit = try Self.owned(number, actor, connection)
            try ExhibitStore.insertCustody(
                content, happenedAt: happenedAt, of: exhibit.sequence, by: actor.name, at: connection.time, connection
            )
            try connection.journal("exhibit.custody", "exhibit:\(number)", ["step": content.kind.rawValue])
            return try ExhibitStore.custody(of: exhibit.sequence, connection)
        }
    }

    /// The way of an exhibit through hands; empty for readers of other bureaus.
    public func custody(of number: String, _ actor: Actor) async throws -> [CustodyStep] {
        try Access.require(.readExhibits, actor)
        return try await context.database.read { connection in
            let exhibit = try Self.found(number, actor, connection)
            return exhibit.bureau == actor.bureau ? try ExhibitStore.custody(of: exhibit.sequence, connection) : []
        }
    }

    /// Everything that is wrong with a content that was completed.
    public func failures(_ content: ExhibitContent) -> [FieldFailure] {
        ExhibitRules.failures(content, today: CalendarDate(context.now()), settings: context.settings)
    }
}

extension ExhibitService {
    private func refuse(_ failures: [FieldFailure]) throws(RegistryError) {
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
    }

    /// Fills in the code of the calibre and the retention date.
    private func complete(_ content: ExhibitContent, _ actor: Actor) async throws -> ExhibitContent {
        var content = content
        let table = try await context.database.read { try context.tables.table(of: actor.bureau, $0).table }
        content.calibreCode = content.calibre.flatMap { table.calibre($0, type: nil)?.value.code }
        if content.retentionUntil == nil {
            let today = CalendarDate(context.now())
            content.retentionUntil = today.adding(days: context.settings.recordRetentionDays)
        }
        return content
    }

    static func found(
        _ number: String, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> Exhibit {
        guard var exhibit = try ExhibitStore.exhibit(number, actor, connection) else {
            throw RegistryError(.notFound, subject: number)
        }
        if exhibit.bureau != actor.bureau, let record = exhibit.content.firearmRecord {
            // The record may be hidden from those to whom the exhibit is shown.
            let isKnown = try RecordStore.record(number: record, actor, connection) != nil
            if !isKnown { exhibit.content.firearmRecord = nil }
        }
        return exhibit
    }

    /// An exhibit that the actor may change.
    static func owned(
        _ number: String, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> Exhibit {
        let exhibit = try found(number, actor, connection)
        guard Access.mayChange(exhibitOf: exhibit.bureau, actor) else {
            throw RegistryError(.forbidden, subject: number)
        }
        return exhibit
    }

    private static func event(_ place: Int?, of forensicCase: ForensicCase) throws -> Int64? {
        guard let place else { return nil }
        guard let event = forensicCase.events.first(where: { $0.place == place }) else {
            throw RegistryError(.invalid, failures: [FieldFailure("event", "unknown-code", value: "\(place)")])
        }
        return event.sequence
    }

    /// A label is given once in a case, and the record of the firearm is one the actor may read.
    private static func checkReferences(
        _ content: ExhibitContent, of forensicCase: Int64, except exhibit: Exhibit?, _ actor: Actor,
        _ connection: any ReadConnection
    ) throws {
        if let record = content.firearmRecord, record != exhibit?.content.firearmRecord,
            try RecordStore.record(number: record, actor, connection) == nil
        {
            throw RegistryError(
                .invalid, failures: [FieldFailure("firearmRecord", "unknown-code", value: record)]
            )
        }
        guard let label = content.label, !label.isEmpty else { return }
        let first = try ExhibitListStore.number(
            ofLabel: label, in: forensicCase, except: exhibit?.sequence, connection
        )
        guard let first else { return }
        throw RegistryError(
            .duplicate, subject: first,
            failures: [FieldFailure("label", "duplicate", value: label, arguments: ["number": first])]
        )
    }

    /// One guarded change of an exhibit of the actor's own bureau.
    private func update(
        _ number: String, version: Int, _ actor: Actor,
        _ body: @escaping @Sendable (Exhibit, JournalledConnection) throws -> Void
    ) async throws -> Exhibit {
        try await context.change(
            number, version: version, needs: .writeExhibits, Access.mayChange(exhibitOf:_:), actor,
            find: { try Self.found(number, actor, $0) }, body
        )
    }
}
