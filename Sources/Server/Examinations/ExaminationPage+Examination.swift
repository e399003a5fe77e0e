import Registry
import Storage
import Toolmarks

extension ExaminationListPage.Row {
    init(_ examination: Examination, for actor: Actor, bureaus: BureauNames, at now: Moment, in language: Language) {
        let mayConclude = Access.allows(.examine, actor) && examination.isReaderBlind
        let mayDiscuss = Access.allows(.examine, actor) && examination.state == .disagreed
        let next = examination.next(mayConclude: mayConclude, mayDiscuss: mayDiscuss)
        self.init(
            number: examination.number, path: "/examinations/\(examination.number)",
            state: language.badge("examination-state", examination.state.rawValue),
            basis: language.label("examination-basis", examination.basis.rawValue),
            first: PairedExhibit(examination.first, bureaus: bureaus, in: language),
            second: PairedExhibit(examination.second, bureaus: bureaus, in: language),
            ages: language.ages(
                [
                    ("age.entered", max(examination.first.createdAt, examination.second.createdAt)),
                    ("age.opened", examination.openedAt),
                    ("age.waiting", examination.state.isPending ? examination.changedAt : nil),
                ], at: now
            ),
            next: language.text(next), isReaders: mayConclude || mayDiscuss
        )
    }
}

extension Examination {
    /// The key of what is to be done next.
    fileprivate func next(mayConclude: Bool, mayDiscuss: Bool) -> String {
        switch state {
        case .opened: mayConclude ? "examination-next.conclude.you" : "examination-next.conclude"
        case .awaitingVerification: mayConclude ? "examination-next.verify.you" : "examination-next.verify"
        case .disagreed: mayDiscuss ? "examination-next.discuss.you" : "examination-next.discuss"
        case .verified, .settled, .concluded, .withdrawn: "examination-next.done"
        }
    }
}

extension ExaminationPage {
    /// The page of an examination for one reader.
    init(_ detail: ExaminationDetail, for actor: Actor, bureaus: BureauNames, at now: Moment, in language: Language) {
        let examination = detail.examination
        let number = examination.number
        func exhibit(_ exhibit: Exhibit, _ marks: [Mark]) -> PairedExhibit {
            PairedExhibit(
                exhibit, marks: marks,
                picture: { mark in
                    mark.currentPreparation.map { "/examinations/\(number)/pictures/\(mark.number)?v=\($0)" }
                }, bureaus: bureaus, in: language
            )
        }
        self.init(
            number: number, version: examination.version,
            state: language.badge("examination-state", examination.state.rawValue),
            basis: language.label("examination-basis", examination.basis.rawValue),
            round: language.text("examination.round", ["number": "\(examination.round)"]),
            outcome: examination.outcome.map { language.badge("conclusion", $0.rawValue) },
            isBlind: examination.isReaderBlind,
            isVerification: examination.isReaderBlind && examination.state == .awaitingVerification,
            first: exhibit(examination.first, detail.firstMarks),
            second: exhibit(examination.second, detail.secondMarks), pairs: Self.pairs(detail, language),
            ages: language.ages(Self.steps(detail), at: now), history: Self.history(detail, language),
            linkPath: detail.link.map { "/links/\($0.number)" },
            linkStanding: detail.link.map { language.badge("link-standing", $0.standing.rawValue) },
            mayWithdraw: detail.actions.contains(.withdraw), mayReport: detail.actions.contains(.report),
            reports: detail.reports.map {
                Report(
                    number: $0.number, path: "/reports/\($0.number)", time: TimeStamp($0.issuedAt.description),
                    issuer: $0.issuer, isSuperseded: $0.supersededBy != nil
                )
            }
        )
        let conclusions = language.choices("conclusion", Conclusion.allCases.map(\.rawValue))
        if detail.actions.contains(.conclude) {
            conclude = ConclusionForm(conclusions: conclusions, isFirst: examination.state == .opened)
        }
        if detail.actions.contains(.discuss) {
            // Nothing is chosen at first: a conclusion must not be reached by leaving a field as it is.
            discuss = DiscussionForm(
                conclusions: language.choices("conclusion", Conclusion.allCases.map(\.rawValue), blank: "—")
            )
        }
        if detail.actions.contains(.proceed) {
            let bases: [ExaminationBasis] = examination.basis == .screen ? [.exhibits, .screen] : [.exhibits]
            proceed = bases.map { basis in
                Proceeding(
                    basis: basis.rawValue, label: language.text("examination.proceed-\(basis.rawValue)"),
                    explanation: language.text("examination.proceed-\(basis.rawValue)-explained")
                )
            }
        }
    }

    /// Marks of one kind of either exhibit, in the order of their places; marks that lie at the same place come first.
    private static func pairs(_ detail: ExaminationDetail, _ language: Language) -> [MarkPair] {
        let pairs = detail.firstMarks.flatMap { first in
            detail.secondMarks.filter { $0.kind == first.kind }.map { (first: first, second: $0) }
        }
        let sole = pairs.count == 1
        return pairs.map { first, second in
            MarkPair(
                value: "\(first.number) \(second.number)",
                label: "\(words(first, language)) – \(words(second, language))",
                path: "/comparisons/\(first.number)/\(second.number)", isSelected: sole
            )
        }
    }

    private static func words(_ mark: Mark, _ language: Language) -> String {
        mark.label.isEmpty ? language.label("toolmark-kind", mark.kind.rawValue) : mark.label
    }

    private static func steps(_ detail: ExaminationDetail) -> [(key: String, time: Moment?)] {
        let examination = detail.examination
        return [
            ("age.entered", max(examination.first.createdAt, examination.second.createdAt)),
            ("age.correlated", detail.correlatedAt), ("age.opened", examination.openedAt),
            ("age.lead", detail.link?.leadAt), ("age.hit", detail.link?.hitAt),
        ].sorted { ($0.1 ?? .latest) < ($1.1 ?? .latest) }
    }

    /// Steps and conclusions in the order of time.
    private static func history(_ detail: ExaminationDetail, _ language: Language) -> [Entry] {
        let steps = detail.steps.map { step in
            (
                step.time,
                Entry(
                    label: language.label("examination-step", step.kind.rawValue),
                    time: TimeStamp(step.time.description), actor: step.user.isEmpty ? nil : step.user,
                    conclusion: step.conclusion.map { language.badge("conclusion", $0.rawValue) },
                    text: step.note.isEmpty ? nil : step.note
                )
            )
        }
        let conclusions = detail.conclusions.map { signed in
            let marks = signed.content.marks.map { "\($0.first) – \($0.second)" }
            let basis = language.label("examination-basis", signed.basis.rawValue)
            return (
                signed.time,
                Entry(
                    label: language.text("examination.signed", ["number": "\(signed.round)"]),
                    time: TimeStamp(signed.time.description), actor: "\(signed.examinerName) (\(signed.examiner))",
                    conclusion: language.badge("conclusion", signed.conclusion.rawValue),
                    text: signed.content.reasons,
                    detail: ([basis] + marks + [signed.content.method].compactMap(\.self)
                        + (signed.isLikely ? [language.text("examination.likely")] : [])).joined(separator: " · ")
                )
            )
        }
        return (steps + conclusions).sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// Shows what was typed again, with why it was refused.
    mutating func redisplay(_ form: FormFields, refused error: RegistryError, in language: Language) {
        guard error.code == .invalid else {
            errors = [
                FieldError(field: "history-heading", text: language.text("error.\(error.code.rawValue).detail"))
            ]
            return
        }
        errors = language.fieldErrors(error.failures)
        func message(_ field: String) -> String? { language.message(for: field, in: error.failures) }
        if var again = conclude {
            for index in again.conclusions.indices {
                again.conclusions[index].isSelected = again.conclusions[index].value == form["conclusion"]
            }
            again.reasons = TextField(value: HitStep.text(form["reasons"]), error: message("reasons"))
            again.method = TextField(value: form["method"] ?? "", error: message("method"))
            again.isLikely = form["likely"] != nil
            again.asksVerification = form["verification"] != nil
            again.conclusionError = message("conclusion")
            again.marksError = message("marks")
            again.likelyError = message("isLikely")
            conclude = again
            let chosen = Set(form.all("marks"))
            for index in pairs.indices { pairs[index].isSelected = chosen.contains(pairs[index].value) }
        }
        if var again = discuss {
            for index in again.conclusions.indices {
                again.conclusions[index].isSelected = again.conclusions[index].value == form["agreed"]
            }
            again.record = TextField(value: HitStep.text(form["record"]), error: message("record"))
            discuss = again
        }
    }
}
