import Firearms
import Registry
import Storage
import Toolmarks

extension ExhibitPage.Mark {
    init(_ detail: MarkDetail, in language: Language) {
        let mark = detail.mark
        let latest = detail.scans.first
        let state = language.state(mark, isWaiting: detail.isWaiting, hasRefused: latest?.state == .refused)
        self.init(
            number: mark.number.description, path: "/marks/\(mark.number)", label: mark.label,
            kind: language.label("toolmark-kind", mark.kind.rawValue),
            thumbnail: detail.current.map { "/marks/\(mark.number)/preparations/\($0.version)/thumbnail.png" },
            state: state,
            // What a step noticed on its way is told on the page of the mark.
            finding: latest?.findings.filter { $0.isFatal || !$0.code.hasPrefix("step-") }
                .max { !$0.isFatal && $1.isFatal }.map { language.sentence($0) }
        )
    }
}

extension ExhibitPage {
    init(
        _ exhibit: Exhibit, marks: [Mark], bureaus: BureauNames, custody: [CustodyStep], versions: [ExhibitVersion],
        largest: Int, for actor: Actor, in language: Language
    ) {
        let content = exhibit.content
        let isOwner = exhibit.bureau == actor.bureau
        let mayChange = Access.mayChange(exhibitOf: exhibit.bureau, actor)
        let event = exhibit.event?.content
        var badges = [language.badge("submission", exhibit.submission.rawValue)]
        badges.append(language.badge("handling", content.handling.rawValue))
        if content.isTestFire {
            badges.append(Badge(code: "test-fire", label: language.text("exhibit.test-fire-short")))
        }
        self.init(
            number: exhibit.number, version: exhibit.version, heading: language.heading(content), badges: badges,
            marks: marks, isWaiting: marks.contains { $0.state.code == "waiting" }, facts: language.facts(exhibit),
            remarks: content.remarks, event: language.facts(event),
            custody: custody.map { Step($0, in: language) },
            custodyKinds: language.choices("custody", CustodyKind.allCases.map(\.rawValue)),
            versions: versions.map { version in
                Version(
                    number: version.version, time: TimeStamp(version.changedAt.description), actor: version.changedBy,
                    submission: language.label("submission", version.submission.rawValue),
                    reason: version.reason.isEmpty ? nil : version.reason
                )
            },
            owner: bureaus[exhibit.bureau], caseNumber: exhibit.caseNumber,
            casePath: isOwner ? "/cases/\(exhibit.caseNumber)" : nil,
            purpose: language.label("purpose", content.purpose.rawValue),
            created: TimeStamp(exhibit.createdAt.description),
            retention: content.retentionUntil.map { TimeStamp($0.description) },
            hiddenFrom: content.hiddenFrom.map { language.countryName($0.code) },
            submission: Submission(
                state: language.badge("submission", exhibit.submission.rawValue),
                reasons: language.words(SubmissionRule.reasons(content, event: event)),
                notStated: isOwner ? language.words(SubmissionRule.unknown(content, event: event)) : [],
                mayDecide: mayChange, maySubmit: exhibit.submission != .submitted, mayKeep: exhibit.submission != .kept
            ),
            editPath: mayChange ? "/exhibits/\(exhibit.number)/edit" : nil,
            upload: mayChange ? Upload(content.kind.markKinds, largest: largest, in: language) : nil,
            mayEnterCustody: mayChange
        )
    }
}

extension ExhibitPage.Step {
    fileprivate init(_ step: CustodyStep, in language: Language) {
        self.init(
            kind: language.label("custody", step.content.kind.rawValue), person: step.content.person,
            place: step.content.place, note: step.content.note, time: TimeStamp(step.happenedAt.description),
            entered: TimeStamp(step.enteredAt.description), enteredBy: step.enteredBy
        )
    }
}

extension ExhibitPage.Upload {
    init(_ kinds: [ToolmarkKind], largest: Int, in language: Language) {
        self.init(
            kinds: kinds.map { Choice(value: $0.rawValue, label: language.label("toolmark-kind", $0.rawValue)) },
            largest: "\(largest / (1 << 20)) MiB"
        )
    }
}
