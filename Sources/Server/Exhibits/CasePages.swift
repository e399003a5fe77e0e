import Firearms
import Hummingbird
import Registry
import Storage

/// The pages of cases: the list, one case with its events and exhibits, and the forms.
struct CasePages {
    let site: Site

    private static let rowsPerPage = 50
    private static let shownCandidates = 5
    private static let notices: Set<String> = ["case-created", "case-changed", "event-added"]

    func add(to router: Router<WebContext>) {
        router.get("/cases", use: list)
        router.get("/cases/new", use: new)
        router.post("/cases", use: create)
        router.get("/cases/:number", use: show)
        router.get("/cases/:number/edit", use: edit)
        router.post("/cases/:number", use: change)
        router.post("/cases/:number/events", use: addEvent)
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let language = site.language(context)
        let query = request.query
        let found = try await site.registry.cases.list(
            matching: query["text"], before: query["after"].flatMap { Int64($0) }, limit: Self.rowsPerPage, actor
        )
        let text = HTTPQuery.text([("text", query["text"])])
        let page = CaseListPage(
            text: query["text"] ?? "",
            rows: found.rows.map { row in
                let forensicCase = row.forensicCase
                return CaseListPage.Row(
                    number: forensicCase.number, path: "/cases/\(forensicCase.number)",
                    title: forensicCase.content.title, reference: forensicCase.content.reference,
                    events: forensicCase.events.first.map { language.line($0.content) },
                    exhibits: language.text("case.exhibit-count", count: row.exhibitCount),
                    changed: TimeStamp(forensicCase.changedAt.description)
                )
            },
            pager: Pager(
                previous: query["after"] == nil ? nil : "/cases?\(text)",
                next: found.nextCursor.map {
                    "/cases?" + HTTPQuery.text([("text", query["text"]), ("after", "\($0)")])
                }
            ),
            newPath: Access.allows(.writeExhibits, actor) ? "/cases/new" : nil, isFiltered: query["text"] != nil
        )
        return try await site.page(page, request, context, section: .exhibits)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        try await casePage(context.part("number"), CaseFormInput(FormFields()), [], request, context)
    }

    private func casePage(
        _ number: String, _ input: CaseFormInput, _ failures: [FieldFailure], _ request: Request,
        _ context: WebContext
    ) async throws -> Response {
        let actor = try context.requireActor()
        let language = site.language(context)
        let found = try await site.registry.cases.forensicCase(number, actor)
        var filter = ExhibitFilter()
        filter.caseNumber = found.number
        let exhibits = try await site.registry.exhibits.list(filter, limit: 200, actor)
        let candidates = try await site.registry.correlations.list(
            ofCase: found.number, limit: Self.shownCandidates, actor
        )
        let bureaus = try await site.bureauNames(actor)
        let mayChange = Access.mayChange(exhibitOf: found.bureau, actor)
        let page = CasePage(
            number: found.number, version: found.version, title: found.content.title,
            laboratory: found.content.laboratory, reference: found.content.reference, summary: found.content.summary,
            created: TimeStamp(found.createdAt.description),
            events: found.events.map { event in
                CasePage.Event(
                    place: event.place, kind: language.label("event-kind", event.content.kind.rawValue),
                    date: language.date(event.content), location: language.location(event.content),
                    coordinates: event.content.coordinates.map { "\($0.latitude), \($0.longitude)" },
                    border: language.border(event.content)
                )
            },
            exhibits: exhibits.exhibits.map { ExhibitPages.row($0, bureaus, language) },
            candidates: CasePage.Candidates(candidates, bureaus: bureaus, in: language),
            editPath: mayChange ? "/cases/\(found.number)/edit" : nil,
            newExhibitPath: mayChange ? "/exhibits/new?case=\(found.number)" : nil,
            eventForm: mayChange ? eventForm(input, failures, language, blank: "form.choose") : nil
        )
        guard failures.isEmpty else {
            let text = language.fieldErrors(failures).map(\.text).joined(separator: " · ")
            return try await site.page(
                page, request, context, section: .exhibits, status: .unprocessableContent,
                notice: PageMessage(kind: "error", text: text)
            )
        }
        return try await site.page(
            page, request, context, section: .exhibits,
            notice: PageMessage.done(request, Self.notices, ["number": found.number], in: language)
        )
    }

    // MARK: Forms

    private func new(_ request: Request, _ context: WebContext) async throws -> Response {
        try Access.require(.writeExhibits, context.requireActor())
        let page = form(CaseFormInput(FormFields()), [], nil, site.language(context))
        return try await site.page(page, request, context, section: .exhibits)
    }

    private func edit(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let found = try await site.registry.cases.forensicCase(context.part("number"), actor)
        guard Access.mayChange(exhibitOf: found.bureau, actor) else {
            throw RegistryError(.forbidden, subject: found.number)
        }
        var fields = FormFields()
        fields.append("title", found.content.title)
        fields.append("laboratory", found.content.laboratory)
        fields.append("reference", found.content.reference ?? "")
        fields.append("summary", found.content.summary ?? "")
        let page = form(CaseFormInput(fields), [], (found.number, found.version), site.language(context))
        return try await site.page(page, request, context, section: .exhibits)
    }

    private func create(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        var input = CaseFormInput(context.form)
        let event = input.event(isOptional: true)
        do {
            let broken = site.registry.cases.failures(input.caseContent, event.map { [$0] } ?? [])
            guard (input.failures + broken).isEmpty else {
                throw RegistryError(.invalid, failures: input.failures + broken)
            }
            let created = try await site.registry.cases.create(
                input.caseContent, events: event.map { [$0] } ?? [], actor
            )
            return Site.seeOther("/cases/\(created.number)?done=case-created")
        } catch let error as RegistryError where !error.failures.isEmpty {
            return try await refuse(input, error, nil, request, context)
        }
    }

    private func change(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        let number = context.part("number")
        let input = CaseFormInput(context.form)
        let version = context.form["version"].flatMap { Int($0) } ?? 0
        do {
            let changed = try await site.registry.cases.change(
                number, to: input.caseContent, version: version, reason: context.form["reason"] ?? "", actor
            )
            return Site.seeOther("/cases/\(changed.number)?done=case-changed")
        } catch let error as RegistryError where !error.failures.isEmpty {
            return try await refuse(input, error, (number, version), request, context)
        }
    }

    private func addEvent(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        let number = context.part("number")
        var input = CaseFormInput(context.form)
        let event = input.event() ?? EventContent(kind: .other)
        let version = context.form["version"].flatMap { Int($0) } ?? 0
        do {
            guard input.failures.isEmpty else { throw RegistryError(.invalid, failures: input.failures) }
            let changed = try await site.registry.cases.addEvent(event, to: number, version: version, actor)
            return Site.seeOther("/cases/\(changed.number)?done=event-added")
        } catch let error as RegistryError where !error.failures.isEmpty {
            return try await casePage(number, input, error.failures, request, context)
        }
    }

    private func refuse(
        _ input: CaseFormInput, _ error: RegistryError, _ known: (number: String, version: Int)?, _ request: Request,
        _ context: WebContext
    ) async throws -> Response {
        // The form has one event, whose fields stand without their place in the list.
        let failures = error.failures.map { failure in
            var failure = failure
            failure.field = failure.field.replacing("events[0].", with: "")
            return failure
        }
        let page = form(input, failures, known, site.language(context))
        return try await site.page(page, request, context, section: .exhibits, status: Problem(error).status)
    }

    private func form(
        _ input: CaseFormInput, _ failures: [FieldFailure], _ known: (number: String, version: Int)?,
        _ language: Language
    ) -> CaseFormPage {
        let errors = language.errorsByField(failures)
        func text(_ name: String) -> TextField { TextField(value: input.fields[name] ?? "", error: errors[name]) }
        let path = known.map { "/cases/\($0.number)" }
        return CaseFormPage(
            action: path ?? "/cases", cancelPath: path ?? "/cases", number: known?.number, version: known?.version,
            errors: language.fieldErrors(failures), title: text("title"), laboratory: text("laboratory"),
            reference: text("reference"), summary: text("summary"), reason: text("reason"),
            event: known == nil ? eventForm(input, failures, language, blank: "case.no-event-yet") : nil
        )
    }

    private func eventForm(
        _ input: CaseFormInput, _ failures: [FieldFailure], _ language: Language, blank: String
    ) -> EventForm {
        let errors = language.errorsByField(failures)
        func text(_ name: String) -> TextField { TextField(value: input.fields[name] ?? "", error: errors[name]) }
        return EventForm(
            kind: ChoiceField(
                choices: language.choices(
                    "event-kind", EventKind.allCases.map(\.rawValue), selected: input.fields["kind"],
                    blank: language.text(blank)
                ), error: errors["kind"]
            ),
            from: text("from"), until: text("until"),
            country: ChoiceField(
                choices: language.countryChoices(
                    Country.all.map(\.code), selected: input.fields["country"], blank: language.text("form.not-known")
                ), error: errors["country"]
            ),
            locality: text("locality"), latitude: text("latitude"), longitude: text("longitude"),
            distanceToBorderKilometres: text("distanceToBorderKilometres"), isOpen: !failures.isEmpty
        )
    }
}

extension Language {
    /// The first failure of each field in words.
    func errorsByField(_ failures: [FieldFailure]) -> [String: String] {
        Dictionary(
            failures.map { (FieldName.name(for: $0.field), failure($0.code, $0.arguments)) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}
