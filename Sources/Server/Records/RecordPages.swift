import Firearms
import Hummingbird
import Registry
import Storage

/// The pages of records: the list, the report, and what a desk does with a record.
struct RecordPages {
    let site: Site

    private static let rowsPerPage = 50
    func add(to router: Router<WebContext>) {
        router.get("/records", use: list)
        router.get("/records.csv", use: export)
        router.get("/records/:number", use: report)
        for (path, status, notice) in [
            ("locate", RecordStatus.located, "record-located"), ("clear", .cleared, "record-cleared"),
            ("cancel", .cancelled, "record-cancelled"), ("reactivate", .active, "record-reactivated"),
        ] {
            router.post("/records/:number/\(path)") { request, context in
                try await setStatus(status, notice, request, context)
            }
        }
        RecordFormPages(site: site).add(to: router)
        AttachmentPages(site: site).add(to: router)
    }

    /// The filter of a query; a value the form does not offer does not narrow.
    private static func filter(_ query: FormFields) -> RecordFilter {
        RecordFilter(
            bureau: query["bureau"], recordClass: query["recordClass"].flatMap { RecordClass(rawValue: $0) },
            status: query["status"].flatMap { RecordStatus(rawValue: $0) }, serial: query["text"]
        )
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let language = context.language ?? site.language(of: request, actor: actor)
        let query = request.query
        let filter = Self.filter(query)
        let bureaus = try await site.bureauNames(actor)
        let found = try await site.registry.records.list(
            filter, before: query["after"].flatMap { Int64($0) }, limit: Self.rowsPerPage, actor
        )
        let names = ["text", "recordClass", "status", "bureau"]
        let pairs = names.compactMap { name in query[name].map { "\(name)=\(HTTPQuery.escaped($0))" } }
        let all = language.text("list.all")
        let page = RecordListPage(
            kind: "firearm", in: language,
            text: query["text"] ?? "",
            recordClass: ChoiceField(
                choices: language.choices(
                    "class", RecordClass.allCases.map(\.rawValue), selected: filter.recordClass?.rawValue, blank: all
                )
            ),
            status: ChoiceField(
                choices: language.choices(
                    "status", RecordStatus.allCases.map(\.rawValue), selected: filter.status?.rawValue, blank: all
                )
            ),
            bureau: ChoiceField(choices: bureaus.choices(selected: filter.bureau, all: all)),
            rows: found.records.map { Self.row($0, bureaus, language) },
            pager: Pager(
                previous: query["after"] == nil ? nil : Self.path("/records", pairs),
                next: found.nextCursor.map { Self.path("/records", pairs + ["after=\($0)"]) }
            ),
            newPath: Access.allows(.writeRecords, actor) ? "/records/new" : nil,
            exportPath: Access.allows(.exportRecords, actor) ? Self.path("/records.csv", pairs) : nil,
            isFiltered: !pairs.isEmpty
        )
        return try await site.page(page, request, context, section: .records)
    }

    private static func path(_ path: String, _ pairs: [String]) -> String {
        pairs.isEmpty ? path : "\(path)?\(pairs.joined(separator: "&"))"
    }

    private static func row(
        _ record: RecordSummary, _ bureaus: BureauNames, _ language: Language
    ) -> RecordListPage.Row {
        RecordListPage.Row(
            number: record.number, path: "/records/\(record.number)",
            recordClass: language.badge("class", record.recordClass.rawValue),
            status: language.badge("status", record.status.rawValue),
            handling: record.handling == .officialUseOnly
                ? nil : language.badge("handling", record.handling.rawValue),
            firearm: language.firearmLine(record),
            serial: record.serial.isEmpty ? nil : SerialStrip(record.serial, in: language),
            owner: bureaus[record.bureau], changed: TimeStamp(record.changedAt.description)
        )
    }

    private func export(_ request: Request, _ context: WebContext) async throws -> Response {
        try RecordExportAnswer.response(
            site, filter: Self.filter(request.query), actor: context.requireActor()
        )
    }

    private func report(_ request: Request, _ context: WebContext) async throws -> Response {
        try await site.recordReport(context.part("number"), request, context)
    }

    private func setStatus(
        _ status: RecordStatus, _ notice: String, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeRecords, actor)
        let reason = context.form["reason"] ?? ""
        if let failure = RecordFormPages.failure(ofReason: reason, isRequired: true) {
            return try await site.recordReport(context.part("number"), refusing: [failure], request, context)
        }
        let record = try await site.registry.records.setStatus(
            status, of: context.part("number"), version: context.form["version"].flatMap { Int($0) } ?? 0,
            reason: reason, actor
        )
        return Site.seeOther("/records/\(record.number)?done=\(notice)")
    }
}

extension Site {
    /// What may have been done to a record just before its report is shown.
    static let recordNotices: Set<String> = [
        "record-created", "record-changed", "record-located", "record-cleared", "record-cancelled",
        "record-reactivated", "attachment-added",
    ]

    /// The report of a record.
    /// - Parameter failures: what was wrong with a form of the report, to be said above it.
    func recordReport(
        _ number: String, refusing failures: [FieldFailure] = [], _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try context.requireActor()
        let language = context.language ?? renderer.catalogue.base
        let record = try await registry.records.record(number, actor)
        let report = try await RecordReport(
            record, bureaus: bureauNames(actor), for: actor, in: language,
            versions: record.version > 1 ? registry.records.versions(of: record.number, actor) : [],
            attachments: registry.attachments.attachments(of: record.number, actor),
            hits: Access.allows(.readHits, actor) ? registry.hits.hits(on: record, actor) : []
        )
        guard failures.isEmpty else {
            let text = language.fieldErrors(failures).map(\.text).joined(separator: " · ")
            return try await page(
                report, request, context, section: .records, status: .unprocessableContent,
                notice: PageMessage(kind: "error", text: text)
            )
        }
        let notice = PageMessage.done(
            request, Self.recordNotices, ["number": record.number, "version": "\(record.version)"], in: language
        )
        return try await page(report, request, context, section: .records, notice: notice)
    }
}
