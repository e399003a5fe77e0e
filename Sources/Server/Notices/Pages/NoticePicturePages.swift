import Hummingbird
import Registry
import Storage

/// The pictures of a notice: shown, added and taken away from its pages.
struct NoticePicturePages {
    let site: Site

    func add(to router: Router<WebContext>) {
        router.post("/notices/:number/pictures", use: add)
        router.get("/notices/:number/pictures/:picture") { try await show(isThumbnail: false, $1) }
        router.get("/notices/:number/pictures/:picture/thumbnail") { try await show(isThumbnail: true, $1) }
        router.post("/notices/:number/pictures/:picture/remove", use: remove)
    }

    private func show(isThumbnail: Bool, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let file = try await site.registry.notices.picture(
            context.noticePicture(), of: context.noticeNumber(), isThumbnail: isThumbnail, actor
        )
        // A picture never changes under its number, but who may see it does.
        return file.response(cacheControl: "private, no-cache")
    }

    private func add(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeNotices, actor)
        let number = try context.noticeNumber()
        let form = try await MultipartForm.read(
            request, context, site, limit: site.registry.settings.largestAttachmentBytes
        )
        do {
            guard let blob = form.blob else {
                throw RegistryError(.invalid, failures: [FieldFailure("file", "required")])
            }
            _ = try await site.registry.notices.addPicture(
                mediaType: form.mediaType.lowercased(), blob: blob, to: number, actor
            )
        } catch let error as RegistryError where !error.failures.isEmpty {
            return try await site.noticeReport(number, refusing: error, request, context)
        }
        return Site.seeOther("/notices/\(number.pathText)?done=picture-added#pictures")
    }

    private func remove(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let number = try context.noticeNumber()
        try await site.registry.notices.removePicture(context.noticePicture(), from: number, actor)
        return Site.seeOther("/notices/\(number.pathText)?done=picture-removed#pictures")
    }
}
