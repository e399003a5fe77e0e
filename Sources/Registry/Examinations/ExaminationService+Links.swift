public import Storage

/// A link with its steps.
public struct ExhibitLinkDetail: Sendable, Hashable {
    /// The link.
    public var link: ExhibitLink
    /// When marks of the two exhibits were first correlated; nil where none were.
    public var correlatedAt: Moment?
    /// Its steps, oldest first.
    public var steps: [ExhibitLinkStep]
    /// What the reader may do now.
    public var actions: [LinkAction]
}

extension ExaminationService {
    /// The link of an examination's number.
    /// - Throws: `RegistryError` `not-found`, also where the actor is no party to it.
    public func link(_ number: String, _ actor: Actor) async throws -> ExhibitLinkDetail {
        try Access.require(.readExhibits, actor)
        return try await context.write(actor) { connection in
            let detail = try Self.foundLink(number, actor, connection)
            try connection.journal("link.read", "link:\(number)")
            return detail
        }
    }

    /// The links the actor may know of, the latest first.
    /// - Parameters:
    ///   - isNew: only those of the actor's bureau of whose present standing nobody there has taken note.
    ///   - limit: 1 to 500.
    public func links(isNew: Bool = false, limit: Int = 200, _ actor: Actor) async throws -> [ExhibitLink] {
        try Access.require(.readExhibits, actor)
        return try await context.database.read { connection in
            let (condition, values): (String, [DatabaseValue]) = isNew ? Self.isNew(actor) : ("1 = 1", [])
            return try ExhibitLinkStore.links(
                where: condition, values, limit: max(1, min(limit, 500)), actor, connection
            )
        }
    }

    /// The standing links of an exhibit, for whoever lists its candidates.
    public func links(ofExhibit number: String, _ actor: Actor) async throws -> [ExhibitLink] {
        try Access.require(.readExhibits, actor)
        return try await context.database.read { connection in
            try ExhibitLinkStore.links(
                where: "a.number = ? OR b.number = ?", [.text(number), .text(number)], limit: 500, actor, connection
            )
        }
    }

    /// The links of a case of the actor's bureau.
    public func links(ofCase number: String, _ actor: Actor) async throws -> [ExhibitLink] {
        try Access.require(.readExhibits, actor)
        return try await context.database.read { connection in
            try ExhibitLinkStore.links(
                where: """
                    EXISTS (SELECT 1 FROM ballistic_cases c WHERE c.number = ? AND c.bureau = ? \
                    AND (c.sequence = l.first_case OR c.sequence = l.second_case))
                    """,
                [.text(number), .text(actor.bureau)], limit: 500, actor, connection
            )
        }
    }

    /// How many links wait for the actor's bureau to take note of them, for the bell; none for those who cannot take note.
    public func newLinkCount(_ actor: Actor) async throws -> Int {
        guard Access.allows(.readExhibits, actor), Access.allows(.writeExhibits, actor) else { return 0 }
        return try await context.database.read { connection in
            let rule = AccessStore.mayKnowLink(actor)
            let (condition, values) = Self.isNew(actor)
            return try connection.count(
                "SELECT COUNT(*) \(ExhibitLinkStore.source) WHERE \(rule.sql) AND \(condition)", rule.values + values
            )
        }
    }

    /// A party's step on a link.
    /// - Parameter note: at most 2,000 characters.
    /// - Throws: `RegistryError` `illegal-state` where the step does not follow, or is another party's.
    public func act(
        _ action: LinkAction, onLink number: String, note: String = "", _ actor: Actor
    ) async throws -> ExhibitLinkDetail {
        try Access.require(.writeExhibits, actor)
        var texts = TextRules()
        texts.check("note", note, maximum: 2_000)
        try texts.refuseFailures()
        return try await context.write(actor) { connection in
            let detail = try Self.foundLink(number, actor, connection)
            guard detail.actions.contains(action) else {
                throw RegistryError(
                    .illegalState, subject: number,
                    failures: [
                        FieldFailure(
                            "action", "not-allowed", value: action.rawValue,
                            arguments: ["now": detail.link.standing.rawValue])
                    ])
            }
            try ExhibitLinkStore.note(action, note: note, on: detail.link, connection)
            return try Self.foundLink(number, actor, connection)
        }
    }

    /// Whoever watches for all bureaus, as the coordination centre does, takes note of none.
    private static func isNew(_ actor: Actor) -> (String, [DatabaseValue]) {
        (
            """
            (l.bureau = ? OR a.bureau = ? OR b.bureau = ?) AND \
            NOT EXISTS (SELECT 1 FROM exhibit_link_steps s WHERE s.examination = l.examination \
            AND s.step = 'acknowledge' AND s.bureau = ? AND s.time >= l.since)
            """,
            Array(repeating: .text(actor.bureau), count: 4)
        )
    }

    private static func foundLink(
        _ number: String, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> ExhibitLinkDetail {
        guard let link = try ExhibitLinkStore.link(number, actor, connection) else {
            throw RegistryError(.notFound, subject: number)
        }
        return ExhibitLinkDetail(
            link: link,
            correlatedAt: try ExaminationStore.correlatedAt(link.first, link.second, connection),
            steps: try ExhibitLinkStore.steps(of: link.examination, connection),
            actions: actions(of: actor, on: link)
        )
    }

    /// What the actor may do with a link: anybody of a party takes note; the laboratory asks for an exhibit it lacks and
    /// receives it, the other bureau sends it.
    static func actions(of actor: Actor, on link: ExhibitLink) -> [LinkAction] {
        guard Access.allows(.writeExhibits, actor), link.parties.contains(actor.bureau) else { return [] }
        let isLaboratory = actor.bureau == link.bureau
        let isLender = actor.bureau == link.lender
        return LinkAction.allCases.filter { action in
            switch action {
            case .acknowledge: !link.isAcknowledged
            case .requestExhibit:
                isLaboratory && link.lender != nil && link.standing == .lead && link.requestedAt == nil
            case .sendExhibit: isLender && link.requestedAt != nil && link.sentAt == nil
            case .receiveExhibit: isLaboratory && link.requestedAt != nil && link.receivedAt == nil
            }
        }
    }
}
