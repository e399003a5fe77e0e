import Hummingbird
import Registry
import Storage

/// The readers' pages at the coordination centre: what waits, and recording a reading.
struct NoticeScreeningPages {
    let site: Site

    func add(to router: Router<WebContext>) {
        router.get("/notices/screening", use: list)
        router.post("/notices/:number/readings", use: read)
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let language = site.language(context)
        let waiting = try await site.registry.notices.screening(actor)
        let bureaus = try await site.bureauNames(actor)
        let now = Moment.now()
        let page = NoticeScreeningPage(
            tabs: site.noticeTabs(.screening, actor, language),
            rows: waiting.map { NoticeScreeningPage.Row($0, bureaus, for: actor, at: now, in: language) }
        )
        let done = PageMessage.done(request, ["notice-read"], in: language)
        return try await site.page(page, request, context, section: .notices, notice: done)
    }

    private func read(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.screenNotices, actor)
        let number = try context.noticeNumber()
        do {
            _ = try await site.registry.notices.read(
                number, version: context.formVersion, decision: Self.decision(context.form),
                remark: context.form["remark"] ?? "", actor
            )
        } catch let error as RegistryError where !error.failures.isEmpty {
            return try await site.noticeReport(number, refusing: error, request, context)
        }
        // A notice handed back is a draft, which the centre does not see.
        return Site.seeOther("/notices/screening?done=notice-read")
    }

    private static func decision(_ form: FormFields) throws(RegistryError) -> NoticeReading.Decision {
        switch form["decision"] {
        case "publish": return .publish
        case "refuse": return .refuse(form.all("reasons").compactMap { NoticeRefusal(rawValue: $0) })
        case "hand-back": return .handBack
        default: throw RegistryError(.invalid, failures: [FieldFailure("decision", "required")])
        }
    }
}

extension NoticeScreeningPage.Row {
    init(
        _ item: NoticeInScreening, _ bureaus: BureauNames, for actor: Actor, at now: Moment, in language: Language
    ) {
        let notice = item.notice
        let isOwn = item.first?.reader == actor.name
        self.init(
            number: notice.number, path: "/notices/\(notice.pathNumber)",
            colour: language.badge("notice-colour", notice.content.colour.rawValue),
            subject: language.noticeSubject(notice.content), owner: bureaus[notice.bureau],
            state: language.badge("notice-state", notice.state.rawValue),
            waits: language.duration(seconds: Int(now.seconds(since: item.waitsSince))),
            since: TimeStamp(item.waitsSince.description), sent: TimeStamp(item.sentAt.description),
            next: language.text(isOwn ? "notices.screening-other" : "notices.screening-you"), isReaders: !isOwn
        )
    }
}
