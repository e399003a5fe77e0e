import Firearms
import Hummingbird
import Registry
import Storage
import Toolmarks

/// The pages of exhibits: the list, one exhibit, and what its bureau does with it.
struct ExhibitPages {
    let site: Site

    private static let rowsPerPage = 50

    func add(to router: Router<WebContext>) {
        router.get("/exhibits", use: list)
        router.get("/exhibits/:number", use: show)
        router.post("/exhibits/:number/submission", use: decide)
        router.post("/exhibits/:number/custody", use: addCustody)
        router.post("/exhibits/:number/scans", use: addScan)
        ExhibitFormPages(site: site).add(to: router)
    }

    /// The filter of a query; a value the form does not offer does not narrow.
    private static func filter(_ query: FormFields) -> ExhibitFilter {
        var filter = ExhibitFilter()
        filter.text = query["text"]
        filter.kind = query["kind"].flatMap { ExhibitKind(rawValue: $0) }
        filter.calibreCode = query["calibre"]
        filter.submission = query["submission"].flatMap { Exhibit.Submission(rawValue: $0) }
        filter.bureau = query["bureau"]
        filter.from = query["from"].flatMap { CalendarDate($0) }
        filter.until = query["until"].flatMap { CalendarDate($0) }
        return filter
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let language = site.language(context)
        let query = request.query
        let filter = Self.filter(query)
        let bureaus = try await site.bureauNames(actor)
        let found = try await site.registry.exhibits.list(
            filter, before: query["after"].flatMap { Int64($0) }, limit: Self.rowsPerPage, actor
        )
        let pairs = ["text", "kind", "calibre", "submission", "bureau", "from", "until"].map { ($0, query[$0]) }
        func path(_ more: [(String, String?)]) -> String {
            let text = HTTPQuery.text((pairs + more).map { (name: $0.0, value: $0.1) })
            return text.isEmpty ? "/exhibits" : "/exhibits?\(text)"
        }
        let all = language.text("list.all")
        let calibres = ReferenceTable.standard.calibres.map {
            Choice(value: $0.code, label: $0.name, isSelected: $0.code == filter.calibreCode)
        }
        let page = ExhibitListPage(
            text: query["text"] ?? "",
            kind: ChoiceField(
                choices: language.choices(
                    "exhibit-kind", ExhibitKind.allCases.map(\.rawValue), selected: filter.kind?.rawValue, blank: all
                )),
            calibre: ChoiceField(
                choices: [Choice(value: "", label: all, isSelected: filter.calibreCode == nil)] + calibres
            ),
            submission: ChoiceField(
                choices: language.choices(
                    "submission", Exhibit.Submission.allCases.map(\.rawValue), selected: filter.submission?.rawValue,
                    blank: all
                )),
            bureau: ChoiceField(choices: bureaus.choices(selected: filter.bureau, all: all)),
            from: filter.from?.description ?? "", until: filter.until?.description ?? "",
            rows: found.exhibits.map { Self.row($0, bureaus, language) },
            pager: Pager(
                previous: query["after"] == nil ? nil : path([]),
                next: found.nextCursor.map { path([("after", "\($0)")]) }
            ),
            casesPath: "/cases", newPath: Access.allows(.writeExhibits, actor) ? "/cases/new" : nil,
            isFiltered: pairs.contains { $0.1 != nil }
        )
        return try await site.page(page, request, context, section: .exhibits)
    }

    static func row(_ summary: ExhibitSummary, _ bureaus: BureauNames, _ language: Language) -> ExhibitListPage.Row {
        let exhibit = summary.exhibit
        let ready = summary.marks.filter { $0.currentPreparation != nil }.count
        return ExhibitListPage.Row(
            number: exhibit.number, path: "/exhibits/\(exhibit.number)",
            thumbnail: summary.pictured.map { "/marks/\($0.number)/preparations/current/thumbnail.png" },
            heading: language.heading(exhibit.content),
            kind: language.badge("exhibit-kind", exhibit.content.kind.rawValue),
            submission: language.badge("submission", exhibit.submission.rawValue),
            handling: exhibit.content.handling == .officialUseOnly
                ? nil : language.badge("handling", exhibit.content.handling.rawValue),
            event: language.line(exhibit.event?.content), caseNumber: exhibit.caseNumber,
            owner: bureaus[exhibit.bureau],
            marks: summary.marks.count == ready
                ? language.text("exhibits.mark-count", count: ready)
                : language.text(
                    "exhibits.marks-of", ["ready": "\(ready)", "all": "\(summary.marks.count)"]
                )
        )
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        try await site.exhibitPage(context.part("number"), request, context)
    }

    private func decide(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        let number = context.part("number")
        do {
            guard let submission = context.form["submission"].flatMap({ Exhibit.Submission(rawValue: $0) }) else {
                throw RegistryError(.invalid, failures: [FieldFailure("submission", "required")])
            }
            let exhibit = try await site.registry.exhibits.decide(
                submission, of: number, version: context.form["version"].flatMap { Int($0) } ?? 0,
                reason: context.form["reason"] ?? "", actor
            )
            return Site.seeOther("/exhibits/\(exhibit.number)?done=exhibit-\(submission.rawValue)")
        } catch let error as RegistryError where !error.failures.isEmpty {
            return try await site.exhibitPage(number, refusing: error.failures, request, context)
        }
    }

    private func addCustody(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        let number = context.part("number")
        var input = CaseFormInput(context.form)
        let step = input.custody()
        do {
            guard let step, input.failures.isEmpty else {
                throw RegistryError(.invalid, failures: input.failures)
            }
            _ = try await site.registry.exhibits.addCustody(step.content, at: step.happenedAt, to: number, actor)
            return Site.seeOther("/exhibits/\(HTTPQuery.escaped(number))?done=custody-added")
        } catch let error as RegistryError where !error.failures.isEmpty {
            return try await site.exhibitPage(number, refusing: error.failures, request, context)
        }
    }

    /// A new mark with its scan, as a form without a script sends it.
    private func addScan(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        let number = context.part("number")
        let form = try await MultipartForm.read(
            request, context, site, limit: site.registry.settings.largestScanBytes
        )
        do {
            guard let blob = form.blob else {
                throw RegistryError(.invalid, failures: [FieldFailure("file", "required")])
            }
            let name = form.fileName.split(separator: ".").dropLast().joined(separator: ".")
            let target = ScanTarget.newMark(
                exhibit: number, kind: form.fields["kind"] ?? "",
                label: form.fields["label"] ?? String((name.isEmpty ? form.fileName : name).prefix(100))
            )
            try await site.registry.marks.addScan(
                blob, name: form.fileName, reading: form.fields.scanReading(), to: target, actor
            )
            return Site.seeOther("/exhibits/\(HTTPQuery.escaped(number))?done=scan-added")
        } catch let error as RegistryError where !error.failures.isEmpty {
            return try await site.exhibitPage(number, refusing: error.failures, request, context)
        }
    }
}

extension Site {
    private static let exhibitNotices: Set<String> = [
        "exhibit-created", "exhibit-changed", "exhibit-submitted", "exhibit-kept", "custody-added", "scan-added",
    ]

    /// The page of an exhibit.
    /// - Parameter failures: what was wrong with a form of the page, to be said above it.
    func exhibitPage(
        _ number: String, refusing failures: [FieldFailure] = [], _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try context.requireActor()
        let language = language(context)
        let exhibit = try await registry.exhibits.exhibit(number, actor)
        var marks: [ExhibitPage.Mark] = []
        for mark in try await registry.marks.marks(of: exhibit.number, actor) {
            marks.append(ExhibitPage.Mark(try await registry.marks.look(at: mark.number, actor), in: language))
        }
        let page = try await ExhibitPage(
            exhibit, marks: marks, bureaus: bureauNames(actor),
            custody: registry.exhibits.custody(of: exhibit.number, actor),
            versions: exhibit.version > 1 ? registry.exhibits.versions(of: exhibit.number, actor) : [],
            largest: registry.settings.largestScanBytes, for: actor, in: language
        )
        guard failures.isEmpty else {
            let text = language.fieldErrors(failures).map(\.text).joined(separator: " · ")
            return try await self.page(
                page, request, context, section: .exhibits, status: .unprocessableContent,
                notice: PageMessage(kind: "error", text: text)
            )
        }
        let notice = PageMessage.done(
            request, Self.exhibitNotices, ["number": exhibit.number, "version": "\(exhibit.version)"], in: language
        )
        return try await self.page(page, request, context, section: .exhibits, notice: notice)
    }
}
