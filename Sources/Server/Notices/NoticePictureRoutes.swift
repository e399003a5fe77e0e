import Hummingbird
import Registry
import Storage

/// Pictures of a notice in the API: `/api/v1/notices/{number}/pictures`.
struct NoticePictureRoutes {
    let site: Site

    private struct Answer: Encodable {
        var id: String
        var mediaType: String
        var size: Int64
        var sha256: String
        var addedAt: String

        init(_ picture: NoticePicture) {
            id = String(picture.sequence)
            mediaType = picture.mediaType
            size = picture.size
            sha256 = picture.blob.description
            addedAt = picture.addedAt.description
        }
    }

    func add(to api: RouterGroup<WebContext>) {
        api.get("/notices/:number/pictures", use: list)
        api.post("/notices/:number/pictures", use: add)
        api.get("/notices/:number/pictures/:picture") { try await content(isThumbnail: false, $0, $1) }
        api.delete("/notices/:number/pictures/:picture", use: remove)
        api.get("/notices/:number/pictures/:picture/thumbnail") { try await content(isThumbnail: true, $0, $1) }
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let found = try await site.registry.notices.pictures(of: context.noticeNumber(), actor)
        return JSONAnswer.response(["pictures": found.map(Answer.init)])
    }

    /// The body is the picture itself.
    private func add(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeNotices, actor)
        let number = try context.noticeNumber()
        let blob = try await site.registry.blobs.store(
            request.body, limit: site.registry.settings.largestAttachmentBytes
        )
        let mediaType = (request.headers[.contentType] ?? "").prefix { $0 != ";" && $0 != " " }.lowercased()
        let picture = try await site.registry.notices.addPicture(
            mediaType: mediaType, blob: blob, to: number, actor
        )
        return JSONAnswer.response(Answer(picture), status: .created)
    }

    private func content(
        isThumbnail: Bool, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try context.requireActor()
        let file = try await site.registry.notices.picture(
            context.noticePicture(), of: context.noticeNumber(), isThumbnail: isThumbnail, actor
        )
        return file.response(cacheControl: "no-store")
    }

    private func remove(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try await site.registry.notices.removePicture(
            context.noticePicture(), from: context.noticeNumber(), actor
        )
        return Response(status: .noContent)
    }
}
