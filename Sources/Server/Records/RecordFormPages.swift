import Firearms
import Hummingbird
import Registry
import Storage

/// Entering and changing a record. What cannot be accepted comes back as it was typed, with every reason.
struct RecordFormPages {
    let site: Site

    private static let longestReason = 2_000

    func add(to router: Router<WebContext>) {
        router.get("/records/new", use: new)
        router.post("/records", use: create)
        router.get("/records/:number/edit", use: edit)
        router.post("/records/:number", use: change)
    }

    private func new(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeRecords, actor)
        let input = RecordFormInput(RecordFormFields.begun(request.query))
        var page = try await page(input, [], nil, actor, context)
        page.idempotencyKey = Identifier.make().description
        return try await site.page(page, request, context, section: .records)
    }

    private func edit(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let record = try await site.registry.records.record(context.part("number"), actor)
        guard Access.mayChange(recordOf: record.bureau, actor) else {
            throw RegistryError(.forbidden, subject: record.number)
        }
        let input = RecordFormInput(RecordFormFields.fields(record.content))
        let page = try await page(input, [], (record.number, record.version), actor, context)
        return try await site.page(page, request, context, section: .records)
    }

    private func create(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeRecords, actor)
        let input = RecordFormInput(context.form)
        let key = context.form["idempotencyKey"].flatMap { Identifier($0)?.description }
        if let key {
            let request = Array("POST /records\n\(key)".utf8)
            let kept = try await site.registry.idempotency.begin(key, request: request, actor)
            if let location = kept?.location { return Site.seeOther(location) }
        }
        do {
            try refuseFailures(of: input)
            let record = try await site.registry.records.create(input.content, actor)
            let location = "/records/\(record.number)?done=record-created"
            if let key {
                let answer = KeptAnswer(status: 303, body: "", location: location)
                try await site.registry.idempotency.finish(key, answer, actor)
            }
            return Site.seeOther(location)
        } catch {
            if let key { try await site.registry.idempotency.release(key, actor) }
            guard let error = error as? RegistryError, !error.failures.isEmpty else { throw error }
            var page = try await page(input, error.failures, nil, actor, context)
            page.idempotencyKey = key
            return try await site.page(
                page, request, context, section: .records, status: Problem(error).status
            )
        }
    }

    private func change(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeRecords, actor)
        let number = context.part("number")
        let version = context.form["version"].flatMap { Int($0) } ?? 0
        let input = RecordFormInput(context.form)
        do {
            try refuseFailures(of: input)
            let record = try await site.registry.records.change(
                number, to: input.content, version: version, reason: input.reason, actor
            )
            return Site.seeOther("/records/\(record.number)?done=record-changed")
        } catch let error as RegistryError where !error.failures.isEmpty {
            var page = try await page(input, error.failures, (number, version), actor, context)
            if error.code == .versionMismatch, let language = context.language {
                page.errors = [FieldError(field: "reason", text: language.text("error.version-mismatch.detail"))]
            }
            return try await site.page(
                page, request, context, section: .records, status: Problem(error).status
            )
        }
    }

    /// Every wrong field at once: those that cannot be read, and those that break a rule.
    private func refuseFailures(of input: RecordFormInput) throws(RegistryError) {
        var failures = input.failures
        let named = Set(failures.map { FieldName.name(for: $0.field) })
        failures += site.registry.records.failures(in: input.content)
            .filter { !named.contains(FieldName.name(for: $0.field)) }
        if let failure = Self.failure(ofReason: input.reason, isRequired: false) { failures.append(failure) }
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
    }

    static func failure(ofReason reason: String, isRequired: Bool) -> FieldFailure? {
        if reason.isEmpty { return isRequired ? FieldFailure("reason", "required") : nil }
        guard reason.count > longestReason else { return nil }
        return FieldFailure("reason", "too-long", arguments: ["maximum": "\(longestReason)"])
    }

    private func page(
        _ input: RecordFormInput, _ failures: [FieldFailure], _ record: (number: String, version: Int)?,
        _ actor: Actor, _ context: WebContext
    ) async throws -> RecordFormPage {
        let bureaus = try await site.bureauNames(actor)
        let hideable = Set(bureaus.bureaus.compactMap(\.country)).subtracting(actor.country.map { [$0] } ?? [])
        let path = record.map { "/records/\(HTTPQuery.escaped($0.number))" }
        var page = RecordFormPage(
            input, failures: failures, hideable: hideable.map(\.code).sorted(), action: path ?? "/records",
            cancelPath: path ?? "/records", in: context.language ?? site.renderer.catalogue.base
        )
        page.number = record?.number
        page.version = record?.version
        return page
    }
}
