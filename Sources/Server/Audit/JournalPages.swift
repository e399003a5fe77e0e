import Firearms
import Foundation
import Hummingbird
import Registry
import Storage

/// The journal of the reader's own bureau: `GET /journal`.
struct JournalPages {
    let site: Site

    private static let rowsPerPage = 100

    func add(to router: Router<WebContext>) {
        router.get("/journal", use: list)
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let language = context.language ?? site.renderer.catalogue.base
        let query = request.query
        let found = try await site.registry.audit.journal(
            JournalFilter(
                user: query["user"], action: query["action"], object: query["object"],
                from: query["from"].flatMap(Self.beginning), until: query["until"].flatMap(Self.end)
            ),
            before: query["before"].flatMap { Int64($0) }, limit: Self.rowsPerPage, actor
        )
        let bureaus = try await site.bureauNames(actor)
        let names = ["action", "user", "object", "from", "until"]
        let pairs = names.compactMap { name in query[name].map { "\(name)=\(HTTPQuery.escaped($0))" } }
        func path(_ pairs: [String]) -> String {
            pairs.isEmpty ? "/journal" : "/journal?\(pairs.joined(separator: "&"))"
        }
        let page = JournalListPage(
            action: ChoiceField(choices: language.journalActions(selected: query["action"])),
            user: query["user"] ?? "", object: query["object"] ?? "", from: query["from"] ?? "",
            until: query["until"] ?? "", isFiltered: !pairs.isEmpty,
            rows: found.entries.map { Self.row($0, bureaus, actor, language) },
            pager: Pager(
                previous: query["before"] == nil ? nil : path(pairs),
                next: found.nextCursor.map { path(pairs + ["before=\($0)"]) }
            )
        )
        return try await site.page(page, request, context, section: .journal)
    }

    private static func row(
        _ entry: JournalRow, _ bureaus: BureauNames, _ actor: Actor, _ language: Language
    ) -> JournalListPage.Row {
        JournalListPage.Row(
            sequence: "\(entry.sequence)", time: TimeStamp(entry.time.description), user: entry.user,
            bureau: bureaus[entry.bureau], action: language.label("journal-action", entry.action),
            actionCode: entry.action, object: entry.object, objectPath: objectPath(entry.object, actor),
            details: details(entry.details)
        )
    }

    /// Where the object can be seen, for readers who may see such things at all.
    static func objectPath(_ object: String, _ actor: Actor) -> String? {
        let parts = object.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        let name = HTTPQuery.escaped(parts[1])
        switch parts[0] {
        case "record" where Access.allows(.readRecords, actor): return "/records/\(name)"
        case "notice" where Access.allows(.readNotices, actor):
            return NoticeNumber(parts[1]).map { "/notices/\($0.pathText)" }
        case "exhibit" where Access.allows(.readExhibits, actor): return "/exhibits/\(name)"
        case "case" where Access.allows(.readExhibits, actor): return "/cases/\(name)"
        case "hit" where Access.allows(.readHits, actor): return "/hits/\(name)"
        case "check" where Access.allows(.check, actor): return "/checks/\(name)"
        case "import" where Access.allows(.importRecords, actor): return "/imports/\(name)"
        default: return nil
        }
    }

    /// The fields of an entry's details, by name. Details that are not an object of texts are shown as they stand.
    static func details(_ text: String) -> [JournalListPage.Detail] {
        guard let fields = try? JSONDecoder().decode([String: String].self, from: Data(text.utf8)) else {
            return [JournalListPage.Detail(name: "", value: text)]
        }
        return fields.sorted { $0.key < $1.key }.map { JournalListPage.Detail(name: $0.key, value: $0.value) }
    }

    /// The first moment of a day, UTC.
    static func beginning(of day: String) -> Moment? {
        CalendarDate(day).flatMap { Moment("\($0)T00:00:00.000Z") }
    }

    /// The first moment after a day, UTC.
    static func end(of day: String) -> Moment? {
        beginning(of: day)?.adding(days: 1)
    }
}

extension Language {
    /// Choices of an action of the journal, by name; a code without a name is offered where it is chosen.
    func journalActions(selected: String?) -> [Choice] {
        let group = "journal-action."
        var codes = Set(entries.keys.filter { $0.hasPrefix(group) }.map { String($0.dropFirst(group.count)) })
        if let selected { codes.insert(selected) }
        return choices("journal-action", Array(codes), selected: selected, blank: text("list.all"))
            .sorted { ($0.value.isEmpty ? "" : $0.label, $0.value) < ($1.value.isEmpty ? "" : $1.label, $1.value) }
    }
}
