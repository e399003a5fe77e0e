import DelimitedText
import Hummingbird
import NIOCore
import Registry
import Storage

/// Imports in the API: `/api/v1/imports`.
struct ImportRoutes {
    let site: Site

    private struct Verdicts: Encodable {
        var verdicts: [ImportVerdictAnswer]
        var next: String?
    }

    func add(to api: RouterGroup<WebContext>) {
        api.post("/imports", use: upload)
        api.get("/imports", use: latest)
        api.get("/imports/:id", use: read)
        api.put("/imports/:id/mapping", use: map)
        api.post("/imports/:id/try") { try await start(isDryRun: true, $0, $1) }
        api.post("/imports/:id/run") { try await start(isDryRun: false, $0, $1) }
        api.post("/imports/:id/cancel", use: cancel)
        api.get("/imports/:id/verdicts", use: verdicts)
        api.get("/imports/:id/understanding", use: understanding)
        api.get("/imports/:id/refused.csv", use: refused)
    }

    /// The body is the file itself; in the query stand `name`, what it is called, and `kind`, what its rows are.
    private func upload(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.importRecords, actor)
        let kind = request.query["kind"] ?? "firearm"
        let objectKind = ObjectKind(rawValue: kind)
        guard objectKind != nil || kind == "firearm" else {
            throw RegistryError(.invalid, failures: [FieldFailure("kind", "unknown-code", value: kind)])
        }
        let upload = try site.registry.blobs.startUpload(limit: site.registry.settings.largestImportBytes)
        let blob: BlobHash
        do {
            for try await piece in request.body { try upload.append(piece.readableBytesView) }
            blob = try upload.finish()
        } catch {
            upload.discard()
            throw error
        }
        let job = try await site.registry.imports.open(
            fileName: request.query["name"] ?? "upload", blob: blob, objectKind: objectKind, actor)
        return JSONAnswer.response(
            ImportAnswer(job), status: .created, headers: [.location: "/api/v1/imports/\(job.id)"]
        )
    }

    private func latest(_ request: Request, _ context: WebContext) async throws -> Response {
        let jobs = try await site.registry.imports.latest(context.requireActor())
        return JSONAnswer.response(["imports": jobs.map(ImportAnswer.init)])
    }

    private func read(_ request: Request, _ context: WebContext) async throws -> Response {
        let job = try await site.registry.imports.job(context.identifier("id"), context.requireActor())
        return JSONAnswer.response(ImportAnswer(job))
    }

    private func map(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let id = try context.identifier("id")
        var body = try await JSONBody.read(request)
        let mapping = ImportMappingInput.mapping(&body)
        let remember = body.boolean("remember") ?? false
        try body.refuseFailures()
        try await site.registry.imports.setMapping(mapping, remember: remember, id, actor)
        return JSONAnswer.response(ImportAnswer(try await site.registry.imports.job(id, actor)))
    }

    private func start(isDryRun: Bool, _ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let job = try await site.registry.imports.job(context.identifier("id"), actor)
        guard job.state == .uploaded || job.state == .tried else {
            throw RegistryError(.illegalState, subject: "\(job.id)")
        }
        site.imports.yield(ImportQueue.Pass(id: job.id, actor: actor, isDryRun: isDryRun))
        return JSONAnswer.response(
            ImportAnswer(job), status: .accepted, headers: [.location: "/api/v1/imports/\(job.id)"]
        )
    }

    private func cancel(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let id = try context.identifier("id")
        try await site.registry.imports.cancel(id, actor)
        return JSONAnswer.response(ImportAnswer(try await site.registry.imports.job(id, actor)))
    }

    private func verdicts(_ request: Request, _ context: WebContext) async throws -> Response {
        let query = request.query
        let limit = max(1, min(try query.integer("limit") ?? 100, 1_000))
        let language = context.language ?? site.renderer.catalogue.language(accepting: nil)
        let verdicts = try await site.registry.imports.verdicts(
            context.identifier("id"), refusedOnly: query["refused"] == "true", after: query.integer("after") ?? 0,
            limit: limit, context.requireActor()
        )
        return JSONAnswer.response(
            Verdicts(
                verdicts: verdicts.map { ImportVerdictAnswer($0, in: language) },
                next: verdicts.count == limit ? verdicts.last.map { "\($0.row)" } : nil
            )
        )
    }

    private func understanding(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let job = try await site.registry.imports.job(context.identifier("id"), actor)
        let columns = try await site.registry.imports.understanding(
            job.id, texts: request.query.integer("texts") ?? 10, actor
        )
        return JSONAnswer.response(UnderstandingAnswer(columns, headings: job.headings))
    }

    private func refused(_ request: Request, _ context: WebContext) async throws -> Response {
        try await RefusedRowsAnswer.response(
            site, job: site.registry.imports.job(context.identifier("id"), context.requireActor()),
            actor: context.requireActor(),
            language: context.language ?? site.renderer.catalogue.language(accepting: nil)
        )
    }
}
