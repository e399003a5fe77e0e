import Firearms
import Matching
import Registry
import Server

/// The answer to a check as the command line gives it to programs: the registry's codes, and their words.
struct CheckReport: Encodable {
    struct Reason: Encodable {
        var code: String
        /// Bits of evidence; negative speaks against.
        var weight: Double
        var arguments: [String]
        var text: String
    }

    struct Candidate: Encodable {
        var record: String
        var owner: String
        var recordClass: String
        var status: String
        var handling: String
        var serial: String
        var make: String
        var model: String
        var calibre: String
        var type: String?
        var country: String?
        /// Agreement between 0 and 1.
        var score: Double
        var reasons: [Reason]
    }

    /// A record of a document or vehicle, or a notice.
    struct Finding: Encodable {
        /// `document`, `vehicle` or `notice`.
        var kind: String
        var record: String
        var owner: String
        /// Number or name, and what else tells it apart, in a line.
        var title: String
        /// Agreement between 0 and 1.
        var score: Double
        var reasons: [Reason]
    }

    var check: String
    var time: String
    var bureau: String
    var user: String
    var request: CheckRequest
    var total: Int
    var totalIsLowerBound: Bool
    var includesNearNumbers: Bool
    var nearNotListed: Int
    /// What would narrow the answer: names of fields.
    var advice: [String]
    var candidates: [Candidate]
    /// What was found of documents, vehicles and persons.
    var findings: [Finding]

    init(_ result: CheckResult, _ words: PublicCatalogue) {
        check = "\(result.id)"
        time = "\(result.time)"
        bureau = result.bureau
        user = result.user
        request = result.request
        total = result.total
        includesNearNumbers = result.includesNearNumbers
        nearNotListed = result.nearNotListed
        totalIsLowerBound = result.totalIsLowerBound
        advice = result.advice
        candidates = result.candidates.map { Self.candidate($0, words) }
        findings = result.findings.filter { $0.record.kind != .firearm }.map { finding in
            Finding(
                kind: finding.record.kind.rawValue, record: finding.record.number, owner: finding.record.bureau,
                title: words.line(finding.record), score: finding.score,
                reasons: finding.reasons.map { Reason($0, words) }
            )
        }
    }

    private static func candidate(_ candidate: CheckCandidate, _ words: PublicCatalogue) -> Candidate {
        let record = candidate.record
        return Candidate(
            record: record.number, owner: record.bureau, recordClass: record.recordClass.rawValue,
            status: record.status.rawValue, handling: record.handling.rawValue,
            serial: candidate.number?.text ?? record.serial,
            make: record.make, model: record.model, calibre: record.calibre, type: record.type?.rawValue,
            country: record.country?.code, score: candidate.score,
            reasons: candidate.reasons.map { Reason($0, words) }
        )
    }
}

extension CheckReport.Reason {
    fileprivate init(_ reason: MatchReason, _ words: PublicCatalogue) {
        self.init(
            code: reason.code, weight: reason.weight, arguments: reason.arguments,
            text: words.reason(reason.code, reason.arguments)
        )
    }
}

extension CheckReport {
    /// The answer for a person.
    func lines(_ words: PublicCatalogue) -> [String] {
        let total = total + findings.count
        let subject = [
            request.firearm?.serial, request.document?.number, request.vehicle?.title, request.person?.name,
            request.zone == nil ? nil : "the machine-readable zone",
        ].compactMap { $0 }.joined(separator: ", ")
        let count = totalIsLowerBound ? "at least \(total)" : "\(total)"
        var lines = [
            total == 0
                ? "Nothing found for \(subject)."
                : "\(count) \(total == 1 ? "candidate" : "candidates") for \(subject)"
                    + (total > candidates.count + findings.count ? ", the best \(candidates.count):" : ":")
        ]
        for (place, candidate) in candidates.enumerated() {
            let gun = [
                candidate.make, candidate.model, candidate.calibre,
                candidate.type.map { words.label("type", $0) } ?? "",
            ]
            lines.append("")
            lines.append(
                "\(place + 1)  \(candidate.serial)  \(gun.filter { !$0.isEmpty }.joined(separator: ", "))"
                    + "  (\(Int((candidate.score * 100).rounded())) %)"
            )
            lines.append(
                "   \(candidate.record), \(words.label("class", candidate.recordClass)), "
                    + "\(words.label("status", candidate.status)), owner \(candidate.owner)"
            )
            for reason in candidate.reasons {
                lines.append("   \(reason.weight < 0 ? "-" : "+") \(reason.text)")
            }
        }
        for finding in findings {
            lines += ["", "   \(finding.title)  (\(Int((finding.score * 100).rounded())) %)"]
            lines.append("   \(finding.record), owner \(finding.owner)")
            lines += finding.reasons.map { "   \($0.weight < 0 ? "-" : "+") \($0.text)" }
        }
        if nearNotListed > 0 {
            lines += ["", words.nearNotListed(nearNotListed)]
        }
        if !advice.isEmpty {
            lines += [
                "",
                "To narrow it, give: \(advice.map { $0 == "serial" ? "another place of the number" : $0 }.joined(separator: ", ")).",
            ]
        }
        return lines + ["", "Check \(check), \(time), \(user) for \(bureau). A candidate is not a hit."]
    }
}
