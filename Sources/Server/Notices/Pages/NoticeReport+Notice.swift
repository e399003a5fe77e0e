import Firearms
import Registry
import Storage

extension NoticeReport {
    /// What stands beside a notice for one reader.
    struct Surroundings {
        var pictures: [NoticePicture] = []
        /// Newest first; only for the owner.
        var versions: [NoticeVersion] = []
        var readings: [NoticeReading] = []
        /// What must still be stated.
        var missing: [FieldFailure] = []
        /// Hits that name the notice, as far as the reader may know of them.
        var hits: [Hit] = []
        /// Methods that are like this one's.
        var similar: [FoundMethod] = []
    }

    /// The present version of a notice for a reader.
    init(
        _ notice: Notice, _ around: Surroundings, bureaus: BureauNames, for actor: Actor, in language: Language
    ) throws {
        self.init(try NoticeForm(notice, for: actor), notice, bureaus: bureaus, in: language)
        let isOwner = notice.bureau == actor.bureau
        let mayChange = Access.mayChange(noticeOf: notice.bureau, actor)
        let mayEdit = mayChange && notice.state.isOpen
        pictures = NoticePictures(notice, around.pictures, mayChange: mayEdit, in: language)
        hasPictures = !pictures.items.isEmpty
        mayAddPictures = mayEdit
        if isOwner { hiddenFrom = notice.content.hiddenFrom.map { language.countryName($0.code) } }
        printPath = "/notices/\(notice.pathNumber)/print"
        if mayEdit { editPath = "/notices/\(notice.pathNumber)/edit" }
        if mayChange {
            missing = language.fieldErrors(around.missing)
            isComplete = missing.isEmpty && notice.state == .draft
            isInForceAndMissing = notice.state != .draft && !missing.isEmpty && notice.state.isOpen
            if !notice.state.isOpen { missing = [] }
            steps = Step.steps(notice, isComplete: around.missing.isEmpty, in: language)
        }
        hits = around.hits.map {
            RecordReport.HitLink(
                number: $0.number, path: "/hits/\($0.number)", state: language.badge("hit-state", $0.state.rawValue)
            )
        }
        similar = around.similar.map { MethodLine($0, bureaus, in: language) }
        readings = around.readings.map { Reading($0, isDecided: notice.state != .firstRead, in: language) }
        addScreening(notice, around.readings, actor, language)
        if isOwner { versions = Self.history(notice, around.versions, actor, language) }
    }

    /// A version that has been replaced, for the owner.
    init(
        _ version: NoticeVersion, of notice: Notice, bureaus: BureauNames, for actor: Actor, in language: Language
    ) throws {
        var old = notice
        old.content = version.content
        old.version = version.version
        old.state = version.state
        old.changedAt = version.changedAt
        self.init(try NoticeForm(old, for: actor), old, bureaus: bureaus, in: language)
        presentPath = "/notices/\(notice.pathNumber)"
        hiddenFrom = old.content.hiddenFrom.map { language.countryName($0.code) }
    }

    private init(_ form: NoticeForm, _ notice: Notice, bureaus: BureauNames, in language: Language) {
        let content = notice.content
        let facts = NoticeFacts(form: form, language: language)
        self.init(
            number: notice.number, pathNumber: notice.pathNumber, version: notice.version,
            colour: language.badge("notice-colour", content.colour.rawValue),
            state: language.badge("notice-state", notice.state.rawValue),
            handling: language.badge("handling", content.handling.rawValue),
            isDiffusion: !content.addressees.isEmpty,
            isPublic: content.isPublicExtractAgreed && content.colour.hasPublicExtract,
            subject: language.noticeSubject(content), owner: bureaus[notice.bureau],
            purpose: language.label("purpose", content.purpose.rawValue),
            created: TimeStamp(notice.createdAt.description),
            published: notice.publishedAt.map { TimeStamp($0.description) },
            retention: content.retentionUntil.map { TimeStamp($0.description) },
            sections: facts.sections, texts: facts.texts, pictures: NoticePictures(items: []),
            addressees: content.addressees.map { language.countryName($0.code) }
        )
    }

    private mutating func addScreening(
        _ notice: Notice, _ readings: [NoticeReading], _ actor: Actor, _ language: Language
    ) {
        guard Access.allows(.screenNotices, actor), [.requested, .firstRead].contains(notice.state) else { return }
        let isSecond = notice.state == .firstRead
        if isSecond, readings.last?.reader == actor.name {
            screeningNote = language.text("notices.decide-other")
            return
        }
        screening = Screening(
            explanation: language.text(isSecond ? "notices.decide-second" : "notices.decide-first"),
            decisions: language.choices("notice-decision", ["publish", "refuse", "hand-back"]),
            reasons: NoticeRefusal.allCases.map {
                ReasonChoice(
                    value: $0.rawValue, label: language.label("notice-refusal", $0.rawValue),
                    meaning: language.label("notice-refusal-meaning", $0.rawValue)
                )
            }
        )
    }

    /// Every version with what it brought, newest first. The registry keeps with a version who replaced it and why.
    private static func history(
        _ notice: Notice, _ versions: [NoticeVersion], _ actor: Actor, _ language: Language
    ) -> [Version] {
        var history: [Version] = []
        var number = notice.version
        var (state, content, time) = (notice.state, notice.content, notice.changedAt)
        func path(_ version: Int) -> String? {
            version == notice.version ? nil : "/notices/\(notice.pathNumber)/versions/\(version)"
        }
        for earlier in versions {
            let isStep = state != earlier.state
            history.append(
                Version(
                    number: number, path: path(number), time: TimeStamp(time.description), actor: earlier.changedBy,
                    action: isStep
                        ? language.label("notice-state", state.rawValue)
                        : language.label(
                            "journal-action", state == .draft ? "notice.change" : "notice.addendum"),
                    reason: earlier.reason.isEmpty ? nil : earlier.reason,
                    changes: isStep ? [] : NoticeForm.differences(earlier.content, content).map(language.fieldLabel)
                )
            )
            (number, state, content, time) = (earlier.version, earlier.state, earlier.content, earlier.changedAt)
        }
        history.append(
            Version(
                number: number, path: path(number), time: TimeStamp(time.description), actor: notice.bureau,
                action: language.label("journal-action", "notice.create")
            )
        )
        return history
    }
}

extension NoticeReport.Reading {
    /// - Parameter isDecided: whether both readers have decided; before, a decision would sway the second.
    init(_ reading: NoticeReading, isDecided: Bool, in language: Language) {
        self.init(place: reading.place, reader: reading.reader, time: TimeStamp(reading.at.description))
        guard isDecided else { return }
        switch reading.decision {
        case .publish: decision = language.badge("notice-decision", "publish")
        case .handBack: decision = language.badge("notice-decision", "hand-back")
        case .refuse(let named):
            decision = language.badge("notice-decision", "refuse")
            reasons = named.map { language.label("notice-refusal-meaning", $0.rawValue) }
        }
        remark = reading.remark.isEmpty ? nil : reading.remark
    }
}

extension NoticeReport.Step {
    /// The steps that the owner may take now.
    static func steps(_ notice: Notice, isComplete: Bool, in language: Language) -> [NoticeReport.Step] {
        func step(_ code: String, _ weight: String = "", label: String? = nil, asksReason: Bool = true) -> Self {
            let key = label ?? code
            return Self(
                code: code, label: language.text("notices.\(key)"),
                explanation: language.text(
                    key == "send-screening" ? "notices.send-explained" : "notices.\(key)-explained"),
                weight: weight, asksReason: asksReason
            )
        }
        let isDiffusion = !notice.content.addressees.isEmpty
        switch notice.state {
        case .draft:
            let send = step(
                "send", "main", label: isDiffusion ? "send-diffusion" : "send-screening", asksReason: false
            )
            return (isComplete ? [send] : []) + [step("cancel", "grave")]
        case .requested, .firstRead: return [step("cancel", "grave")]
        case .published: return [step("suspend"), step("cancel", "grave")]
        case .suspended: return [step("resume", "main"), step("cancel", "grave")]
        case .refused: return [step("reopen", "main")]
        case .cancelled, .expired: return []
        }
    }
}

extension NoticePictures {
    init(_ notice: Notice, _ pictures: [NoticePicture], mayChange: Bool, in language: Language) {
        let path = "/notices/\(notice.pathNumber)/pictures"
        self.init(
            items: pictures.enumerated().map { index, picture in
                Item(
                    place: index + 1, path: "\(path)/\(picture.sequence)",
                    thumbnail: "\(path)/\(picture.sequence)/thumbnail",
                    label: language.text(
                        "notices.picture-of", ["place": "\(index + 1)", "number": notice.number]),
                    removePath: mayChange ? "\(path)/\(picture.sequence)/remove" : nil,
                    removeLabel: language.text("notices.picture-remove-label", ["place": "\(index + 1)"])
                )
            },
            addPath: mayChange ? path : nil
        )
    }
}
