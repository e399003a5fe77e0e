import Hummingbird
import Registry

/// A page of the section of notices.
enum NoticeTab: String, CaseIterable {
    case list, methods, screening

    var path: String {
        switch self {
        case .list: "/notices"
        case .methods: "/notices/methods"
        case .screening: "/notices/screening"
        }
    }

    /// The right without which it is not shown.
    var right: Right {
        switch self {
        case .list, .methods: .readNotices
        case .screening: .screenNotices
        }
    }
}

extension Site {
    /// What may have been done to a notice just before its page is shown.
    private static let noticeDone: Set<String> = [
        "notice-created", "notice-changed", "notice-sent", "notice-suspended", "notice-published", "notice-cancelled",
        "notice-draft", "notice-read", "picture-added", "picture-removed",
    ]

    /// The pages of the section that the actor may open.
    func noticeTabs(_ current: NoticeTab, _ actor: Actor, _ language: Language) -> [FilterTab] {
        let tabs = NoticeTab.allCases.filter { Access.allows($0.right, actor) }
        guard tabs.count > 1 else { return [] }
        return tabs.map {
            FilterTab(
                label: language.text("notices.tab-\($0.rawValue)"), path: $0.path, isCurrent: $0 == current, count: nil
            )
        }
    }

    /// One notice with what its reader may see and do.
    /// - Parameter error: what was wrong with a form of the page, to be said above it.
    func noticeReport(
        _ number: NoticeNumber, refusing error: RegistryError? = nil, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try context.requireActor()
        let language = language(context)
        let notice = try await registry.notices.notice(number, actor)
        let around = try await NoticeReport.Surroundings(
            pictures: registry.notices.pictures(of: number, actor),
            versions: registry.notices.versions(of: number, actor),
            readings: registry.notices.readings(of: number, actor), missing: registry.notices.missing(notice),
            hits: Access.allows(.readHits, actor) ? registry.hits.hits(on: notice, actor) : [],
            similar: registry.methods.similar(to: number, actor)
        )
        let report = try await NoticeReport(notice, around, bureaus: bureauNames(actor), for: actor, in: language)
        if let error {
            let text = language.fieldErrors(error.failures).map(\.text).joined(separator: " · ")
            return try await page(
                report, request, context, section: .notices, status: Problem(error).status,
                notice: PageMessage(kind: "error", text: text)
            )
        }
        let done = PageMessage.done(
            request, Self.noticeDone, ["number": notice.number, "version": "\(notice.version)"], in: language
        )
        return try await page(report, request, context, section: .notices, notice: done)
    }
}
