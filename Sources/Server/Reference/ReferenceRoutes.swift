import Firearms
import Hummingbird
import NIOCore
import Registry
import Storage

/// A bureau's own share of the reference table in the API: `/api/v1/reference`.
struct ReferenceRoutes {
    let site: Site

    func add(to api: RouterGroup<WebContext>) {
        api.get("/reference/corrections", use: corrections)
        api.post("/reference/corrections", use: correct)
        api.delete("/reference/corrections/:id", use: undo)
        api.get("/reference/entries", use: entries)
        api.post("/reference/entries", use: importEntries)
        api.get("/reference/entries/:kind", use: export)
        api.delete("/reference/entries/:kind/:key", use: remove)
    }

    private func corrections(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let corrections = try await site.registry.reference.corrections(actor)
        return JSONAnswer.response(
            CorrectionsAnswer(
                corrections: corrections.map(CorrectionAnswer.init),
                isAtWork: try await site.registry.reference.isAtWork(actor)
            )
        )
    }

    private func correct(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        var body = try await JSONBody.read(request)
        let field = body.requiredCode("field") { SpellingCorrection.Field(rawValue: $0) }
        let (written, meaning) = (body.requiredString("written"), body.requiredString("meaning"))
        try body.refuseFailures()
        let correction = try await site.registry.reference.correct(
            field ?? .make, written: written, meaning: meaning, actor
        )
        return JSONAnswer.response(CorrectionAnswer(correction), status: .created)
    }

    private func undo(_ request: Request, _ context: WebContext) async throws -> Response {
        try await site.registry.reference.undo(context.identifier("id"), context.requireActor())
        return Response(status: .noContent)
    }

    private func entries(_ request: Request, _ context: WebContext) async throws -> Response {
        let entries = try await site.registry.reference.entries(context.requireActor())
        return JSONAnswer.response(["entries": entries.map(ReferenceEntryAnswer.init)])
    }

    /// The body is the file itself, `name` in the query what it is called.
    private func importEntries(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.manageReference, actor)
        let upload = try site.registry.blobs.startUpload(limit: ReferenceFile.largest)
        let blob: BlobHash
        do {
            for try await piece in request.body { try upload.append(piece.readableBytesView) }
            blob = try upload.finish()
        } catch {
            upload.discard()
            throw error
        }
        let file = try ReferenceFile(
            name: request.query["name"] ?? "upload", contentsOf: site.registry.blobs.path(of: blob)
        )
        let result = try await site.registry.reference.importEntries([file], actor)
        let language = context.language ?? site.renderer.catalogue.language(accepting: nil)
        return JSONAnswer.response(ReferenceImportAnswer(result, in: language))
    }

    private func export(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let kind = try kind(context)
        let bytes = try await site.registry.reference.export(kind, actor)
        return ReferenceExportAnswer.response(kind, bytes)
    }

    private func remove(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try await site.registry.reference.remove(kind(context), context.part("key"), actor)
        return Response(status: .noContent)
    }

    private func kind(_ context: WebContext) throws -> ReferenceKind {
        let text = context.part("kind")
        guard let kind = ReferenceKind(rawValue: text) else { throw RegistryError(.notFound, subject: text) }
        return kind
    }
}

/// Own rows of one kind as a file.
enum ReferenceExportAnswer {
    static func response(_ kind: ReferenceKind, _ bytes: [UInt8]) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(kind.rawValue)s.csv\"",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}
