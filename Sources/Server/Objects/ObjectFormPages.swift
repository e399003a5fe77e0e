import Firearms
import Hummingbird
import Registry
import Storage

/// Entering and changing a record of a document or vehicle. What cannot be accepted comes back as it was typed, with
/// every reason.
struct ObjectFormPages<Object: WiredObject> {
    let site: Site

    private var service: ObjectService<Object> { Object.service(site.registry) }
    private var path: String { "/\(Object.collection)" }

    func add(to router: Router<WebContext>) {
        router.get("\(path)/new", use: new)
        router.post("\(path)", use: create)
        router.get("\(path)/:number/edit", use: edit)
        router.post("\(path)/:number", use: change)
    }

    private func new(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeRecords, actor)
        let page = try await page(ObjectForm<Object>.blank, [], nil, actor, context)
        return try await site.page(page, request, context, section: .records)
    }

    private func create(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeRecords, actor)
        let form = ObjectForm<Object>(context.form)
        do {
            try form.refuseFailures(service)
            let record = try await service.create(form.content, actor)
            return Site.seeOther("\(path)/\(record.number)?done=record-created")
        } catch let error as RegistryError where !error.failures.isEmpty {
            let page = try await page(context.form, error.failures, nil, actor, context)
            return try await site.page(page, request, context, section: .records, status: Problem(error).status)
        }
    }

    private func edit(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let record = try await service.record(context.part("number"), actor)
        guard Access.mayChange(recordOf: record.bureau, actor) else {
            throw RegistryError(.forbidden, subject: record.number)
        }
        let fields = ObjectForm<Object>.fields(record.content)
        let page = try await page(fields, [], (record.number, record.version), actor, context)
        return try await site.page(page, request, context, section: .records)
    }

    private func change(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeRecords, actor)
        let number = context.part("number")
        let version = context.form["version"].flatMap { Int($0) } ?? 0
        let form = ObjectForm<Object>(context.form)
        do {
            try form.refuseFailures(service)
            let record = try await service.change(
                number, to: form.content, version: version, reason: form.reason, actor
            )
            return Site.seeOther("\(path)/\(record.number)?done=record-changed")
        } catch let error as RegistryError where !error.failures.isEmpty {
            let page = try await page(context.form, error.failures, (number, version), actor, context)
            return try await site.page(page, request, context, section: .records, status: Problem(error).status)
        }
    }

    private func page(
        _ fields: FormFields, _ failures: [FieldFailure], _ record: (number: String, version: Int)?, _ actor: Actor,
        _ context: WebContext
    ) async throws -> ObjectFormPage {
        let language = site.language(context)
        let bureaus = try await site.bureauNames(actor)
        let hideable = Set(bureaus.bureaus.compactMap(\.country)).subtracting(actor.country.map { [$0] } ?? [])
        let errors = language.errorsByName(failures)
        let hidden = Set(fields.all("hiddenFrom"))
        let address = record.map { "\(path)/\(HTTPQuery.escaped($0.number))" } ?? path
        func shown(_ definitions: [FormFieldDefinition]) -> [FormField] {
            definitions.map { $0.field(fields, errors, in: language) }
        }
        return ObjectFormPage(
            title: record.map { language.text("form.edit", ["number": $0.number]) }
                ?? language.text("object-form.new-\(Object.kind.rawValue)"),
            number: record?.number, action: address, version: record?.version, cancelPath: address,
            errors: language.fieldErrors(failures),
            objectTitle: language.text("object.\(Object.kind.rawValue)"),
            objectFields: shown(Object.formFields),
            eventFields: shown([
                FormFieldDefinition(
                    "recordClass", .code(group: Object.classGroup, Object.Class.allCases.map(\.rawValue)),
                    isRequired: true),
                FormFieldDefinition("eventDate", .date), FormFieldDefinition("nationalReference"),
                FormFieldDefinition("place"), FormFieldDefinition("circumstances", .long),
            ]),
            handlingFields: shown([
                FormFieldDefinition(
                    "purpose", .code(group: "purpose", Purpose.allCases.map(\.rawValue)), isRequired: true),
                FormFieldDefinition(
                    "handling", .code(group: "handling", HandlingLevel.allCases.map(\.rawValue)), isRequired: true),
                FormFieldDefinition("retentionUntil", .date),
            ]),
            hiddenFrom: language.countryChoices(hideable.map(\.code)).map {
                Choice(value: $0.value, label: $0.label, isSelected: hidden.contains($0.value))
            },
            hidesFromAny: !hidden.isEmpty,
            reason: TextField(value: fields["reason"] ?? "", error: errors["reason"])
        )
    }
}
