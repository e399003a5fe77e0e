import Firearms
import Hummingbird
import Registry
import Storage

/// The pages of records of documents or vehicles: the list, the report, and what a desk does with a record.
struct ObjectPages<Object: WiredObject> {
    let site: Site

    private static var rowsPerPage: Int { 50 }
    private var service: ObjectService<Object> { Object.service(site.registry) }
    private var path: String { "/\(Object.collection)" }

    func add(to router: Router<WebContext>) {
        router.get("\(path)", use: list)
        router.get("\(path)/:number", use: report)
        for (step, status, notice) in [
            ("locate", RecordStatus.located, "record-located"), ("clear", .cleared, "record-cleared"),
            ("cancel", .cancelled, "record-cancelled"), ("reactivate", .active, "record-reactivated"),
        ] {
            router.post("\(path)/:number/\(step)") { request, context in
                try await setStatus(status, notice, request, context)
            }
        }
        ObjectFormPages<Object>(site: site).add(to: router)
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let language = site.language(context)
        let query = request.query
        // A value the form does not offer does not narrow.
        let filter = ObjectFilter(
            bureau: query["bureau"],
            recordClass: query["recordClass"].flatMap { Object.Class(rawValue: $0) }?.rawValue,
            status: query["status"].flatMap { RecordStatus(rawValue: $0) }, text: query["text"]
        )
        let bureaus = try await site.bureauNames(actor)
        let found = try await service.list(
            filter, before: query["after"].flatMap { Int64($0) }, limit: Self.rowsPerPage, actor
        )
        let names = ["text", "recordClass", "status", "bureau"]
        let pairs = names.compactMap { name in query[name].map { "\(name)=\(HTTPQuery.escaped($0))" } }
        func path(_ pairs: [String]) -> String {
            pairs.isEmpty ? self.path : "\(self.path)?\(pairs.joined(separator: "&"))"
        }
        let all = language.text("list.all")
        let page = RecordListPage(
            kind: Object.kind.rawValue, in: language,
            text: query["text"] ?? "",
            recordClass: ChoiceField(
                choices: language.choices(
                    Object.classGroup, Object.Class.allCases.map(\.rawValue), selected: filter.recordClass, blank: all
                )
            ),
            status: ChoiceField(
                choices: language.choices(
                    "status", RecordStatus.allCases.map(\.rawValue), selected: filter.status?.rawValue, blank: all
                )
            ),
            bureau: ChoiceField(choices: bureaus.choices(selected: filter.bureau, all: all)),
            rows: found.records.map { row($0, bureaus, language) },
            pager: Pager(
                previous: query["after"] == nil ? nil : path(pairs),
                next: found.nextCursor.map { path(pairs + ["after=\($0)"]) }
            ),
            newPath: Access.allows(.writeRecords, actor) ? "\(self.path)/new" : nil, isFiltered: !pairs.isEmpty
        )
        return try await site.page(page, request, context, section: .records)
    }

    private func row(
        _ record: ObjectRecord<Object>, _ bureaus: BureauNames, _ language: Language
    ) -> RecordListPage.Row {
        let content = record.content
        return RecordListPage.Row(
            number: record.number, path: "\(path)/\(record.number)",
            recordClass: language.badge(Object.classGroup, content.recordClass.rawValue),
            status: language.badge("status", record.status.rawValue),
            handling: content.handling == .officialUseOnly
                ? nil : language.badge("handling", content.handling.rawValue),
            firearm: content.object.line(in: language),
            serial: SerialStrip(content.object.title, in: language),
            owner: bureaus[record.bureau], changed: TimeStamp(record.changedAt.description)
        )
    }

    private func report(_ request: Request, _ context: WebContext) async throws -> Response {
        try await report(context.part("number"), [], request, context)
    }

    private func report(
        _ number: String, _ failures: [FieldFailure], _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try context.requireActor()
        let language = site.language(context)
        let record = try await service.record(number, actor)
        let report = try await RecordReport(
            record, bureaus: site.bureauNames(actor), for: actor, in: language,
            versions: record.version > 1 ? service.versions(of: record.number, actor) : [],
            hits: Access.allows(.readHits, actor) ? site.registry.hits.hits(on: record, actor) : []
        )
        guard failures.isEmpty else {
            let text = language.fieldErrors(failures).map(\.text).joined(separator: " · ")
            return try await site.page(
                report, request, context, section: .records, status: .unprocessableContent,
                notice: PageMessage(kind: "error", text: text)
            )
        }
        let notice = PageMessage.done(
            request, Site.recordNotices, ["number": record.number, "version": "\(record.version)"], in: language
        )
        return try await site.page(report, request, context, section: .records, notice: notice)
    }

    private func setStatus(
        _ status: RecordStatus, _ notice: String, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeRecords, actor)
        let reason = context.form["reason"] ?? ""
        if let failure = RecordFormPages.failure(ofReason: reason, isRequired: true) {
            return try await report(context.part("number"), [failure], request, context)
        }
        let record = try await service.setStatus(
            status, of: context.part("number"), version: context.form["version"].flatMap { Int($0) } ?? 0,
            reason: reason, actor
        )
        return Site.seeOther("\(path)/\(record.number)?done=\(notice)")
    }
}
