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
        guard let blob = form.blob else {
            throw RegistryError(.invalid, failures: [FieldFailure("file", "required")])
        }
        let number = context.part("number")
        _ = try await site.registry.attachments.add(
            name: form.fileName, mediaType: form.mediaType, blob: blob, to: number, actor
        )
        return Site.seeOther("/records/\(HTTPQuery.escaped(number))?done=attachment-added")
    }
}
