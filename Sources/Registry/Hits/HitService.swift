import Matching
public import Storage

/// What the parties do with hits, and the clocks that run meanwhile.
public struct HitService: Sendable {
    let context: RegistryContext

    /// The longest extension an owner may ask for, seconds: 30 days.
    static let longestExtensionSeconds: Int64 = 30 * 86_400

    /// Declares that a candidate of the actor's own check is the same object or person. The owner's bureau and the
    /// coordination centre are told, and the owner's clock starts.
    /// - Parameters:
    ///   - check: the check that found it.
    ///   - record: number of the record or notice.
    /// - Returns: the hit; the one made before where this pair was declared already. One that the system had made of
    ///   the same pair is sent to the owner.
    /// - Throws: `RegistryError` `not-found` for a check of another bureau or a record the check did not find.
    public func declare(
        check: Identifier, record number: String, urgency: Urgency, note: String, _ actor: Actor
    ) async throws -> Hit {
        try Access.require(.declareHits, actor)
        try Self.refuse(longNote: note)
        guard let result = try await context.checks.result(of: check, actor) else {
            throw RegistryError(.notFound, subject: "\(check)")
        }
        guard let finding = result.finding(number) else {
            throw RegistryError(.notFound, subject: number)
        }
        let record = finding.record
        guard record.bureau != actor.bureau else {
            throw RegistryError(
                .illegalState, subject: number,
                failures: [
                    FieldFailure("record", "own-record", value: number)
                ])
        }
        let settings = context.settings
        let declared = try await context.write(actor) { connection in
            let clock = HitClock(from: connection.time, urgency: urgency, settings: settings)
            let created = try HitStore.insert(
                HitStore.Draft(
                    state: .sent, urgency: urgency, origin: .check, searcherBureau: actor.bureau,
                    ownerBureau: record.bureau, check: check, kind: record.kind, record: record.sequence,
                    otherRecord: nil, score: finding.score, reasons: finding.reasons, clock: clock, note: note
                ),
                numberedBy: record.bureau, connection
            )
            if let created { return created }
            guard var earlier = try HitStore.hit(check: check, record, actor, connection) else {
                throw RegistryError(.notFound, subject: number)
            }
            if earlier.state == .potential {
                earlier.urgency = urgency
                let event = HitEvent(
                    time: connection.time, user: actor.name, bureau: actor.bureau, action: HitAction.send.rawValue,
                    state: .sent, note: note
                )
                try HitStore.move(earlier, to: .sent, clock: clock, event, connection)
                try connection.journal("hit.send", "hit:\(earlier.number)", ["from": HitState.potential.rawValue])
            }
            return earlier.number
        }
        return try await hit(declared, actor)
    }

    /// A party's step. What the actor may do follows from its bureau's part in the hit.
    /// - Parameters:
    ///   - note: reason or outcome; required to refute and to record the outcome.
    ///   - until: for `ask-more-time`, the moment by which the owner will answer.
    ///   - version: the version the actor saw; nil accepts any.
    /// - Throws: `RegistryError` `illegal-state` where the step does not follow from the present state.
    public func act(
        _ action: HitAction, on number: String, note: String = "", until: Moment? = nil, version: Int? = nil,
        _ actor: Actor
    ) async throws -> Hit {
        try Access.require(action.party == .owner ? .answerHits : .declareHits, actor)
        let failures = Self.failures(action, note: note, until: until, now: context.now())
        guard failures.isEmpty else { throw RegistryError(.invalid, subject: number, failures: failures) }
        let settings = context.settings
        try await context.write(actor) { connection in
            guard let hit = try HitStore.hit(number: number, actor, connection) else {
                throw RegistryError(.notFound, subject: number)
            }
            guard Self.may(actor, take: action, on: hit) else {
                throw RegistryError(.forbidden, subject: number)
            }
            guard version == nil || version == hit.version else {
                throw RegistryError(
                    .versionMismatch, subject: number,
                    failures: [
                        FieldFailure("version", "version-mismatch", arguments: ["now": "\(hit.version)"])
                    ])
            }
            guard action.from.contains(hit.state) else {
                throw RegistryError(
                    .illegalState, subject: number,
                    failures: [
                        FieldFailure(
                            "action", "not-allowed", value: action.rawValue, arguments: ["now": hit.state.rawValue])
                    ])
            }
            let event = HitEvent(
                time: connection.time, user: actor.name, bureau: actor.bureau, action: action.rawValue,
                state: action.result, note: note, until: until
            )
            if action == .acknowledge {
                try HitStore.moveKeepingClock(hit, to: action.result, event, connection)
            } else {
                let clock = Self.clock(after: action, hit, until: until, at: connection.time, settings)
                try HitStore.move(hit, to: action.result, clock: clock, event, connection)
            }
            try connection.journal("hit.\(action.rawValue)", "hit:\(number)", ["from": hit.state.rawValue])
        }
        return try await hit(number, actor)
    }

    /// The hit of a number.
    /// - Throws: `RegistryError` `not-found`, also where the actor is no party to it.
    public func hit(_ number: String, _ actor: Actor) async throws -> Hit {
        try Access.require(.readHits, actor)
        let hit = try await context.database.read { try HitStore.hit(number: number, actor, $0) }
        guard let hit else { throw RegistryError(.notFound, subject: number) }
        return hit
    }

    /// The steps of a hit, oldest first.
    public func events(of number: String, _ actor: Actor) async throws -> [HitEvent] {
        let hit = try await hit(number, actor)
        return try await context.database.read { try HitStore.events(of: hit.sequence, $0) }
    }

    /// The hits the actor's bureau is a party to, those with a running clock first, the next due on top.
    public func worklist(includingClosed: Bool = false, limit: Int = 200, _ actor: Actor) async throws -> [Hit] {
        try Access.require(.readHits, actor)
        return try await context.database.read {
            try HitStore.worklist(includingClosed: includingClosed, limit: max(1, min(limit, 500)), actor, $0)
        }
    }

    /// How many hits are unanswered, for the bell.
    public func openCount(_ actor: Actor) async throws -> Int {
        guard Access.allows(.readHits, actor) else { return 0 }
        return try await context.database.read { try HitStore.openCount(actor, $0) }
    }

    /// What the actor may do with the hit as it stands.
    public static func actions(of actor: Actor, on hit: Hit) -> [HitAction] {
        HitAction.allCases.filter { $0.from.contains(hit.state) && may(actor, take: $0, on: hit) }
    }

    /// Sends reminders and escalations that have become due.
    /// - Returns: how many.
    @discardableResult
    public func advanceClocks() async throws -> Int {
        let now = context.now()
        let due = try await context.database.read { try HitStore.due(at: now, $0) }
        guard !due.isEmpty else { return 0 }
        return try await context.database.write { connection in
            var count = 0
            for hit in due {
                let marked =
                    hit.isEscalation
                    ? try HitStore.markEscalated(hit.sequence, at: now, connection)
                    : try HitStore.markReminded(hit.sequence, at: now, connection)
                guard marked else { continue }
                let system = JournalledConnection(base: connection, actor: .system(bureau: hit.ownerBureau), time: now)
                let action = hit.isEscalation ? "escalate" : "remind"
                let event = HitEvent(
                    time: now, user: system.actor.name, bureau: hit.ownerBureau, action: action, state: hit.state,
                    note: ""
                )
                try HitStore.append(event, to: hit.sequence, system)
                try system.journal("hit.\(action)", "hit:\(hit.number)")
                count += 1
            }
            return count
        }
    }

    // MARK: Rules

    /// Each step has its party, and the actor needs its role's right to it.
    private static func may(_ actor: Actor, take action: HitAction, on hit: Hit) -> Bool {
        guard Access.allows(action.party == .owner ? .answerHits : .declareHits, actor) else { return false }
        switch action.party {
        case .owner: return actor.bureau == hit.ownerBureau
        case .searcher: return actor.bureau == hit.searcherBureau
        case .coordinationCentre: return actor.isCoordinationCentre
        }
    }

    private static func clock(
        after action: HitAction, _ hit: Hit, until: Moment?, at now: Moment, _ settings: RegistrySettings
    ) -> HitClock? {
        switch action {
        case .send: HitClock(from: now, urgency: hit.urgency, settings: settings)
        case .askMoreTime: until.map { HitClock(from: now, until: $0) }
        case .acknowledge, .confirm, .refute, .actOn, .recordOutcome: nil
        }
    }

    private static func failures(_ action: HitAction, note: String, until: Moment?, now: Moment) -> [FieldFailure] {
        var failures: [FieldFailure] = []
        if note.unicodeScalars.count > 2_000 {
            failures.append(FieldFailure("note", "too-long", value: note, arguments: ["maximum": "2000"]))
        }
        if action == .refute || action == .recordOutcome, note.allSatisfy(\.isWhitespace) {
            failures.append(FieldFailure("note", "required"))
        }
        guard action == .askMoreTime else { return failures }
        if let until {
            if until <= now { failures.append(FieldFailure("until", "in-past", value: "\(until)")) }
            let latest = now.adding(seconds: longestExtensionSeconds)
            if until > latest {
                failures.append(
                    FieldFailure("until", "too-late", value: "\(until)", arguments: ["latest": "\(latest)"])
                )
            }
        } else {
            failures.append(FieldFailure("until", "required"))
        }
        return failures
    }

    private static func refuse(longNote note: String) throws(RegistryError) {
        guard note.unicodeScalars.count > 2_000 else { return }
        throw RegistryError(
            .invalid,
            failures: [
                FieldFailure("note", "too-long", value: note, arguments: ["maximum": "2000"])
            ])
    }
}
