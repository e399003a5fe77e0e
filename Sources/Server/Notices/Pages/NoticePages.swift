import Firearms
import Hummingbird
import Registry
import Storage

/// The pages of notices: the list, one notice, its versions and pictures, and what its owner does with it.
struct NoticePages {
    let site: Site

    private static let rowsPerPage = 50
    private static let longestReason = 2_000

    func add(to router: Router<WebContext>) {
        router.get("/notices", use: list)
        router.get("/notices/:number", use: report)
        router.get("/notices/:number/versions/:version", use: version)
        router.get("/notices/:number/print", use: sheet)
        router.post("/notices/:number/send", use: send)
        for (path, state) in [
            ("suspend", NoticeState.suspended), ("resume", .published), ("cancel", .cancelled), ("reopen", .draft),
        ] {
            router.post("/notices/:number/\(path)") { try await setState(state, $0, $1) }
        }
        NoticeFormPages(site: site).add(to: router)
        NoticePicturePages(site: site).add(to: router)
        NoticeScreeningPages(site: site).add(to: router)
        MethodPages(site: site).add(to: router)
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let language = site.language(context)
        let query = request.query
        // A value the form does not offer does not narrow.
        let filter = NoticeFilter(
            colour: query["colour"].flatMap { NoticeColour(rawValue: $0) },
            state: query["state"].flatMap { NoticeState(rawValue: $0) }, bureau: query["bureau"], text: query["text"]
        )
        let bureaus = try await site.bureauNames(actor)
        let found = try await site.registry.notices.list(
            filter, before: query["before"].flatMap { NoticeCursor($0) }, limit: Self.rowsPerPage, actor
        )
        let pairs = ["text", "colour", "state", "bureau"].compactMap { name in
            query[name].map { "\(name)=\(HTTPQuery.escaped($0))" }
        }
        func path(_ pairs: [String]) -> String {
            pairs.isEmpty ? "/notices" : "/notices?\(pairs.joined(separator: "&"))"
        }
        let all = language.text("list.all")
        let page = NoticeListPage(
            tabs: site.noticeTabs(.list, actor, language), text: query["text"] ?? "",
            colour: ChoiceField(
                choices: language.choices(
                    "notice-colour", NoticeColour.allCases.map(\.rawValue), selected: filter.colour?.rawValue,
                    blank: all
                )
            ),
            state: ChoiceField(
                choices: language.choices(
                    "notice-state", NoticeState.allCases.map(\.rawValue), selected: filter.state?.rawValue, blank: all
                )
            ),
            bureau: ChoiceField(choices: bureaus.choices(selected: filter.bureau, all: all)),
            rows: found.notices.map {
                NoticeListPage.Row($0, picture: found.pictures[$0.sequence], bureaus, in: language)
            },
            pager: Pager(
                previous: query["before"] == nil ? nil : path(pairs),
                next: found.next.map { path(pairs + ["before=\($0)"]) }
            ),
            newPath: Access.allows(.writeNotices, actor) ? "/notices/new" : nil, isFiltered: !pairs.isEmpty
        )
        return try await site.page(page, request, context, section: .notices)
    }

    private func report(_ request: Request, _ context: WebContext) async throws -> Response {
        try await site.noticeReport(context.noticeNumber(), request, context)
    }

    private func version(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let number = try context.noticeNumber()
        let notice = try await site.registry.notices.notice(number, actor)
        let wanted = context.part("version")
        let versions = try await site.registry.notices.versions(of: number, actor)
        guard let version = versions.first(where: { "\($0.version)" == wanted }) else {
            throw RegistryError(.notFound, subject: wanted)
        }
        let page = try await NoticeReport(
            version, of: notice, bureaus: site.bureauNames(actor), for: actor, in: site.language(context)
        )
        return try await site.page(page, request, context, section: .notices)
    }

    private func sheet(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let language = site.language(context)
        let number = try context.noticeNumber()
        let notice = try await site.registry.notices.notice(number, actor)
        let around = NoticeReport.Surroundings(pictures: try await site.registry.notices.pictures(of: number, actor))
        let report = try await NoticeReport(notice, around, bureaus: site.bureauNames(actor), for: actor, in: language)
        let page = NoticeSheet(report, at: .now(), by: actor, in: language)
        return try await site.page(page, request, context, section: .notices)
    }

    private func send(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeNotices, actor)
        let number = try context.noticeNumber()
        do {
            _ = try await site.registry.notices.send(number, version: context.formVersion, actor)
        } catch let error as RegistryError where !error.failures.isEmpty {
            return try await site.noticeReport(number, refusing: error, request, context)
        }
        return Site.seeOther("/notices/\(number.pathText)?done=notice-sent")
    }

    private func setState(
        _ state: NoticeState, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeNotices, actor)
        let number = try context.noticeNumber()
        let reason = context.form["reason"] ?? ""
        do {
            if let failure = RecordFormPages.failure(ofReason: reason, isRequired: true) {
                throw RegistryError(.invalid, failures: [failure])
            }
            _ = try await site.registry.notices.setState(
                state, of: number, version: context.formVersion, reason: reason, actor
            )
        } catch let error as RegistryError where !error.failures.isEmpty {
            return try await site.noticeReport(number, refusing: error, request, context)
        }
        return Site.seeOther("/notices/\(number.pathText)?done=notice-\(state.rawValue)")
    }
}

extension WebContext {
    /// The version that a form was made from; 0 where it names none.
    var formVersion: Int { form["version"].flatMap { Int($0) } ?? 0 }
}

extension NoticeSheet {
    /// So many pictures find room beside the facts.
    private static let mostPictures = 2

    init(_ report: NoticeReport, at now: Moment, by actor: Actor, in language: Language) {
        self.init(
            report: report,
            title: language.text(
                report.isDiffusion ? "notices.diffusion-title" : "notices.title-of", ["colour": report.colour.label]),
            printed: TimeStamp(now.description), reader: "\(actor.displayName), \(actor.bureauName)",
            pictures: Array(report.pictures.items.prefix(Self.mostPictures))
        )
    }
}

extension NoticeListPage.Row {
    init(_ notice: Notice, picture: Int64?, _ bureaus: BureauNames, in language: Language) {
        let content = notice.content
        self.init(
            number: notice.number, path: "/notices/\(notice.pathNumber)",
            thumbnail: picture.map { "/notices/\(notice.pathNumber)/pictures/\($0)/thumbnail" },
            colour: language.badge("notice-colour", content.colour.rawValue),
            state: language.badge("notice-state", notice.state.rawValue),
            handling: content.handling == .officialUseOnly
                ? nil : language.badge("handling", content.handling.rawValue),
            isDiffusion: !content.addressees.isEmpty, subject: language.noticeSubject(content),
            detail: language.noticeDetail(content), owner: bureaus[notice.bureau],
            changed: TimeStamp(notice.changedAt.description)
        )
    }
}
