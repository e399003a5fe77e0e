import Identity
import Matching
import Registry
import Storage

/// The answer to a check as the API writes it.
struct CheckAnswer: Encodable {
    struct Reason: Encodable {
        var code: String
        var weight: Double
        var arguments: [String]
        var text: String
    }

    struct Candidate: Encodable {
        var record: RecordSummaryAnswer
        /// The number that agrees, where it is not the record's `serial`.
        var number: RecordAnswer.Number?
        var score: Double
        var reasons: [Reason]
        var report: String
    }

    /// A candidate for a document or vehicle, or a person: the record or notice stands under its own name.
    struct Finding: Encodable {
        var record: HitRecordAnswer
        var score: Double
        var reasons: [Reason]
        var report: String
    }

    /// One character of a zone that was put right.
    struct Repair: Encodable {
        var line: Int
        var column: Int
        var read: String
        var takenFor: String
        var isProven: Bool
    }

    /// What a machine-readable zone says, for the officer to hold against the page.
    struct Zone: Encodable {
        var format: String
        var documentNumber: String
        var issuer: String
        /// Whether every check digit is right, after repairs.
        var isValid: Bool
        /// Characters that were put right.
        var repairs: [Repair]
        /// Other numbers that satisfy the check digits equally well, which were looked for too.
        var otherNumbers: [String]
    }

    var id: String
    var time: String
    var candidates: [Candidate]
    var documents: [Finding]
    var vehicles: [Finding]
    var persons: [Finding]
    var zone: Zone?
    var total: Int
    var totalIsLowerBound: Bool
    var includesNearNumbers: Bool
    var nearNotListed: Int
    var advice: [String]

    init(_ result: CheckResult, in language: Language) {
        id = result.id.description
        time = result.time.description
        total = result.total
        totalIsLowerBound = result.totalIsLowerBound
        includesNearNumbers = result.includesNearNumbers
        nearNotListed = result.nearNotListed
        advice = result.advice
        let id = id
        candidates = result.candidates.map { Candidate($0, check: id, in: language) }
        documents = result.documents.map { Finding(.document($0), check: id, in: language) }
        vehicles = result.vehicles.map { Finding(.vehicle($0), check: id, in: language) }
        persons = result.persons.map { Finding(.person($0), check: id, in: language) }
        zone = result.zone.map { zone in
            Zone(
                format: zone.format.rawValue, documentNumber: zone.documentNumber, issuer: zone.issuer,
                isValid: zone.isValid,
                repairs: zone.repairs.map {
                    Repair(
                        line: $0.line, column: $0.column, read: $0.read, takenFor: $0.takenFor, isProven: $0.isProven)
                },
                otherNumbers: zone.otherNumbers
            )
        }
    }
}

extension CheckAnswer.Candidate {
    init(_ candidate: CheckCandidate, check: String, in language: Language) {
        record = RecordSummaryAnswer(candidate.record)
        number = candidate.number.map(RecordAnswer.Number.init)
        score = (candidate.score * 1_000).rounded() / 1_000
        reasons = candidate.reasons.map { .init($0, in: language) }
        report = "/api/v1/checks/\(check)/records/\(candidate.record.number)"
    }
}

extension CheckAnswer.Finding {
    init(_ finding: CheckFinding, check: String, in language: Language) {
        record = HitRecordAnswer(finding.record)
        score = (finding.score * 1_000).rounded() / 1_000
        reasons = finding.reasons.map { .init($0, in: language) }
        report = "/api/v1/checks/\(check)/records/\(finding.record.pathNumber)"
    }
}

extension CheckAnswer.Reason {
    init(_ reason: MatchReason, in language: Language) {
        self.init(
            code: reason.code, weight: (reason.weight * 100).rounded() / 100, arguments: reason.arguments,
            text: language.reason(reason.code, reason.arguments)
        )
    }
}
