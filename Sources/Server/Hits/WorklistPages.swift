import Hummingbird
import Registry
import Storage

/// The hits that wait: `/worklist`.
struct WorklistPages {
    let site: Site

    /// Most hits on the page; those next due come first.
    private static let most = 300

    private enum Tab: String, CaseIterable {
        case open, yours, all

        var path: String { self == .open ? "/worklist" : "/worklist?show=\(rawValue)" }
    }

    func add(to router: Router<WebContext>) {
        router.get("/worklist", use: show)
    }

    /// Reads: the session, the bell, the hits, how many links wait, the bureaus.
    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let language = site.language(context)
        let tab = request.query["show"].flatMap(Tab.init(rawValue:)) ?? .open
        let hits = try await site.registry.hits.worklist(includingClosed: tab == .all, limit: Self.most, actor)
        let open = hits.filter { !$0.state.isClosed }
        let yours = open.filter { WorklistPage.Row.isStep(of: actor, in: $0) }
        let bureaus = try await site.bureauNames(actor)
        let now = Moment.now()
        let overdue = open.count { hit in hit.dueAt.map { $0 < now } ?? false }
        let counts = [Tab.open: open.count, .yours: yours.count]
        var summary = [language.text("worklist.open", count: open.count)]
        if overdue > 0 { summary.insert(language.text("worklist.overdue", count: overdue), at: 0) }
        let tabs = Tab.allCases.map { each in
            FilterTab(
                label: language.text("worklist.tab-\(each.rawValue)"), path: each.path, isCurrent: each == tab,
                count: counts[each].map(language.number)
            )
        }
        let page = WorklistPage(
            tabs: tabs + (try await linkTab(actor, language)),
            rows: (tab == .yours ? yours : hits).map {
                WorklistPage.Row($0, bureaus: bureaus, for: actor, at: now, in: language)
            },
            summary: summary.joined(separator: " · ")
        )
        return try await site.page(page, request, context, section: .worklist)
    }

    /// The way to what waits in ballistics, for those who read it.
    private func linkTab(_ actor: Actor, _ language: Language) async throws -> [FilterTab] {
        guard Access.allows(.readExhibits, actor) else { return [] }
        let count = try await site.registry.examinations.newLinkCount(actor)
        return [
            FilterTab(
                label: language.text("worklist.tab-links"), path: "/links", isCurrent: false,
                count: count > 0 ? language.number(count) : nil
            )
        ]
    }
}

extension WorklistPage.Row {
    init(_ hit: Hit, bureaus: BureauNames, for actor: Actor, at now: Moment, in language: Language) {
        self.init(
            number: hit.number, path: "/hits/\(hit.number)",
            state: language.badge("hit-state", hit.state.rawValue),
            clock: ClockView(hit, at: now, in: language),
            object: [hit.record.heading, language.line(hit.record)].compactMap { $0 }.joined(separator: " · "),
            serial: hit.record.mainNumber.map { SerialStrip($0, in: language) },
            recordClass: language.classBadge(hit.record),
            searcher: bureaus[hit.searcherBureau], owner: bureaus[hit.ownerBureau],
            next: language.text(Self.next(hit, actor)),
            isReaders: Self.isStep(of: actor, in: hit),
            changed: TimeStamp(hit.changedAt.description)
        )
    }

    /// Whether the hit waits for the actor's bureau, and the actor may take the step. The owner may answer a potential
    /// hit too, but nobody waits for it.
    static func isStep(of actor: Actor, in hit: Hit) -> Bool {
        bureauAwaited(hit) == actor.bureau && !HitService.actions(of: actor, on: hit).isEmpty
    }

    private static func bureauAwaited(_ hit: Hit) -> String? {
        if hit.state.isClosed { return nil }
        return hit.state.isAwaitingOwner ? hit.ownerBureau : hit.searcherBureau
    }

    /// The key of what is to be done next, and by whom.
    private static func next(_ hit: Hit, _ actor: Actor) -> String {
        let key =
            switch hit.state {
            case .potential: "next.potential"
            case .sent, .acknowledged, .moreTimeAsked: "next.owner"
            case .confirmed, .actedOn: "next.searcher"
            case .refuted, .outcomeRecorded: "next.closed"
            }
        return bureauAwaited(hit) == actor.bureau ? key + ".you" : key
    }
}
