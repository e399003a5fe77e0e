import Firearms
import Hummingbird
import Registry
import Storage

/// Entering and changing an exhibit. What cannot be accepted comes back as it was typed, with every reason.
struct ExhibitFormPages {
    let site: Site

    /// What a form is about.
    private struct Subject {
        var caseNumber: String
        /// nil for a new exhibit.
        var known: (number: String, version: Int)?
    }

    func add(to router: Router<WebContext>) {
        router.get("/exhibits/new", use: new)
        router.post("/exhibits", use: create)
        router.get("/exhibits/:number/edit", use: edit)
        router.post("/exhibits/:number", use: change)
    }

    private func new(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        // An exhibit belongs to a case: without one, the case comes first.
        guard let number = request.query["case"] else { return Site.seeOther("/cases/new") }
        let input = ExhibitFormInput(FormFields())
        return try await form(input, [], Subject(caseNumber: number), .ok, request, context)
    }

    private func edit(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let exhibit = try await site.registry.exhibits.exhibit(context.part("number"), actor)
        guard Access.mayChange(exhibitOf: exhibit.bureau, actor) else {
            throw RegistryError(.forbidden, subject: exhibit.number)
        }
        let input = ExhibitFormInput(ExhibitFormInput.fields(exhibit.content, event: exhibit.event?.place))
        let subject = Subject(caseNumber: exhibit.caseNumber, known: (exhibit.number, exhibit.version))
        return try await form(input, [], subject, .ok, request, context)
    }

    private func create(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        let input = ExhibitFormInput(context.form)
        let number = context.form["case"] ?? ""
        do {
            try refuse(input)
            let exhibit = try await site.registry.exhibits.create(
                input.content, case: number, event: input.event, actor
            )
            return Site.seeOther("/exhibits/\(exhibit.number)?done=exhibit-created")
        } catch let error as RegistryError where !error.failures.isEmpty {
            let subject = Subject(caseNumber: number)
            return try await form(input, error.failures, subject, Problem(error).status, request, context)
        }
    }

    private func change(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        let number = context.part("number")
        let version = context.form["version"].flatMap { Int($0) } ?? 0
        let input = ExhibitFormInput(context.form)
        do {
            try refuse(input)
            let exhibit = try await site.registry.exhibits.change(
                number, to: input.content, event: input.event, version: version, reason: input.fields["reason"] ?? "",
                actor
            )
            return Site.seeOther("/exhibits/\(exhibit.number)?done=exhibit-changed")
        } catch let error as RegistryError where !error.failures.isEmpty {
            let subject = Subject(caseNumber: context.form["case"] ?? "", known: (number, version))
            return try await form(input, error.failures, subject, Problem(error).status, request, context)
        }
    }

    /// Every wrong field at once: those that cannot be read, and those that break a rule.
    private func refuse(_ input: ExhibitFormInput) throws(RegistryError) {
        let unread = input.failures
        let named = Set(unread.map(\.field))
        let broken = site.registry.exhibits.failures(input.content)
            .filter { !named.contains(FieldName.name(for: $0.field)) }
        guard (unread + broken).isEmpty else { throw RegistryError(.invalid, failures: unread + broken) }
    }

    private func form(
        _ input: ExhibitFormInput, _ failures: [FieldFailure], _ subject: Subject, _ status: HTTPResponse.Status,
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try context.requireActor()
        let language = site.language(context)
        let forensicCase = try await site.registry.cases.forensicCase(subject.caseNumber, actor)
        let bureaus = try await site.bureauNames(actor)
        let hideable = Set(bureaus.bureaus.compactMap(\.country)).subtracting(actor.country.map { [$0] } ?? [])
        let page = page(input, failures, subject, forensicCase, hideable.map(\.code).sorted(), language)
        return try await site.page(page, request, context, section: .exhibits, status: status)
    }

    private func page(
        _ input: ExhibitFormInput, _ failures: [FieldFailure], _ subject: Subject, _ forensicCase: ForensicCase,
        _ hideable: [String], _ language: Language
    ) -> ExhibitFormPage {
        let (fields, errors) = (input.fields, language.errorsByField(failures))
        let open = language.text("form.not-known")
        func text(_ name: String) -> TextField { TextField(value: fields[name] ?? "", error: errors[name]) }
        func choice(_ name: String, _ group: String, _ codes: [String], blank: String? = nil) -> ChoiceField {
            ChoiceField(
                choices: language.choices(group, codes, selected: fields[name], blank: blank), error: errors[name]
            )
        }
        let path = subject.known.map { "/exhibits/\($0.number)" }
        let hidden = Set(fields.all("hiddenFrom"))
        let events = forensicCase.events.map { event in
            Choice(
                value: "\(event.place)", label: "\(event.place). \(language.line(event.content))",
                // A case with one event leaves little to choose.
                isSelected: fields["event"] == "\(event.place)"
                    || (subject.known == nil && fields["event"] == nil && forensicCase.events.count == 1)
            )
        }
        typealias Traits = ClassCharacteristics
        // The kind of an exhibit that is there stays.
        let kinds = subject.known == nil ? ExhibitKind.allCases : [input.content.kind]
        return ExhibitFormPage(
            action: path ?? "/exhibits", cancelPath: path ?? "/cases/\(forensicCase.number)",
            number: subject.known?.number, version: subject.known?.version, caseNumber: forensicCase.number,
            errors: language.fieldErrors(failures),
            event: ChoiceField(choices: [Choice(value: "", label: open)] + events, error: errors["event"]),
            kind: choice("kind", "exhibit-kind", kinds.map(\.rawValue)), isTestFire: input.content.isTestFire,
            calibre: text("calibre"), calibres: ReferenceTable.standard.calibres.map(\.name), label: text("label"),
            ammunition: text("ammunition"), firearmRecord: text("firearmRecord"), remarks: text("remarks"),
            lands: text("characteristics-lands"),
            twist: choice("characteristics-twist", "twist", Traits.Twist.allCases.map(\.rawValue), blank: open),
            landWidth: text("characteristics-landWidth"), grooveWidth: text("characteristics-grooveWidth"),
            firingPinShape: choice(
                "characteristics-firingPinShape", "firing-pin-shape", Traits.FiringPinShape.allCases.map(\.rawValue),
                blank: open
            ),
            breechFaceClass: choice(
                "characteristics-breechFaceClass", "breech-face-class", Traits.BreechFaceClass.allCases.map(\.rawValue),
                blank: open
            ),
            ejectorPosition: text("characteristics-ejectorPosition"),
            extractorPosition: text("characteristics-extractorPosition"),
            isFromBorderOfficers: input.content.circumstances.isFromBorderOfficers,
            isFromSuspectedTrafficker: input.content.circumstances.isFromSuspectedTrafficker,
            firearmsTogether: text("firearmsTogether"),
            isPossessorResidentElsewhere: input.content.circumstances.isPossessorResidentElsewhere,
            purpose: ChoiceField(
                choices: language.choices(
                    "purpose", Purpose.allCases.map(\.rawValue), selected: input.content.purpose.rawValue
                )),
            handling: choice("handling", "handling", HandlingLevel.allCases.map(\.rawValue)),
            hiddenFrom: language.countryChoices(hideable).map {
                Choice(value: $0.value, label: $0.label, isSelected: hidden.contains($0.value))
            },
            hidesFromAny: !hidden.isEmpty, retentionUntil: text("retentionUntil"), reason: text("reason")
        )
    }
}
