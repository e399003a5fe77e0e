import Firearms
import Matching
import Registry
import Storage

extension HitPage {
    /// The page of a hit for one of its parties.
    /// - Parameter now: from when the clock is counted.
    init(_ detail: HitDetail, bureaus: BureauNames, for actor: Actor, at now: Moment, in language: Language) {
        let hit = detail.hit
        let searcher = bureaus[hit.searcherBureau]
        let owner = bureaus[hit.ownerBureau]
        let sides = HitSides(detail, language)
        self.init(
            number: hit.number, version: hit.version,
            state: language.badge("hit-state", hit.state.rawValue),
            urgency: language.badge("urgency", hit.urgency.rawValue),
            origin: language.label("hit-origin", hit.origin.rawValue),
            clock: ClockView(hit, at: now, in: language),
            isUnconfirmed: hit.state == .potential || hit.state.isAwaitingOwner,
            parties: Self.parties(hit, bureaus, actor, language),
            steps: Self.steps(detail, bureaus, language),
            score: Int((hit.score * 100).rounded()),
            reasons: hit.reasons.map { ReasonChip($0, in: language) },
            numberLabel: language.text(sides.numberKey),
            readSerial: sides.readNumber.map { SerialStrip($0, comparedWith: sides.recordedNumber, in: language) },
            recordedSerial: sides.recordedNumber.map {
                SerialStrip($0, comparedWith: sides.readNumber, in: language)
            },
            hasNumbers: sides.readNumber != nil || sides.recordedNumber != nil,
            lines: Self.lines(sides, hit, language),
            readHeading: language.text(
                hit.otherRecord == nil ? "hit.checked-by" : "hit.record-of", ["bureau": searcher.name]
            ),
            recordedHeading: language.text(
                hit.record.kind == .notice ? "hit.notice-of" : "hit.record-of", ["bureau": owner.name]
            ),
            links: [Self.readLink(hit, actor, language), Self.link(hit.record, actor, language)].compactMap { $0 },
            actions: HitService.actions(of: actor, on: hit).map {
                Action(
                    $0.rawValue,
                    outcomes: $0 == .recordOutcome
                        ? language.choices("hit-outcome", HitStep.outcomes) : [],
                    in: language
                )
            }
        )
    }

    /// Where a record or notice can be opened, by those who may.
    private static func link(_ record: HitRecord, _ actor: Actor, _ language: Language) -> Link? {
        let isNotice = record.kind == .notice
        guard Access.allows(isNotice ? .readNotices : .readRecords, actor) else { return nil }
        let key = isNotice ? "hit.open-notice" : "hit.open-record"
        return Link(path: record.path, label: language.text(key, ["number": record.number]))
    }

    /// Where the searcher's side can be opened, by those who may.
    private static func readLink(_ hit: Hit, _ actor: Actor, _ language: Language) -> Link? {
        if let other = hit.otherRecord { return link(other, actor, language) }
        guard let check = hit.check, actor.bureau == hit.searcherBureau, Access.allows(.check, actor) else {
            return nil
        }
        return Link(path: "/checks/\(check)", label: language.text("hit.open-check"))
    }

    private static func parties(
        _ hit: Hit, _ bureaus: BureauNames, _ actor: Actor, _ language: Language
    ) -> [Party] {
        var parties = [
            (HitParty.searcher, hit.searcherBureau, nil), (.owner, hit.ownerBureau, nil as String?),
        ]
        if let centre = bureaus.bureaus.first(where: \.isCoordinationCentre) {
            let note = hit.escalatedAt.map {
                "\(language.text("hit-step.escalate")), \(TimeStamp($0.description).text)"
            }
            parties.append((.coordinationCentre, centre.code, note))
        }
        return parties.map { party, code, note in
            Party(
                role: language.label("party", party.rawValue), bureau: bureaus[code], isReader: code == actor.bureau,
                note: note
            )
        }
    }

    /// What happened, and what is still to come.
    private static func steps(_ detail: HitDetail, _ bureaus: BureauNames, _ language: Language) -> [Step] {
        let done = detail.events.map { event in
            // A step that the program took itself has no user.
            let isProgram = event.user == "system"
            return Step(
                label: language.label("hit-step", event.action), phase: "done",
                time: TimeStamp(event.time.description),
                actor: isProgram ? nil : "\(event.user) · \(bureaus[event.bureau].name)",
                note: HitStep.shown(note: event.note, action: event.action, until: event.until, in: language)
            )
        }
        let coming: [String] =
            switch detail.hit.state {
            case .potential: ["next.potential", "hit-step.awaiting-owner", "hit-step.awaiting-outcome"]
            case .sent, .acknowledged, .moreTimeAsked:
                ["hit-step.awaiting-owner", "hit-step.awaiting-action", "hit-step.awaiting-outcome"]
            case .confirmed: ["hit-step.awaiting-action", "hit-step.awaiting-outcome"]
            case .actedOn: ["hit-step.awaiting-outcome"]
            case .refuted, .outcomeRecorded: []
            }
        return done
            + coming.enumerated().map { index, key in
                Step(label: language.text(key), phase: index == 0 ? "current" : "open")
            }
    }
}

extension HitPage {
    /// The two sides line by line. Where the ranking found that both mean the same, another wording is no difference.
    private static func lines(_ sides: HitSides, _ hit: Hit, _ language: Language) -> [Line] {
        let alike = Set(
            hit.reasons.map(\.code).filter { code in
                [".equal", ".similar", ".compatible", ".uncertain", ".confusable", ".agrees"].contains {
                    code.hasSuffix($0)
                }
            }.map { $0.prefix { $0 != "." } }
        )
        return sides.lines.map {
            Line(
                language.text($0.key), read: $0.read, recorded: $0.recorded, isSimilar: alike.contains($0.reason[...]),
                in: language
            )
        }
    }

    /// Shows what was typed again, with why it was refused.
    mutating func redisplay(_ step: HitStep, refused error: RegistryError, in language: Language) {
        let code = step.action.rawValue
        guard error.code == .invalid, let index = actions.firstIndex(where: { $0.code == code }) else {
            errors = [FieldError(field: "steps-heading", text: language.text("error.\(error.code.rawValue).detail"))]
            return
        }
        errors = error.failures.map { failure in
            var shown = language.fieldError(failure.field, failure.code, failure.arguments)
            if failure.field == "note" { shown.field = "note-\(code)" }
            return shown
        }
        actions[index].isOpen = true
        actions[index].note = TextField(value: step.note, error: language.message(for: "note", in: error.failures))
        actions[index].until = TextField(value: step.until, error: language.message(for: "until", in: error.failures))
        for place in actions[index].outcomes.indices {
            actions[index].outcomes[place].isSelected = actions[index].outcomes[place].value == step.outcome
        }
    }
}

extension ClockView {
    /// The clock of a hit; nil while none runs.
    init?(_ hit: Hit, at now: Moment, in language: Language) {
        guard let due = hit.dueAt else { return nil }
        self.init(
            due: TimeStamp(due.description), secondsLeft: Int(due.seconds(since: now)),
            isUrgent: hit.urgency == .urgent, in: language
        )
    }
}
