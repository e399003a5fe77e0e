/// The first step of a check's answer, the candidates: `GET /checks/{id}`.
struct CheckResultPage: Page {
    static let template = "check-result"

    /// One thing that was asked: a name and what was given.
    struct Term: Sendable {
        var label: String
        var value: String
    }

    /// How the check is to be understood.
    enum Outcome: String, Sendable {
        /// There are candidates.
        case found
        /// There is none; the check was logged all the same.
        case nothing
        /// More than can be shown; something must be added.
        case tooMany = "too-many"
    }

    /// Candidates of one kind.
    struct Group: Sendable {
        /// For example `2 travel documents`.
        var heading: String
        var candidates: [CandidateRow]
    }

    /// The identifier of the check.
    let identifier: String
    let time: TimeStamp
    let purpose: String
    let operation: String?
    let terms: [Term]
    /// The serial number as it was read, if one was given.
    let serial: SerialStrip?
    let candidates: [CandidateRow]
    /// The candidates of other kinds, each kind under its heading.
    let others: [Group]
    /// For example `3 candidates`.
    let summary: String
    let isNothing: Bool
    let isTooMany: Bool
    /// Whether misread numbers were left out, because the program had just started.
    let isExactOnly: Bool
    /// That more numbers are near; nil where none is.
    let nearNotListed: String?
    /// What would narrow the check, each in a few words.
    let suggestions: [String]
    /// Back to the form with the same entries, for example `/?from=0198…`.
    let changePath: String

    /// - Parameters:
    ///   - count: how many candidates there are; more than `candidates` when the answer was cut.
    ///   - isLowerBound: whether there may be more than `count`.
    ///   - includesNearNumbers: whether numbers read with an error were looked for.
    ///   - nearNotListed: how many more near numbers there are.
    ///   - suggestions: what to add, shown when too much was found.
    init(
        identifier: String,
        time: TimeStamp,
        purpose: String,
        operation: String? = nil,
        terms: [Term],
        serial: SerialStrip? = nil,
        outcome: Outcome,
        count: Int,
        isLowerBound: Bool = false,
        includesNearNumbers: Bool = true,
        nearNotListed: Int = 0,
        candidates: [CandidateRow],
        others: [Group] = [],
        suggestions: [String] = [],
        changePath: String,
        in language: Language
    ) {
        self.identifier = identifier
        self.time = time
        self.purpose = purpose
        self.operation = operation
        self.terms = terms
        self.serial = serial
        self.candidates = candidates
        self.others = others
        let candidateCount = language.text("result.candidates", count: count)
        summary =
            isLowerBound ? language.text("result.at-least", ["candidates": candidateCount]) : candidateCount
        self.nearNotListed =
            nearNotListed > 0 ? language.text("result.near-not-listed", count: nearNotListed) : nil
        isExactOnly = !includesNearNumbers
        isNothing = outcome == .nothing
        isTooMany = outcome == .tooMany
        self.suggestions = suggestions
        self.changePath = changePath
    }
}

/// One record or notice that may be what was checked.
struct CandidateRow: Sendable {
    /// The number people see, for example `BR-2026-000123`.
    var number: String
    /// The full report, for example `/checks/0198…/records/BR-2026-000123`.
    var path: String
    /// 0 to 100.
    var score: Int
    /// The recorded number that matched.
    var serial: SerialStrip?
    /// The part that carries the number, for example `Frame`.
    var part: String?
    /// What stands in the place of a number where none is known: the name of a person.
    var heading: String?
    /// The firearm in a line: `Pistol · Taurus PT 92 · 9 mm Luger`; or the document, vehicle or person.
    var firearm: String
    var recordClass: Badge
    var status: Badge
    /// Only for levels above the widest, so that the badge stands out.
    var handling: Badge?
    var owner: BureauName
    /// Date or range of the event.
    var date: String?
    var place: String?
    /// Why it is a candidate, strongest first.
    var reasons: [ReasonChip]
}

/// One reason for or against a candidate.
struct ReasonChip: Sendable {
    /// `for`, `weak` or `against`; chooses the look.
    let tone: String
    let text: String

    /// From the reason as the ranking gives it.
    /// - Parameters:
    ///   - code: for example `serial.confusable`.
    ///   - weight: evidence in bits; negative speaks against the candidate.
    ///   - arguments: in the order the ranking documents.
    init(code: String, weight: Double, arguments: [String], in language: Language) {
        tone =
            switch code {
            case _ where weight < 0: "against"
            case _
            where code.hasSuffix(".equal") || code.hasSuffix(".agrees") || code.hasSuffix(".range")
                || code == "serial.agrees":
                "for"
            default: "weak"
            }
        text = language.reason(code, arguments)
    }
}
