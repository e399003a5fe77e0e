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

    var id: String
    var time: String
    var candidates: [Candidate]
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
    }
}

extension CheckAnswer.Candidate {
    init(_ candidate: CheckCandidate, check: String, in language: Language) {
        record = RecordSummaryAnswer(candidate.record)
        number = candidate.number.map(RecordAnswer.Number.init)
        score = (candidate.score * 1_000).rounded() / 1_000
        reasons = candidate.reasons.map {
            .init(
                code: $0.code, weight: ($0.weight * 100).rounded() / 100, arguments: $0.arguments,
                text: language.reason($0.code, $0.arguments)
            )
        }
        report = "/api/v1/checks/\(check)/records/\(candidate.record.number)"
    }
}
