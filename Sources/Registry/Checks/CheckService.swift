import Firearms
import Identity
import Matching
public import Storage

/// Checking firearms, documents, vehicles and persons: candidates first, then the full report of one.
public struct CheckService: Sendable {
    let context: RegistryContext

    /// Most candidates an answer holds, apart from equal numbers.
    public static let mostCandidates = 25
    /// Most equal numbers that an answer holds beyond these.
    public static let mostEqual = 200
    /// Most checks in one batch.
    public static let mostInBatch = 1_000

    /// Looks for records and notices of what was read. The check is in the journal, durably, before the answer leaves, also when
    /// it finds nothing.
    /// - Throws: `RegistryError` `invalid` with every wrong field, or `forbidden`.
    public func check(_ request: CheckRequest, _ actor: Actor) async throws -> CheckResult {
        try Access.require(.check, actor)
        let failures = Self.failures(in: request)
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
        let subjects = CheckSubjects(request, year: context.now().year)
        let answer = try await context.database.read { connection in
            if let operation = request.operation,
                try !OperationStore.takesPart(actor.bureau, in: operation, connection)
            {
                throw RegistryError(.invalid, failures: [FieldFailure("operation", "unknown-code", value: operation)])
            }
            return try search(request, subjects, actor, connection)
        }
        let stored = CheckStore.Stored(request, subjects)
        return try await context.write(actor) { connection in
            // A record entered meanwhile must be found by this check, because matching leaves it to later checks.
            let answer =
                try CheckStore.isAnythingEntered(after: answer.head, connection)
                ? search(request, subjects, actor, connection) : answer
            let entry = try connection.journal(
                "check.run", "check:\(stored.id)",
                ["purpose": request.purpose.rawValue, "candidates": "\(answer.count)"]
            )
            try CheckStore.insert(stored, candidates: answer.listedCount, entry: entry.sequence, connection)
            return Self.result(
                id: stored.id, time: connection.time, request, bureau: actor.bureau, user: actor.name, answer
            )
        }
    }

    /// The answer to an earlier check of the actor's bureau, as it would be given now.
    /// - Returns: nil where the bureau made no such check.
    public func result(of id: Identifier, _ actor: Actor) async throws -> CheckResult? {
        try Access.require(.check, actor)
        return try await context.database.read { connection in
            guard let kept = try CheckStore.check(id: id, bureau: actor.bureau, connection) else { return nil }
            let subjects = CheckSubjects(kept.request, year: kept.time.year)
            let answer = try search(kept.request, subjects, actor, connection)
            return Self.result(id: id, time: kept.time, kept.request, bureau: kept.bureau, user: kept.user, answer)
        }
    }

    /// The full report of one candidate of a check. Reading it is journalled with the check it came from.
    /// - Throws: `RegistryError` `not-found` for what the check did not find or the actor may not know of.
    public func report(of number: String, check id: Identifier, _ actor: Actor) async throws -> CheckReport {
        guard let result = try await result(of: id, actor) else { throw RegistryError(.notFound, subject: "\(id)") }
        guard let finding = result.finding(number) else { throw RegistryError(.notFound, subject: number) }
        let content = try await context.write(actor) { connection in
            let content = try Self.content(of: finding, actor, connection)
            guard let content else { throw RegistryError(.notFound, subject: number) }
            let name = finding.record.kind == .firearm ? "record" : finding.record.kind.rawValue
            try connection.journal("\(name).read", "\(name):\(finding.record.number)", ["check": "\(id)"])
            return content
        }
        return CheckReport(content: content, finding: finding, check: result)
    }

    private static func content(
        of finding: CheckFinding, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> CheckReport.Content? {
        let number = finding.record.number
        switch finding {
        case .firearm:
            return try RecordStore.record(number: number, actor, connection).map { .firearm($0) }
        case .document:
            let record: DocumentRecord? = try ObjectStore.record(number: number, actor, connection)
            return record.map { .document($0) }
        case .vehicle:
            let record: VehicleRecord? = try ObjectStore.record(number: number, actor, connection)
            return record.map { .vehicle($0) }
        case .person:
            guard let number = NoticeNumber(number) else { return nil }
            return try NoticeStore.notice(number, actor, connection).map { .notice($0) }
        }
    }

    /// The latest checks: an officer's own, the whole bureau's for its desk and for coordinators.
    public func latest(limit: Int = 20, _ actor: Actor) async throws -> [CheckSummary] {
        try Access.require(.check, actor)
        let user = actor.role == .officer ? actor.name : nil
        return try await context.database.read {
            try CheckStore.latest(bureau: actor.bureau, user: user, limit: max(1, min(limit, 200)), $0)
        }
    }

    /// Deletes checks that are older than the retention of checks; the journal keeps that they were made.
    @discardableResult
    public func deleteExpired(limit: Int = 1_000) async throws -> Int {
        let now = context.now()
        let oldest = now.adding(days: -Int64(context.settings.checkRetentionDays))
        return try await context.database.write { connection in
            let count = try CheckStore.delete(before: oldest, limit: limit, connection)
            if count > 0 {
                let system = JournalledConnection(base: connection, actor: .system(bureau: ""), time: now)
                try system.journal("check.erase", "checks", ["count": "\(count)"])
            }
            return count
        }
    }

    // MARK: Searching

    struct Answer: Sendable {
        var candidates: [CheckCandidate]
        var total: Int
        var isCutOff: Bool
        /// Whether numbers read with an error were looked for too.
        var includesNear: Bool
        /// How many records with near numbers are left out, because too many agree.
        var nearNotListed = 0
        /// Sequence of the journal's last entry when the records were searched.
        var head: Int64
        var documents: [ObjectCandidate<TravelDocument>] = []
        var vehicles: [ObjectCandidate<Vehicle>] = []
        var persons: [PersonCandidate] = []
        var zone: MachineReadableZone?

        /// How many agree, of all kinds.
        var count: Int { total + documents.count + vehicles.count + persons.count }
        /// How many of them are shown.
        var listedCount: Int { candidates.count + documents.count + vehicles.count + persons.count }
    }

    private func search(
        _ request: CheckRequest, _ subjects: CheckSubjects, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> Answer {
        var answer =
            try request.firearm.map { try search($0, actor, connection) }
            ?? Answer(
                candidates: [], total: 0, isCutOff: false, includesNear: true, head: connection.journalHead().sequence
            )
        let objects = ObjectSearch(index: context.objects, actor: actor, connection: connection)
        answer.documents = try objects.documents(subjects.documents)
        answer.vehicles = try objects.vehicles(subjects.vehicle)
        if let person = subjects.person {
            answer.persons = try context.noticedPersonStore.candidates(person, actor, connection)
        }
        answer.zone = subjects.zone
        return answer
    }

    /// Agreement from which an equal number is taken for the one that was looked for, so that near ones are not.
    private static let certainScore = 0.98

    private func search(
        _ request: FirearmQuery, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> Answer {
        let table = try context.tables.table(of: actor.bureau, connection).table
        let query = request.matchQuery(table)
        let plan = SerialLookup.plan(for: SerialPattern(request.serial), partOfNumber: false)
        let exact = try CandidateStore.records(plan, actor, connection)
        let head = try connection.journalHead().sequence
        var ranked = try CandidateRanking.rankWithParts(query, exact.records, table, connection)
        var answer = Answer(
            candidates: [], total: ranked.count, isCutOff: exact.isCutOff, includesNear: true, head: head
        )
        if exact.isCutOff || (ranked.first?.score ?? 0) < Self.certainScore {
            if let search = try NearNumberSearch(context.numbers, connection) {
                let known = exact.records.map { FoundNumber(record: $0.summary.sequence, normalised: $0.normalised) }
                let near = try search.find(query, beside: Set(known), isCutOff: exact.isCutOff, actor, connection)
                if !near.records.isEmpty {
                    ranked = try CandidateRanking.rankWithParts(query, exact.records + near.records, table, connection)
                    answer.total = ranked.count
                }
                answer.nearNotListed = near.nearNotListed
                if exact.isCutOff {
                    answer.total = max(ranked.count, near.agreeing)
                    answer.isCutOff = near.isLowerBound || near.agreeing < exact.records.count
                }
            } else {
                answer.includesNear = false
            }
        }
        answer.candidates = Self.listed(ranked)
        return answer
    }

    private static func result(
        id: Identifier, time: Moment, _ request: CheckRequest, bureau: String, user: String, _ answer: Answer
    ) -> CheckResult {
        CheckResult(
            id: id, time: time, request: request, bureau: bureau, user: user, candidates: answer.candidates,
            total: answer.total, totalIsLowerBound: answer.isCutOff,
            includesNearNumbers: answer.includesNear, nearNotListed: answer.nearNotListed,
            advice: request.firearm.map { advice($0, answer) } ?? [], documents: answer.documents,
            vehicles: answer.vehicles, persons: answer.persons, zone: answer.zone
        )
    }

    /// The best candidates, and after them every other one whose number is equal to what was read: it may be the firearm,
    /// whatever else differs.
    private static func listed(_ ranked: [CheckCandidate]) -> [CheckCandidate] {
        let equal = ranked.dropFirst(mostCandidates).lazy.filter { candidate in
            candidate.reasons.contains { $0.code == "serial.equal" }
        }
        return Array(ranked.prefix(mostCandidates)) + equal.prefix(mostEqual)
    }

    /// What would narrow the answer, when it holds more than is shown.
    private static func advice(_ request: FirearmQuery, _ answer: Answer) -> [String] {
        guard answer.total > mostCandidates || answer.isCutOff || answer.nearNotListed > 0 else { return [] }
        var advice: [String] = []
        if SerialPattern(request.serial).hasUnreadablePlaces { advice.append("serial") }
        if (request.make ?? "").isEmpty { advice.append("make") }
        if (request.model ?? "").isEmpty { advice.append("model") }
        if (request.calibre ?? "").isEmpty { advice.append("calibre") }
        if request.type == nil { advice.append("type") }
        return advice
    }

    /// What is wrong with a check, as making it would say; for callers that name every wrong field at once.
    public static func failures(in request: CheckRequest) -> [FieldFailure] { request.failures }
}
