import Firearms
import Identity
public import Matching

/// A notice that may be of the person or entity that was checked, with the reasons.
public struct PersonCandidate: Sendable, Hashable {
    /// The notice.
    public var notice: NoticeBrief
    /// Agreement between 0 and 1.
    public var score: Double
    /// What speaks for and against; the weights are shares of the score, in hundredths.
    public var reasons: [MatchReason]
}

/// Compares a person or entity that is checked with that of a notice, by every name of both.
enum NoticeComparison {
    /// The candidate; nil where the two share too little to be shown to anybody.
    static func candidate(
        read: PreparedPerson, recorded: PreparedPerson, _ notice: Notice
    ) -> PersonCandidate? {
        guard !recorded.names.isEmpty else { return nil }
        let (score, reasons) = compare(read: read, recorded: recorded)
        guard score >= leastScore else { return nil }
        return PersonCandidate(notice: NoticeBrief(notice), score: score, reasons: reasons)
    }

    /// Agreement below which a person is not shown.
    static let leastScore = 0.5

    /// The agreement of two persons between 0 and 1, rounded so that equal evidence gives equal scores, and why.
    static func compare(
        read: PreparedPerson, recorded: PreparedPerson
    ) -> (score: Double, reasons: [MatchReason]) {
        var comparer = PersonComparer()
        let score = Double(comparer.compare(recorded, read))
        let reasons = comparer.explanation(recorded, read).map { evidence in
            MatchReason(
                code(evidence), weight: Double((evidence.weight * 100).rounded()),
                arguments: [evidence.left, evidence.right]
            )
        }
        return ((score * 1_000).rounded() / 1_000, reasons)
    }

    private static func code(_ evidence: ExplainedEvidence) -> String {
        switch evidence.feature {
        case .birthDate, .nationality, .sex, .birthPlace:
            "\(evidence.feature.rawValue).\(evidence.weight < 0 ? "differs" : "agrees")"
        default: evidence.feature.rawValue
        }
    }
}

extension NoticeEntity {
    /// The entity made ready for comparison: its name, those it had before, and others it is known under.
    var prepared: PreparedPerson {
        PreparedPerson(
            names: ([name] + formerNames + aliases).flatMap { PreparedName.names(in: $0, kind: .organisation) })
    }
}

extension NoticePerson {
    /// The person made ready for comparison: every name, in every script, and every alias.
    var prepared: PreparedPerson {
        var names = [PreparedName(given: forename ?? "", family: name)]
        if let birthName { names.append(PreparedName(given: forename ?? "", family: birthName)) }
        if nameInOriginalScript != nil || forenameInOriginalScript != nil {
            names.append(PreparedName(given: forenameInOriginalScript ?? "", family: nameInOriginalScript ?? ""))
        }
        names += aliases.flatMap { PreparedName.names(in: $0, kind: .person) }
        let comparable: PersonSex =
            switch sex {
            case .female: .female
            case .male: .male
            case .unknown: .unknown
            }
        return PreparedPerson(
            names: names.filter { !$0.isEmpty }, birthDate: birthDate, sex: comparable,
            nationalities: nationalities.map(\.code), birthPlace: birthPlace
        )
    }
}
