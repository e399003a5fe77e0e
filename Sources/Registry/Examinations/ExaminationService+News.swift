import Storage

/// What live pages are told: only that something changed, to those who may know of it.
extension ExaminationService {
    /// Whether the actor may know of the link at this moment.
    public func mayKnow(ofLink number: String, _ actor: Actor) async throws -> Bool {
        guard Access.allows(.readExhibits, actor) else { return false }
        return try await context.database.read { try ExhibitLinkStore.link(number, actor, $0) != nil }
    }

    /// Whether the actor may know that the examination has just changed.
    ///
    /// To a reader who is kept blind the moment of a second conclusion would tell that two disagree.
    public func mayKnow(ofChangeIn number: String, _ actor: Actor) async throws -> Bool {
        guard Access.allows(.readExhibits, actor) else { return false }
        return try await context.database.read { connection in
            guard let examination = try ExaminationStore.examination(number, actor, connection) else { return false }
            let state = try ExaminationStore.position(of: examination.sequence, connection).state
            return !(examination.isReaderBlind && state == .disagreed)
        }
    }
}
