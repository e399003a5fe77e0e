import Firearms
import Identity
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
            serial: request.firearm.map { SerialStrip($0.serial, in: language) },
            outcome: result.candidateCount == 0 ? .nothing : isCut ? .tooMany : .found,
            count: result.total + result.candidateCount - result.candidates.count,
            isLowerBound: result.totalIsLowerBound,
            includesNearNumbers: result.includesNearNumbers,
            nearNotListed: result.nearNotListed,
            candidates: result.candidates.map {
                CandidateRow($0, check: result, owner: bureaus[$0.record.bureau], in: language)
            },
            others: Self.others(result, bureaus, language),
            suggestions: result.advice.map {
                language.text("result.add-\($0 == "serial" ? "characters" : $0)")
            },
            changePath: "/?from=\(result.id)", in: language
        )
    }

    private static func terms(_ request: CheckRequest, _ language: Language) -> [Term] {
        let firearm = request.firearm
        let person = request.person
        let vehicle = request.vehicle
        let given: [(String, String?)] = [
            ("field.make", firearm?.make), ("field.model", firearm?.model), ("field.calibre", firearm?.calibre),
            ("field.type", firearm?.type.map { language.label("type", $0.rawValue) }),
            ("field.country", firearm?.country.map { language.country($0.code) }),
            ("field.document-number", request.document?.number),
            ("field.document-type", request.document?.type.map { language.label("document-type", $0.rawValue) }),
            ("field.issuer", request.document?.issuer.map(language.issuer)),
            ("field.mrz", request.zone),
            ("field.vin", vehicle?.vin), ("field.plate", vehicle?.plate), ("field.engine", vehicle?.engine),
            ("field.make", vehicle?.make), ("field.model", vehicle?.model), ("field.colour", vehicle?.colour),
            ("field.name", person.map { [$0.givenNames, $0.name].compactMap { $0 }.joined(separator: " ") }),
            ("field.birth-date", person?.birthDate?.description),
            (
                "field.nationality",
                person.flatMap { person in
                    person.nationalities.isEmpty
                        ? nil : person.nationalities.map { language.country($0.code) }.joined(separator: ", ")
                }
            ),
            ("field.place", request.place),
        ]
        return given.compactMap { key, value in value.map { Term(label: language.text(key), value: $0) } }
    }
}

extension CheckResultPage {
    /// The candidates beside those for a firearm, one group for each kind that has any.
    private static func others(_ result: CheckResult, _ bureaus: BureauNames, _ language: Language) -> [Group] {
        [
            ("document", result.documents.map(CheckFinding.document)),
            ("vehicle", result.vehicles.map(CheckFinding.vehicle)),
            ("person", result.persons.filter { !$0.notice.isEntity }.map(CheckFinding.person)),
            ("entity", result.persons.filter(\.notice.isEntity).map(CheckFinding.person)),
        ].filter { !$0.1.isEmpty }.map { kind, findings in
            Group(
                heading: language.text("result.group-\(kind)", count: findings.count),
                candidates: findings.map {
                    CandidateRow($0, check: result, owner: bureaus[$0.record.bureau], in: language)
                }
            )
        }
    }
}

extension CandidateRow {
    /// A document, vehicle or person that was found.
    init(_ finding: CheckFinding, check: CheckResult, owner: BureauName, in language: Language) {
        let record = finding.record
        self.init(
            number: record.number,
            path: "/checks/\(check.id)/records/\(record.pathNumber)",
            score: Int((finding.score * 100).rounded()),
            serial: record.mainNumber.map {
                SerialStrip($0, comparedWith: record.readNumber(check), in: language)
            },
            heading: record.heading,
            firearm: language.line(record),
            recordClass: language.classBadge(record),
            status: language.statusBadge(record),
            handling: record.handling == .officialUseOnly
                ? nil : language.badge("handling", record.handling.rawValue),
            owner: owner,
            reasons: finding.reasons.map { ReasonChip($0, in: language) }
        )
    }

    init(_ candidate: CheckCandidate, check: CheckResult, owner: BureauName, in language: Language) {
        let record = candidate.record
        let serial = candidate.number?.text ?? record.serial
        self.init(
            number: record.number,
            path: "/checks/\(check.id)/records/\(record.number)",
            score: Int((candidate.score * 100).rounded()),
            serial: serial.isEmpty
                ? nil : SerialStrip(serial, comparedWith: check.request.firearm?.serial, in: language),
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
