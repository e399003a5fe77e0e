import DelimitedText
import Hummingbird
import NIOCore
import Registry
import Storage

/// The pages of an import, one for each state of it: file, columns, dry run, verdict, import, done.
struct ImportPages {
    let site: Site

    func add(to router: Router<WebContext>) {
        router.get("/imports/new", use: new)
        router.post("/imports", use: upload)
        router.get("/imports/:id", use: show)
        router.post("/imports/:id/mapping", use: map)
        router.post("/imports/:id/start", use: start)
        router.post("/imports/:id/cancel", use: cancel)
        router.post("/imports/:id/corrections", use: correct)
        router.get("/imports/:id/progress.json", use: progress)
        router.get("/imports/:id/refused.csv", use: refused)
    }

    private func new(_ request: Request, _ context: WebContext) async throws -> Response {
        let page = try await uploadPage([], request.query["kind"].flatMap { ObjectKind(rawValue: $0) }, context)
        return try await site.page(page, request, context, section: .imports)
    }

    /// Takes a file; one that cannot be read is refused at once and leaves nothing behind.
    private func upload(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.importRecords, actor)
        let language = context.language ?? site.renderer.catalogue.base
        let limit = site.registry.settings.largestImportBytes
        var kind: ObjectKind?
        do {
            let form = try await MultipartForm.read(request, context, site, limit: limit)
            kind = form.fields["kind"].flatMap { ObjectKind(rawValue: $0) }
            guard let blob = form.blob else {
                throw RegistryError(.invalid, failures: [FieldFailure("file", "required")])
            }
            let job = try await site.registry.imports.open(
                fileName: form.fileName, blob: blob, objectKind: kind, actor)
            return Site.seeOther("/imports/\(job.id)")
        } catch let error as DelimitedTextError {
            return try await refusal(
                language.importFailure(error), .unprocessableContent, of: kind, request, context)
        } catch let error as StorageError where error.code == .tooLarge {
            let text = language.text("import.too-large", ["size": language.size(bytes: Int64(limit))])
            return try await refusal(text, .contentTooLarge, of: kind, request, context)
        } catch let error as RegistryError where error.code == .invalid {
            let text = language.fieldErrors(error.failures).map(\.text).joined(separator: " ")
            return try await refusal(text, .unprocessableContent, of: kind, request, context)
        }
    }

    private func refusal(
        _ text: String, _ status: HTTPResponse.Status, of kind: ObjectKind?, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let page = try await uploadPage([FieldError(field: "file", text: text)], kind, context)
        return try await site.page(page, request, context, section: .imports, status: status)
    }

    private func uploadPage(
        _ errors: [FieldError], _ selected: ObjectKind?, _ context: WebContext
    ) async throws -> ImportUploadPage {
        let language = context.language ?? site.renderer.catalogue.base
        let earlier = try await site.registry.imports.latest(context.requireActor())
        return ImportUploadPage(
            kind: ChoiceField(
                choices: ["firearm", "document", "vehicle"].map { kind in
                    Choice(
                        value: kind, label: language.text("records.tab-\(kind)"),
                        isSelected: kind == (selected?.rawValue ?? "firearm"))
                }),
            largestFile: language.size(bytes: Int64(site.registry.settings.largestImportBytes)), errors: errors,
            earlier: earlier.map { job in
                ImportUploadPage.Earlier(
                    path: "/imports/\(job.id)", file: job.fileName, time: TimeStamp(job.createdAt.description),
                    state: language.badge("import-state", job.state.rawValue),
                    summary: job.progress.rows == 0 ? "" : language.importSummary(job.progress)
                )
            }
        )
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let job = try await site.registry.imports.job(context.identifier("id"), context.requireActor())
        return try await page(of: job, request, context)
    }

    /// The page of an import as it stands.
    /// - Parameter failures: what was wrong with a correction, to be said above it.
    func page(
        of job: ImportJob, refusing failures: [FieldFailure] = [], _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let language = context.language ?? site.renderer.catalogue.base
        let errors = language.fieldErrors(failures)
        let status: HTTPResponse.Status = failures.isEmpty ? .ok : .unprocessableContent
        let notice = PageMessage.done(request, ["spelling-corrected"], in: language)
        let wantsColumns = request.query["step"] == "columns" && !job.state.isAtWork && job.state != .finished
        switch job.state {
        case _ where wantsColumns, .uploaded:
            if let kind = job.mapping.objectKind {
                let page = ImportObjectsPage(job, kind, job.mapping, in: language)
                return try await site.page(page, request, context, section: .imports)
            }
            let page = ImportMappingPage(job, job.mapping, isSuggested: job.state == .uploaded, in: language)
            return try await site.page(page, request, context, section: .imports)
        case .trying, .running:
            return try await site.page(ImportProgressPage(job, in: language), request, context, section: .imports)
        case .tried:
            let verdicts = try await site.registry.imports.verdicts(
                job.id, limit: ImportVerdictPage.mostRows, context.requireActor()
            )
            var page = ImportVerdictPage(job, verdicts, in: language)
            page.understanding = try await site.understanding(job, context, in: language)
            page.errors = errors
            return try await site.page(page, request, context, section: .imports, status: status, notice: notice)
        case .finished, .failed, .cancelled:
            var page = ImportDonePage(job, in: language)
            page.understanding = try await site.understanding(job, context, in: language)
            page.errors = errors
            return try await site.page(page, request, context, section: .imports, status: status, notice: notice)
        }
    }

    /// Keeps the columns and asks for the dry run.
    private func map(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let language = context.language ?? site.renderer.catalogue.base
        let job = try await site.registry.imports.job(context.identifier("id"), actor)
        let kind = job.mapping.objectKind
        let input = ImportMappingForm(context.form, columnCount: job.headings.count, objectKind: kind)
        do {
            guard input.failures.isEmpty else { throw RegistryError(.invalid, failures: input.failures) }
            try await site.registry.imports.setMapping(input.mapping, remember: input.remembers, job.id, actor)
        } catch let error as RegistryError where error.code == .invalid {
            if let kind {
                let page = ImportObjectsPage(job, kind, input.mapping, failures: error.failures, in: language)
                return try await site.page(page, request, context, section: .imports, status: .unprocessableContent)
            }
            let page = ImportMappingPage(
                job, input.mapping, remembers: input.remembers, failures: error.failures, in: language
            )
            return try await site.page(page, request, context, section: .imports, status: .unprocessableContent)
        }
        return try await begin(isDryRun: true, job.id, actor)
    }

    private func start(_ request: Request, _ context: WebContext) async throws -> Response {
        try await begin(isDryRun: false, context.identifier("id"), context.requireActor())
    }

    /// Asks for a pass. Asking twice, as by a second press of the button, leads to the same page.
    func begin(isDryRun: Bool, _ id: Identifier, _ actor: Actor) async throws -> Response {
        do {
            try await site.registry.imports.request(dryRun: isDryRun, id, actor)
            site.imports.yield(ImportQueue.Pass(id: id, actor: actor, isDryRun: isDryRun))
        } catch let error as RegistryError where error.code == .illegalState {
            // Its page shows how far it has come.
        }
        return Site.seeOther("/imports/\(id)")
    }

    private func cancel(_ request: Request, _ context: WebContext) async throws -> Response {
        let id = try context.identifier("id")
        do {
            try await site.registry.imports.cancel(id, context.requireActor())
        } catch let error as RegistryError where error.code == .illegalState {
            // It ended before.
        }
        return Site.seeOther("/imports/\(id)")
    }

    private struct Progress: Encodable {
        var state: String
        var percent: Int
        var text: String
    }

    private func progress(_ request: Request, _ context: WebContext) async throws -> Response {
        let job = try await site.registry.imports.job(context.identifier("id"), context.requireActor())
        let page = ImportProgressPage(job, in: context.language ?? site.renderer.catalogue.base)
        return JSONAnswer.response(Progress(state: job.state.rawValue, percent: page.percent, text: page.text))
    }

    private func refused(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let job = try await site.registry.imports.job(context.identifier("id"), actor)
        return try RefusedRowsAnswer.response(
            site, job: job, actor: actor, language: context.language ?? site.renderer.catalogue.base
        )
    }
}
