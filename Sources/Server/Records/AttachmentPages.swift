import Hummingbird
import Registry
import Storage

/// The files of a record: attaching one from the record's page, and downloading it.
struct AttachmentPages {
    let site: Site

    func add(to router: Router<WebContext>) {
        router.post("/records/:number/attachments", use: attach)
        router.get("/records/:number/attachments/:id") { _, context in
            try await AttachmentRoutes.download(site, context)
        }
    }

    private func attach(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeRecords, actor)
        let form = try await MultipartForm.read(
            request, context, site, limit: site.registry.settings.largestAttachmentBytes
        )
        let number = context.part("number")
        guard let blob = form.blob else {
            return try await site.recordReport(
                number, refusing: [FieldFailure("file", "required")], request, context
            )
        }
        do {
            _ = try await site.registry.attachments.add(
                name: form.fileName, mediaType: form.mediaType, blob: blob, to: number, actor
            )
        } catch let error as RegistryError where error.code == .invalid {
            // Here the registry's general code means the kind of file alone.
            let failures = error.failures.map { failure in
                failure.code == "not-allowed" ? FieldFailure("file", "not-attachable", value: failure.value) : failure
            }
            return try await site.recordReport(number, refusing: failures, request, context)
        }
        return Site.seeOther("/records/\(HTTPQuery.escaped(number))?done=attachment-added")
    }
}
