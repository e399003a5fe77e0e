import Storage

/// Which examinations are listed.
public enum ExaminationList: String, Sendable, Hashable, CaseIterable {
    /// Nobody has concluded in the present round.
    case toConclude = "to-conclude"
    /// A second or third examiner is asked, and the actor may be the one.
    case toVerify = "to-verify"
    /// Examiners of whom the actor is one disagree.
    case toDiscuss = "to-discuss"
    /// The exhibit of another bureau was asked for and has not arrived.
    case waiting
    /// All, the last changed first.
    case all
}

extension ExaminationService {
    /// The examination of a number, as far as the actor may know of it and of what happened in it.
    /// - Throws: `RegistryError` `not-found`.
    public func examination(_ number: String, _ actor: Actor) async throws -> Examination {
        try Access.require(.readExhibits, actor)
        return try await context.database.read { try Self.found(number, actor, $0) }
    }

    /// The examination with its marks, conclusions and steps. Reading is journalled as a consultation.
    public func detail(_ number: String, _ actor: Actor) async throws -> ExaminationDetail {
        try Access.require(.readExhibits, actor)
        return try await context.write(actor) { connection in
            let examination = try Self.found(number, actor, connection)
            try connection.journal("examination.read", "examination:\(number)")
            return try Self.detail(of: examination, actor, connection)
        }
    }

    /// The picture of a mark of an examination in its current preparation: PNG.
    /// - Throws: `RegistryError` `not-found` where the mark belongs to neither exhibit or has no preparation.
    public func picture(of mark: MarkNumber, in number: String, _ actor: Actor) async throws -> [UInt8] {
        try Access.require(.readExhibits, actor)
        let blob = try await context.database.read { connection -> BlobHash? in
            let examination = try Self.found(number, actor, connection)
            guard [examination.first.number, examination.second.number].contains(mark.exhibit),
                let preparation = try MarkStore.mark(mark, actor, connection)?.currentPreparation
            else { return nil }
            return try MarkStore.preparation(preparation, connection)?.picture
        }
        guard let blob else { throw RegistryError(.notFound, subject: "\(mark)") }
        return try context.blobs.get(blob)
    }

    static func detail(
        of examination: Examination, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> ExaminationDetail {
        let marks = try marks(of: examination, connection)
        let isBlind = examination.isReaderBlind
        let conclusions = try ExaminationStore.conclusions(
            of: examination.sequence, by: isBlind ? actor.name : nil, connection
        )
        let steps = try ExaminationStore.steps(of: examination.sequence, connection).filter { step in
            // What a blind reader may see: that the round they conclude in was begun.
            !isBlind || step.kind == .opened || step.kind == .continued && step.round == examination.round
        }
        let count = try connection.count(
            "SELECT COUNT(*) FROM examination_conclusions WHERE examination = ? AND round = ?",
            [.integer(examination.sequence), .integer(examination.round)]
        )
        return ExaminationDetail(
            examination: examination, firstMarks: marks.first, secondMarks: marks.second, conclusions: conclusions,
            steps: steps,
            correlatedAt: try ExaminationStore.correlatedAt(examination.first, examination.second, connection),
            link: try ExhibitLinkStore.link(examination.number, actor, connection),
            reports: try ExaminationReportStore.reports(
                where: "x.sequence = ?", [.integer(examination.sequence)], actor, connection
            ),
            actions: actions(on: examination, conclusions: count, actor)
        )
    }

    private static func actions(
        on examination: Examination, conclusions: Int, _ actor: Actor
    ) -> [ExaminationAction] {
        ExaminationAction.allCases.filter { action in
            switch action {
            case .conclude:
                Access.allows(.examine, actor) && examination.isReaderBlind
                    && conclusions < ExaminationRules.mostConclusions
            case .discuss:
                Access.allows(.examine, actor) && examination.state == .disagreed && examination.hasReaderConcluded
            case .proceed: Access.allows(.examine, actor) && examination.state.isOver
            case .withdraw:
                Access.allows(.writeExhibits, actor) && examination.state == .opened && examination.round == 1
            case .report: Access.allows(.examine, actor) && examination.state.isOver
            }
        }
    }

    /// The examinations of a list of the actor's laboratory, those that wait longest first.
    /// - Parameter limit: 1 to 500.
    public func list(_ list: ExaminationList, limit: Int = 200, _ actor: Actor) async throws -> [Examination] {
        try Access.require(.readExhibits, actor)
        return try await context.database.read { connection in
            let (condition, values) = Self.condition(list, actor)
            return try ExaminationStore.examinations(
                where: condition, values, order: list == .all ? "x.opened_at DESC" : "x.round_opened_at",
                limit: max(1, min(limit, 500)), actor, connection
            )
        }
    }

    /// How many examinations each list holds.
    public func counts(_ actor: Actor) async throws -> [ExaminationList: Int] {
        try Access.require(.readExhibits, actor)
        return try await context.database.read { connection in
            let rule = AccessStore.mayKnowExamination(actor)
            return try Dictionary(
                uniqueKeysWithValues: ExaminationList.allCases.map { list in
                    let (condition, values) = Self.condition(list, actor)
                    let count = try connection.count(
                        "SELECT COUNT(*) \(ExaminationStore.source) WHERE \(rule.sql) AND (\(condition))",
                        rule.values + values
                    )
                    return (list, count)
                })
        }
    }

    private static func condition(_ list: ExaminationList, _ actor: Actor) -> (sql: String, values: [DatabaseValue]) {
        switch list {
        case .toConclude: ("x.state = 'opened'", [])
        // Whoever may not conclude sees everything that waits for a verification.
        case .toVerify:
            (
                """
                x.state IN ('awaiting-verification', 'disagreed') AND NOT \(ExaminationStore.hasConcluded) \
                AND (SELECT COUNT(*) FROM examination_conclusions k WHERE k.examination = x.sequence \
                AND k.round = x.round) < ?
                """,
                [.text(actor.name), .integer(ExaminationRules.mostConclusions)]
            )
        case .toDiscuss:
            Access.isExaminer(actor)
                ? ("x.state = 'disagreed' AND \(ExaminationStore.hasConcluded)", [.text(actor.name)])
                : ("x.state = 'disagreed'", [])
        case .waiting: waiting(actor)
        case .all: ("1 = 1", [])
        }
    }

    /// The request hangs on the link: nobody learns of it who may not know of the link.
    private static func waiting(_ actor: Actor) -> (sql: String, values: [DatabaseValue]) {
        let rule = AccessStore.mayKnowLink(actor)
        return (
            """
            EXISTS (SELECT 1 FROM exhibit_links l WHERE l.examination = x.sequence AND l.requested_at IS NOT NULL \
            AND (l.received_at IS NULL OR l.received_at < l.requested_at) AND \(rule.sql))
            """,
            rule.values
        )
    }
}
