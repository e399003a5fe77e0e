public import Firearms

/// The one place where rights are decided: which role may do what, and who may know that a record exists.
///
/// `AccessStore` states the same row rule in SQL; a test holds the two against each other.
public enum Access {
    /// The rights each role holds at its own bureau.
    public static func rights(of role: Role, atCoordinationCentre: Bool) -> Set<Right> {
        switch role {
        case .officer:
            [.check, .readRecords, .readHits, .declareHits, .readNotices, .manageOwnTokens]
        case .bureauDesk:
            [
                .check, .readRecords, .writeRecords, .importRecords, .exportRecords, .manageReference, .readHits,
                .declareHits, .answerHits, .readNotices, .writeNotices, .readExhibits, .writeExhibits, .manageOwnTokens,
            ]
        case .examiner: [.check, .readRecords, .readExhibits, .writeExhibits, .examine, .manageOwnTokens]
        case .qualityManager: [.readExhibits, .manageQuality, .manageOwnTokens]
        case .coordinator:
            atCoordinationCentre
                ? [
                    .check, .readRecords, .exportRecords, .readHits, .declareHits, .readNotices, .screenNotices,
                    .readExhibits, .manageOwnTokens,
                ]
                : [
                    .check, .readRecords, .exportRecords, .readHits, .declareHits, .readNotices, .readExhibits,
                    .manageOwnTokens,
                ]
        case .administrator:
            atCoordinationCentre
                ? [.manageUsers, .manageBureaus, .readJournal, .manageOwnTokens]
                : [.manageUsers, .readJournal, .manageOwnTokens]
        }
    }

    /// Whether the actor holds the right, after its token's scopes have narrowed the role.
    public static func allows(_ right: Right, _ actor: Actor) -> Bool {
        guard rights(of: actor.role, atCoordinationCentre: actor.isCoordinationCentre).contains(right) else {
            return false
        }
        guard let scopes = actor.scopes else { return true }
        return scopes.contains { $0.rights.contains(right) }
    }

    /// - Throws: `RegistryError` with code `forbidden`, naming the missing right.
    public static func require(_ right: Right, _ actor: Actor) throws(RegistryError) {
        guard allows(right, actor) else { throw RegistryError(.forbidden, subject: right.rawValue) }
    }

    /// What decides who may know of a record.
    public struct RecordFacts: Sendable, Hashable {
        /// Code of the bureau that owns the record.
        public var bureau: String
        /// How secret the owner holds the record.
        public var handling: HandlingLevel
        /// Countries whose bureaus may not know that the record exists; the owner itself is never excluded.
        public var hiddenFrom: Set<Country>

        /// States the facts of one record.
        public init(bureau: String, handling: HandlingLevel, hiddenFrom: Set<Country>) {
            self.bureau = bureau
            self.handling = handling
            self.hiddenFrom = hiddenFrom
        }
    }

    /// Whether the actor may know that the record exists. A record one may not know of appears nowhere: not in
    /// candidates, counts, hits, exports, events or error messages.
    public static func mayKnow(_ record: RecordFacts, _ actor: Actor) -> Bool {
        let ceiling = ceilings(of: actor)
        if record.bureau == actor.bureau {
            return record.handling.rank <= ceiling.ownBureau
        }
        if let country = actor.country, record.hiddenFrom.contains(country) { return false }
        return record.handling.rank <= ceiling.otherBureaus
    }

    /// Whether the actor may read the record: what one may know of, and of other bureaus only records that still stand.
    /// What was cleared, cancelled or has expired stays with its owner and in the hits it gave rise to.
    public static func mayRead(_ record: RecordFacts, status: RecordStatus, _ actor: Actor) -> Bool {
        mayKnow(record, actor) && (record.bureau == actor.bureau || status.isSearchable)
    }

    /// Whether the actor may change the bureau's records: only its own bureau's desk.
    public static func mayChange(recordOf bureau: String, _ actor: Actor) -> Bool {
        allows(.writeRecords, actor) && actor.bureau == bureau
    }

    /// Whether the actor may know that the notice exists: its owner; the coordination centre's coordinators once it was
    /// sent; and, while it is in force, every bureau from which it is not hidden and, for a diffusion, to which it goes.
    public static func mayKnow(
        _ notice: RecordFacts, state: NoticeState, addressees: Set<Country>, _ actor: Actor
    ) -> Bool {
        guard mayKnow(notice, actor) else { return false }
        if notice.bureau == actor.bureau { return true }
        if actor.isCoordinationCentre, actor.role == .coordinator { return state != .draft }
        return state.isInForce && (addressees.isEmpty || actor.country.map(addressees.contains) ?? false)
    }

    /// Whether the actor may change the bureau's notices: only its own bureau's desk.
    public static func mayChange(noticeOf bureau: String, _ actor: Actor) -> Bool {
        allows(.writeNotices, actor) && actor.bureau == bureau
    }

    /// Whether the actor may know that the exhibit exists, and so of its marks, scans and results: what one may know of,
    /// and of other bureaus only exhibits they submitted abroad.
    public static func mayKnow(_ exhibit: RecordFacts, submission: Exhibit.Submission, _ actor: Actor) -> Bool {
        mayKnow(exhibit, actor) && (exhibit.bureau == actor.bureau || submission == .submitted)
    }

    /// Whether the actor may change the bureau's cases and exhibits: only its own bureau's desk and examiners.
    public static func mayChange(exhibitOf bureau: String, _ actor: Actor) -> Bool {
        allows(.writeExhibits, actor) && actor.bureau == bureau
    }

    /// Whether the actor opens examinations of a pair of exhibits at its bureau's laboratory: its desk and examiners,
    /// where one of the two is the bureau's own.
    public static func mayExamine(exhibitsOf bureaus: [String], _ actor: Actor) -> Bool {
        bureaus.contains { mayChange(exhibitOf: $0, actor) }
    }

    /// Whether the actor is kept from the conclusions of an examination of its own laboratory and from all that follows
    /// from them: every examiner, until they have concluded in the present round or it is over. The role decides, not
    /// the token, whose scopes can only take rights away.
    ///
    /// - Parameter state: as it is, not as the actor may see it.
    public static func isBlind(in state: ExaminationState, hasConcluded: Bool, _ actor: Actor) -> Bool {
        isExaminer(actor) && state.isPending && !hasConcluded
    }

    /// Whether the actor's role concludes and verifies.
    static func isExaminer(_ actor: Actor) -> Bool {
        rights(of: actor.role, atCoordinationCentre: actor.isCoordinationCentre).contains(.examine)
    }

    /// Whether the actor manages users of the bureau: a bureau's administrator only its own, the administrator of
    /// the coordination centre also the first administrator of each bureau (see `UserService`).
    public static func mayManageUsers(of bureau: String, _ actor: Actor) -> Bool {
        allows(.manageUsers, actor) && actor.bureau == bureau
    }

    /// The highest handling rank an actor sees in its own and in other bureaus' records; -1 for none.
    static func ceilings(of actor: Actor) -> (ownBureau: Int, otherBureaus: Int) {
        switch actor.role {
        case .officer: (HandlingLevel.restricted.rank, HandlingLevel.officialUseOnly.rank)
        case .bureauDesk, .examiner, .qualityManager: (HandlingLevel.confidential.rank, HandlingLevel.restricted.rank)
        case .coordinator where actor.isCoordinationCentre:
            (HandlingLevel.confidential.rank, HandlingLevel.confidential.rank)
        case .coordinator: (HandlingLevel.confidential.rank, HandlingLevel.restricted.rank)
        case .administrator: (-1, -1)
        }
    }
}
