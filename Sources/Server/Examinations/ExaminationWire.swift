import Registry
import Storage
import Toolmarks

/// An exhibit in a line, where something else is about it.
struct ExhibitReferenceAnswer: Encodable {
    var number: String
    var bureau: String
    var caseNumber: String
    var kind: String
    var calibre: String?
    var enteredAt: String

    init(_ exhibit: Exhibit) {
        number = exhibit.number
        bureau = exhibit.bureau
        caseNumber = exhibit.caseNumber
        kind = exhibit.content.kind.rawValue
        calibre = exhibit.content.calibre
        enteredAt = exhibit.createdAt.description
    }
}

/// An examination as the API writes it for one reader.
struct ExaminationAnswer: Encodable {
    var number: String
    var bureau: String
    var first: ExhibitReferenceAnswer
    var second: ExhibitReferenceAnswer
    var state: String
    var basis: String
    var round: Int
    var outcome: String?
    var openedAt: String
    var roundOpenedAt: String
    var changedAt: String
    var version: Int
    /// Whether the reader has concluded in the present round.
    var hasConcluded: Bool
    /// Whether conclusions are kept from the reader, who may still conclude.
    var isBlind: Bool

    init(_ examination: Examination) {
        number = examination.number
        bureau = examination.bureau
        first = ExhibitReferenceAnswer(examination.first)
        second = ExhibitReferenceAnswer(examination.second)
        state = examination.state.rawValue
        basis = examination.basis.rawValue
        round = examination.round
        outcome = examination.outcome?.rawValue
        openedAt = examination.openedAt.description
        roundOpenedAt = examination.roundOpenedAt.description
        changedAt = examination.changedAt.description
        version = examination.version
        hasConcluded = examination.hasReaderConcluded
        isBlind = examination.isReaderBlind
    }
}

/// A signed conclusion as the API writes it.
struct SignedConclusionAnswer: Encodable {
    struct Marks: Encodable {
        var first: String
        var second: String
    }

    var round: Int
    var basis: String
    var conclusion: String
    var isLikely: Bool
    var examiner: String
    var examinerName: String
    var time: String
    var reasons: String
    var method: String?
    var marks: [Marks]

    init(_ signed: SignedConclusion) {
        round = signed.round
        basis = signed.basis.rawValue
        conclusion = signed.conclusion.rawValue
        isLikely = signed.isLikely
        examiner = signed.examiner
        examinerName = signed.examinerName
        time = signed.time.description
        reasons = signed.content.reasons
        method = signed.content.method
        marks = signed.content.marks.map { Marks(first: "\($0.first)", second: "\($0.second)") }
    }
}

/// What was done besides concluding.
struct ExaminationStepAnswer: Encodable {
    var round: Int
    var kind: String
    /// Absent where it is not told, as of the opening.
    var user: String?
    var time: String
    var note: String
    var conclusion: String?

    init(_ step: ExaminationStep) {
        round = step.round
        kind = step.kind.rawValue
        user = step.user.isEmpty ? nil : step.user
        time = step.time.description
        note = step.note
        conclusion = step.conclusion?.rawValue
    }
}

/// An examination with everything its reader may see.
struct ExaminationDetailAnswer: Encodable {
    struct MarkReference: Encodable {
        var number: String
        var kind: String
        var label: String
    }

    var examination: ExaminationAnswer
    var firstMarks: [MarkReference]
    var secondMarks: [MarkReference]
    var conclusions: [SignedConclusionAnswer]
    var steps: [ExaminationStepAnswer]
    var link: ExhibitLinkAnswer?
    var reports: [ReportAnswer]
    var actions: [String]

    init(_ detail: ExaminationDetail) {
        func reference(_ mark: Mark) -> MarkReference {
            MarkReference(number: "\(mark.number)", kind: mark.kind.rawValue, label: mark.label)
        }
        examination = ExaminationAnswer(detail.examination)
        firstMarks = detail.firstMarks.map(reference)
        secondMarks = detail.secondMarks.map(reference)
        conclusions = detail.conclusions.map(SignedConclusionAnswer.init)
        steps = detail.steps.map(ExaminationStepAnswer.init)
        link = detail.link.map(ExhibitLinkAnswer.init)
        reports = detail.reports.map(ReportAnswer.init)
        actions = detail.actions.map(\.rawValue)
    }
}

/// A link between two exhibits as the API writes it.
struct ExhibitLinkAnswer: Encodable {
    var number: String
    var bureau: String
    var first: ExhibitReferenceAnswer
    var second: ExhibitReferenceAnswer
    var standing: String
    var since: String
    var leadAt: String
    var hitAt: String?
    /// The number of the hit between the two cases.
    var hit: String?
    var requestedAt: String?
    var sentAt: String?
    var receivedAt: String?
    var isAcknowledged: Bool

    init(_ link: ExhibitLink) {
        number = link.number
        bureau = link.bureau
        first = ExhibitReferenceAnswer(link.first)
        second = ExhibitReferenceAnswer(link.second)
        standing = link.standing.rawValue
        since = link.since.description
        leadAt = link.leadAt.description
        hitAt = link.hitAt?.description
        hit = link.hit
        requestedAt = link.requestedAt?.description
        sentAt = link.sentAt?.description
        receivedAt = link.receivedAt?.description
        isAcknowledged = link.isAcknowledged
    }
}

/// A link with its steps.
struct ExhibitLinkDetailAnswer: Encodable {
    struct Step: Encodable {
        var time: String
        var user: String
        var bureau: String
        var step: String
        var note: String
    }

    var link: ExhibitLinkAnswer
    var steps: [Step]
    var actions: [String]

    init(_ detail: ExhibitLinkDetail) {
        link = ExhibitLinkAnswer(detail.link)
        steps = detail.steps.map {
            Step(time: $0.time.description, user: $0.user, bureau: $0.bureau, step: $0.step, note: $0.note)
        }
        actions = detail.actions.map(\.rawValue)
    }
}

/// An issued report as the API writes it; its statement is fetched by its number.
struct ReportAnswer: Encodable {
    var number: String
    var examination: String
    var bureau: String
    var issuer: String
    var issuedAt: String
    var sha256: String
    var supersededBy: String?

    init(_ report: ExaminationReport) {
        number = report.number
        examination = report.examination
        bureau = report.bureau
        issuer = report.issuer
        issuedAt = report.issuedAt.description
        sha256 = report.hash.description
        supersededBy = report.supersededBy
    }
}

/// What a hash belongs to.
struct ReportVerificationAnswer: Encodable {
    var number: String
    var bureau: String
    var issuedAt: String
    /// `statement` or `pages`.
    var form: String
    var supersededBy: String?

    init(_ verification: ReportVerification) {
        number = verification.number
        bureau = verification.bureau
        issuedAt = verification.issuedAt.description
        form = verification.form.rawValue
        supersededBy = verification.supersededBy
    }
}

/// What planted tests say about a laboratory.
struct ProficiencyAnswer: Encodable {
    struct Share: Encodable {
        var count: Int
        var total: Int
        var share: Double?
        /// The interval of 95 % by Wilson's score.
        var lower: Double?
        var upper: Double?

        init(_ proportion: Proportion) {
            count = proportion.count
            total = proportion.total
            share = proportion.share
            lower = proportion.interval?.lowerBound
            upper = proportion.interval?.upperBound
        }
    }

    struct Rates: Encodable {
        var falseIdentification: Share
        var falseElimination: Share
        var inconclusiveSameSource: Share
        var inconclusiveDifferentSources: Share
        var sameSource: [String: Int]
        var differentSources: [String: Int]

        init(_ rates: ErrorRates) {
            falseIdentification = Share(rates.falseIdentification)
            falseElimination = Share(rates.falseElimination)
            inconclusiveSameSource = Share(rates.inconclusiveSameSource)
            inconclusiveDifferentSources = Share(rates.inconclusiveDifferentSources)
            func counts(_ counts: [Conclusion: Int]) -> [String: Int] {
                Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, $0.value) })
            }
            sameSource = counts(rates.sameSource)
            differentSources = counts(rates.differentSources)
        }
    }

    struct Test: Encodable {
        var examination: ExaminationAnswer
        var truth: String
        var plantedBy: String
        var plantedAt: String
        var note: String
        var conclusions: [SignedConclusionAnswer]
    }

    var byConclusion: Rates
    var byOutcome: Rates
    var tests: [Test]

    init(_ report: ProficiencyReport) {
        byConclusion = Rates(report.byConclusion)
        byOutcome = Rates(report.byOutcome)
        tests = report.tests.map {
            Test(
                examination: ExaminationAnswer($0.examination), truth: $0.truth.rawValue, plantedBy: $0.plantedBy,
                plantedAt: $0.plantedAt.description, note: $0.note,
                conclusions: $0.conclusions.map(SignedConclusionAnswer.init)
            )
        }
    }
}

/// What a laboratory did, as the API writes it. Spans are in seconds.
struct LaboratoryStatisticsAnswer: Encodable {
    struct Recall: Encodable {
        var rank: Int
        var found: ProficiencyAnswer.Share
    }

    var bureau: String
    var entries: Int
    var leads: Int
    var hits: Int
    var refuted: Int
    var entryToCorrelation: Double?
    var entryToLead: Double?
    var leadToHit: Double?
    var recall: [Recall]

    init(_ statistics: LaboratoryStatistics) {
        bureau = statistics.bureau
        entries = statistics.entries
        leads = statistics.leads
        hits = statistics.hits
        refuted = statistics.refuted
        entryToCorrelation = statistics.entryToCorrelation
        entryToLead = statistics.entryToLead
        leadToHit = statistics.leadToHit
        recall = statistics.recall.map { Recall(rank: $0.rank, found: ProficiencyAnswer.Share($0.found)) }
    }
}
