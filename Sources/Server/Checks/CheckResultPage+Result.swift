import Firearms
import Matching
import Registry
import Storage

extension CheckResultPage {
    /// - Parameter operation: the name of the operation the check belongs to.
    init(_ result: CheckResult, operation: String?, bureaus: BureauNames, in language: Language) {
        let request = result.request
        let isCut = result.totalIsLowerBound || result.total > result.candidates.count
        self.init(
            identifier: "\(result.id)",
            time: TimeStamp(result.time.description),
            purpose: language.label("purpose", request.purpose.rawValue),
            operation: operation,
            terms: Self.terms(request, language),
            serial: SerialStrip(request.serial, in: language),
            outcome: result.candidates.isEmpty ? .nothing : isCut ? .tooMany : .found,
            count: result.total,
            isLowerBound: result.totalIsLowerBound,
            includesNearNumbers: result.includesNearNumbers,
            nearNotListed: result.nearNotListed,
            candidates: result.candidates.map {
                CandidateRow($0, check: result, owner: bureaus[$0.record.bureau], in: language)
            },
            suggestions: result.advice.map {
                language.text("result.add-\($0 == "serial" ? "characters" : $0)")
            },
            changePath: "/?from=\(result.id)", in: language
        )
    }

    private static func terms(_ request: CheckRequest, _ language: Language) -> [Term] {
        let given: [(String, String?)] = [
            ("field.make", request.make), ("field.model", request.model), ("field.calibre", request.calibre),
            ("field.type", request.type.map { language.label("type", $0.rawValue) }),
            ("field.country", request.country.map { language.country($0.code) }), ("field.place", request.place),
        ]
        return given.compactMap { key, value in value.map { Term(label: language.text(key), value: $0) } }
    }
}

extension CandidateRow {
    init(_ candidate: CheckCandidate, check: CheckResult, owner: BureauName, in language: Language) {
        let record = candidate.record
        let serial = candidate.number?.text ?? record.serial
        self.init(
            number: record.number,
            path: "/checks/\(check.id)/records/\(record.number)",
            score: Int((candidate.score * 100).rounded()),
            serial: serial.isEmpty
                ? nil : SerialStrip(serial, comparedWith: check.request.serial, in: language),
            part: candidate.number.map { language.label("number-part", $0.part.rawValue) },
            firearm: language.firearmLine(record),
            recordClass: language.badge("class", record.recordClass.rawValue),
            status: language.badge("status", record.status.rawValue),
            handling: record.handling == .officialUseOnly
                ? nil : language.badge("handling", record.handling.rawValue),
            owner: owner,
            reasons: candidate.reasons.map { ReasonChip($0, in: language) }
        )
    }
}

extension ReasonChip {
    init(_ reason: MatchReason, in language: Language) {
        self.init(code: reason.code, weight: reason.weight, arguments: reason.arguments, in: language)
    }
}
