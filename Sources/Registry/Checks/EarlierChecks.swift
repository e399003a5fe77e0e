import Firearms
import Identity
import Matching
import Storage

/// Looks back at the checks that were made before something new came: the one way by which matching after the event
/// finds them. It acts for nobody; who may know of what comes of it is decided when the hit is read.
///
/// Every check keeps what it asked in a form that is searched later: numbers of documents and vehicles as folded keys in
/// `check_object_keys`, persons in `check_persons`, of which an index of names is kept in memory. A machine-readable
/// zone counts as the document and the person that it states.
///
/// To match something of a new kind, call the function of what it is about with the journal entry that entered it, and
/// make a `HitStore.Draft` of each check that is found: its `check`, `searcherBureau` and reasons come from here. Checks
/// after that entry are left out: they found the new thing themselves, and their officers decided.
struct EarlierChecks: Sendable {
    let context: RegistryContext

    /// An earlier check that may have been of the new thing.
    struct Found: Sendable {
        var check: CheckStore.KeptCheck
        /// Agreement between 0 and 1.
        var score: Double
        var reasons: [MatchReason]
    }

    /// Most checks that one new record may give rise to hits with.
    static let most = 200

    /// Checks of the person.
    /// - Parameters:
    ///   - entry: the journal entry with which the person came; later checks are left out.
    ///   - bureau: the bureau that entered the person; its own checks are left out.
    ///   - leastScore: agreement below which nothing is found.
    func ofPerson(
        _ person: PreparedPerson, before entry: Int64, except bureau: String,
        leastScore: Double = HitMatcher.leastScore, _ connection: any ReadConnection
    ) throws -> [Found] {
        try ofName(person, before: entry, except: bureau, leastScore: leastScore, connection) { $0.prepared }
    }

    /// Checks of a name that may be the entity's.
    func ofEntity(
        _ entity: PreparedPerson, before entry: Int64, except bureau: String,
        leastScore: Double = HitMatcher.leastScore, _ connection: any ReadConnection
    ) throws -> [Found] {
        try ofName(entity, before: entry, except: bureau, leastScore: leastScore, connection) { $0.preparedAsEntity }
    }

    private func ofName(
        _ recorded: PreparedPerson, before entry: Int64, except bureau: String, leastScore: Double,
        _ connection: any ReadConnection, read: (PersonQuery) -> PreparedPerson?
    ) throws -> [Found] {
        if recorded.names.isEmpty { return [] }
        var limits = PersonSearchLimits()
        limits.comparedNames = Self.most
        let index = try CheckedPersonStore(persons: context.checkedPersons).upToDate(connection).index
        var found: [Found] = []
        _ = try index.find(recorded, limit: Self.most, limits: limits) { row in
            guard let check = try check(row, before: entry, except: bureau, connection),
                let query = try CheckedPersonStore.person(of: row, connection), let read = read(query)
            else { return false }
            let (score, reasons) = NoticeComparison.compare(read: read, recorded: recorded)
            if score < leastScore { return false }
            found.append(Found(check: check, score: score, reasons: reasons))
            return true
        }
        return found
    }

    /// Checks of the document, or of one in its range.
    func ofDocument(
        _ record: DocumentRecord, before entry: Int64, leastScore: Double = HitMatcher.leastScore,
        _ connection: any ReadConnection
    ) throws -> [Found] {
        guard let range = record.content.object.range else { return [] }
        let rows =
            try range.count == 1
            ? CheckStore.checks(under: record.content.object.keys, limit: Self.most, connection)
            : CheckStore.checks(
                ofDocumentsBeginning: range.foldedBeginning, limit: 50 * Self.most, connection)
        return try rows.compactMap { row in
            guard let check = try check(row, before: entry, except: record.bureau, connection) else { return nil }
            return subjects(of: check).documents.compactMap { DocumentComparison.candidate($0, record) }
                .max { $0.score < $1.score }
                .flatMap { best in
                    best.score < leastScore ? nil : Found(check: check, score: best.score, reasons: best.reasons)
                }
        }
    }

    /// Checks of the vehicle by any of its numbers.
    func ofVehicle(
        _ record: VehicleRecord, before entry: Int64, leastScore: Double = HitMatcher.leastScore,
        _ connection: any ReadConnection
    ) throws -> [Found] {
        try CheckStore.checks(under: record.content.object.keys, limit: Self.most, connection).compactMap { row in
            guard let check = try check(row, before: entry, except: record.bureau, connection),
                let vehicle = subjects(of: check).vehicle,
                let candidate = VehicleComparison.candidate(vehicle, record), candidate.score >= leastScore
            else { return nil }
            return Found(check: check, score: candidate.score, reasons: candidate.reasons)
        }
    }

    func subjects(of check: CheckStore.KeptCheck) -> CheckSubjects {
        CheckSubjects(check.request, year: check.time.year)
    }

    func check(
        _ sequence: Int64, before entry: Int64, except bureau: String, _ connection: any ReadConnection
    ) throws -> CheckStore.KeptCheck? {
        guard let check = try CheckStore.check(sequence: sequence, connection), check.bureau != bureau,
            check.entry < entry
        else { return nil }
        return check
    }
}

extension Moment {
    /// The year in UTC.
    var year: Int { Int(description.prefix(4)) ?? 0 }
}
