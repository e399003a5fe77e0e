import Storage

/// Examinations of pairs of exhibits: opening, concluding, verifying blind, settling disagreements.
public struct ExaminationService: Sendable {
    let context: RegistryContext

    /// Opens the examination of two exhibits at the actor's laboratory.
    /// - Parameters:
    ///   - basis: what the first round looks at.
    /// - Returns: the examination; the one opened before where the laboratory has examined the pair already.
    /// - Throws: `RegistryError` `invalid` for an exhibit the actor may not know of and where the two cannot be compared;
    ///   `forbidden` where neither is the bureau's own.
    public func open(
        _ first: String, _ second: String, basis: ExaminationBasis = .screen, _ actor: Actor
    ) async throws -> Examination {
        try Access.require(.writeExhibits, actor)
        return try await context.write(actor) { connection in
            let pair = try Self.pair(first, second, connection)
            guard Access.mayExamine(exhibitsOf: [pair.first.bureau, pair.second.bureau], actor) else {
                throw RegistryError(.forbidden, subject: second)
            }
            let bureau = actor.bureau
            if let known = try ExaminationStore.number(
                pair.first.sequence, pair.second.sequence, bureau: bureau, connection)
            {
                return try Self.found(known, actor, connection)
            }
            let (_, number) = try ExaminationStore.insert(
                pair.first.sequence, pair.second.sequence, basis: basis, connection
            )
            try connection.journal("examination.open", "examination:\(number)")
            return try Self.found(number, actor, connection)
        }
    }

    /// Signs a conclusion in the present round: the first, the verification of it, or a third after a disagreement.
    ///
    /// Whoever verifies does not see what others concluded before they have concluded themselves. A lead is told to the
    /// parties of both cases in the same transaction.
    /// - Throws: `RegistryError` `invalid` with every wrong field; `illegal-state` where the actor has concluded already
    ///   or the round is over.
    public func conclude(_ number: String, _ draft: ConclusionDraft, _ actor: Actor) async throws -> Examination {
        try Access.require(.examine, actor)
        return try await context.write(actor) { connection in
            let examination = try Self.found(number, actor, connection)
            let position = try ExaminationStore.position(of: examination.sequence, connection)
            let earlier = try ExaminationStore.conclusions(of: examination.sequence, connection)
                .filter { $0.round == position.round }
            guard position.state.isPending, !examination.hasReaderConcluded,
                earlier.count < ExaminationRules.mostConclusions
            else { throw Self.illegal(examination, .conclude) }
            let marks = try Self.marks(of: examination, connection)
            let draft = try Self.prepared(draft, position.basis, marks)
            try ExaminationStore.append(draft, to: examination.sequence, at: position, connection)
            try connection.journal("examination.conclude", "examination:\(number)")
            let after = ExaminationRules.state(
                after: earlier.map(\.conclusion) + [draft.conclusion], asksVerification: draft.asksVerification
            )
            try Self.move(examination, position, to: after.state, outcome: after.outcome, connection)
            return try Self.found(number, actor, connection)
        }
    }

    /// Records how the examiners of the round settled a disagreement.
    /// - Parameters:
    ///   - record: who discussed and what was decisive, 1 to 10,000 characters.
    ///   - conclusion: what they agreed on.
    public func discuss(
        _ number: String, record: String, conclusion: Conclusion, version: Int? = nil, _ actor: Actor
    ) async throws -> Examination {
        try Access.require(.examine, actor)
        var texts = TextRules()
        texts.check("record", record, maximum: 10_000, isRequired: true)
        try texts.refuseFailures()
        return try await context.write(actor) { connection in
            let examination = try Self.found(number, actor, connection)
            let position = try ExaminationStore.position(of: examination.sequence, connection)
            try Self.require(version, of: examination)
            guard position.state == .disagreed, examination.hasReaderConcluded else {
                throw Self.illegal(examination, .discuss)
            }
            try ExaminationStore.append(
                .discussed, by: actor.name, note: record, conclusion: conclusion, to: examination.sequence,
                round: position.round, connection
            )
            try connection.journal("examination.discuss", "examination:\(number)")
            try Self.move(examination, position, to: .settled, outcome: conclusion, connection)
            return try Self.found(number, actor, connection)
        }
    }

    /// Begins a further round once the present one is over, on the exhibits themselves or once more on the same.
    /// - Throws: `RegistryError` `invalid` where a round on the exhibits would be followed by one on the screen.
    public func proceed(
        _ number: String, on basis: ExaminationBasis, version: Int? = nil, _ actor: Actor
    ) async throws -> Examination {
        try Access.require(.examine, actor)
        return try await context.write(actor) { connection in
            let examination = try Self.found(number, actor, connection)
            try Self.require(version, of: examination)
            guard examination.state.isOver else { throw Self.illegal(examination, .proceed) }
            guard basis == .exhibits || examination.basis == .screen else {
                throw RegistryError(.invalid, failures: [FieldFailure("basis", "not-allowed", value: basis.rawValue)])
            }
            let round = examination.round + 1
            try ExaminationStore.beginRound(round, of: examination.sequence, basis: basis, connection)
            try ExaminationStore.append(
                .continued, by: actor.name, to: examination.sequence, round: round, connection
            )
            try connection.journal("examination.continue", "examination:\(number)", ["basis": basis.rawValue])
            return try Self.found(number, actor, connection)
        }
    }

    /// Ends an examination that was opened by mistake, before anybody has concluded.
    public func withdraw(_ number: String, reason: String, _ actor: Actor) async throws -> Examination {
        try Access.require(.writeExhibits, actor)
        var texts = TextRules()
        texts.check("reason", reason, maximum: 2_000, isRequired: true)
        try texts.refuseFailures()
        return try await context.write(actor) { connection in
            let examination = try Self.found(number, actor, connection)
            guard examination.state == .opened, examination.round == 1 else {
                throw Self.illegal(examination, .withdraw)
            }
            try ExaminationStore.append(
                .withdrawn, by: actor.name, note: reason, to: examination.sequence, round: 1, connection
            )
            try ExaminationStore.move(examination.sequence, to: .withdrawn, outcome: nil, connection)
            try connection.journal("examination.withdraw", "examination:\(number)")
            return try Self.found(number, actor, connection)
        }
    }
}

extension ExaminationState {
    /// Whether a round has ended with an outcome.
    var isOver: Bool { self == .concluded || self == .verified || self == .settled }
}

// MARK: - Shared steps

extension ExaminationService {
    static func found(
        _ number: String, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> Examination {
        guard let examination = try ExaminationStore.examination(number, actor, connection) else {
            throw RegistryError(.notFound, subject: number)
        }
        return examination
    }

    /// The two exhibits in the order of their entry.
    static func pair(
        _ first: String, _ second: String, _ connection: JournalledConnection
    ) throws -> (first: Exhibit, second: Exhibit) {
        let actor = connection.actor
        var failures: [FieldFailure] = []
        func exhibit(_ field: String, _ number: String) throws -> Exhibit? {
            let exhibit = try ExhibitStore.exhibit(number, actor, connection)
            if exhibit == nil { failures.append(FieldFailure(field, "unknown-exhibit", value: number)) }
            return exhibit
        }
        let one = try exhibit("first", first)
        let other = try exhibit("second", second)
        guard let one, let other else { throw RegistryError(.invalid, failures: failures) }
        if one.sequence == other.sequence { failures.append(FieldFailure("second", "same-exhibit", value: second)) }
        if one.content.kind != other.content.kind {
            failures.append(FieldFailure("second", "other-kind", value: second))
        }
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
        return one.sequence < other.sequence ? (one, other) : (other, one)
    }

    static func marks(
        of examination: Examination, _ connection: any ReadConnection
    ) throws -> (first: [Mark], second: [Mark]) {
        (
            try ExaminationStore.marks(of: examination.first, connection),
            try ExaminationStore.marks(of: examination.second, connection)
        )
    }

    /// The draft with the preparations in which its marks were seen.
    private static func prepared(
        _ draft: ConclusionDraft, _ basis: ExaminationBasis, _ marks: (first: [Mark], second: [Mark])
    ) throws -> ConclusionDraft {
        var draft = draft
        var texts = TextRules()
        texts.check("reasons", draft.content.reasons, maximum: 10_000, isRequired: true)
        texts.check("method", draft.content.method ?? "", maximum: 2_000)
        if draft.isLikely, draft.conclusion != .inconclusiveA {
            texts.failures.append(FieldFailure("isLikely", "not-allowed"))
        }
        // On the screen one looks at marks; without any, nobody could say later at what.
        if basis == .screen, draft.content.marks.isEmpty { texts.failures.append(FieldFailure("marks", "required")) }
        for (index, pair) in draft.content.marks.enumerated() {
            let first = marks.first.first { $0.number == pair.first }
            let second = marks.second.first { $0.number == pair.second }
            if first == nil {
                texts.failures.append(
                    FieldFailure("marks[\(index)].first", "unknown-mark", value: "\(pair.first)"))
            }
            if second == nil {
                texts.failures.append(
                    FieldFailure("marks[\(index)].second", "unknown-mark", value: "\(pair.second)"))
            }
            if let first, let second, first.kind != second.kind {
                texts.failures.append(FieldFailure("marks[\(index)]", "other-kind", value: "\(pair.second)"))
            }
            draft.content.marks[index].firstPreparation = first?.currentPreparation
            draft.content.marks[index].secondPreparation = second?.currentPreparation
        }
        try texts.refuseFailures()
        return draft
    }

    /// Moves an examination on, and with it the link between its exhibits. Planted tests make no links.
    private static func move(
        _ examination: Examination, _ position: ExaminationStore.Position, to state: ExaminationState,
        outcome: Conclusion?, _ connection: JournalledConnection
    ) throws {
        try ExaminationStore.move(examination.sequence, to: state, outcome: outcome, connection)
        guard !position.isPlanted, let cases = try ExhibitLinkStore.cases(of: examination, connection) else { return }
        let present = try ExhibitLinkStore.standing(of: examination.sequence, connection)
        let conclusions = try ExaminationStore.conclusions(of: examination.sequence, connection)
            .filter { $0.round == position.round }
        let standing = ExaminationRules.standing(
            present, state: state, outcome: outcome, basis: position.basis, conclusions: conclusions
        )
        guard let standing, standing != present else { return }
        try ExhibitLinkStore.set(standing, of: examination, cases: cases, connection)
    }

    static func require(_ version: Int?, of examination: Examination) throws(RegistryError) {
        guard let version, version != examination.version else { return }
        throw RegistryError(seen: version, now: examination.version, subject: examination.number)
    }

    /// The error names the state as the actor may see it.
    static func illegal(_ examination: Examination, _ action: ExaminationAction) -> RegistryError {
        RegistryError(
            .illegalState, subject: examination.number,
            failures: [
                FieldFailure(
                    "action", "not-allowed", value: action.rawValue, arguments: ["now": examination.state.rawValue]
                )
            ]
        )
    }
}

/// Rules for texts that people write, gathered so that one answer names every wrong field.
struct TextRules {
    var failures: [FieldFailure] = []

    mutating func check(_ field: String, _ text: String, maximum: Int, isRequired: Bool = false) {
        if isRequired, text.allSatisfy(\.isWhitespace) { failures.append(FieldFailure(field, "required")) }
        if text.unicodeScalars.count > maximum {
            failures.append(FieldFailure(field, "too-long", value: text, arguments: ["maximum": "\(maximum)"]))
        }
    }

    func refuseFailures() throws(RegistryError) {
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
    }
}
