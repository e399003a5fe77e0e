import Hummingbird
import NIOCore
import Registry
import Storage

/// Attachments of a record in the API: `/api/v1/records/{number}/attachments`.
struct AttachmentRoutes {
    let site: Site

    private struct Answer: Encodable {
        var id: String
        var name: String
        var mediaType: String
        var size: Int64
        var sha256: String
        var addedAt: String
        var addedBy: String

        init(_ attachment: Attachment) {
            id = attachment.id.description
            name = attachment.name
            mediaType = attachment.mediaType
            size = attachment.size
            sha256 = attachment.blob.description
            addedAt = attachment.addedAt.description
            addedBy = attachment.addedBy
        }
    }

    func add(to api: RouterGroup<WebContext>) {
        api.get("/records/:number/attachments", use: list)
        api.post("/records/:number/attachments", use: add)
        api.get("/records/:number/attachments/:id", use: content)
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let found = try await site.registry.attachments.attachments(of: context.part("number"), context.requireActor())
        return JSONAnswer.response(["attachments": found.map(Answer.init)])
    }

    /// The body is the file itself, `name` in the query what it is called.
    private func add(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeRecords, actor)
        let blob = try await site.registry.blobs.store(
            request.body, limit: site.registry.settings.largestAttachmentBytes
        )
        let number = context.part("number")
        // Parameters such as a charset are no part of the type.
        let mediaType = (request.headers[.contentType] ?? "").prefix { $0 != ";" && $0 != " " }.lowercased()
        let attachment = try await site.registry.attachments.add(
            name: request.query["name"] ?? "", mediaType: mediaType, blob: blob, to: number, actor
        )
        return JSONAnswer.response(
            Answer(attachment), status: .created,
            headers: [.location: "/api/v1/records/\(number)/attachments/\(attachment.id)"]
        )
    }

    private func content(_ request: Request, _ context: WebContext) async throws -> Response {
        try await Self.download(site, context)
    }

    /// A download that no browser shows in place: what others attach is never run here.
    static func download(_ site: Site, _ context: WebContext) async throws -> Response {
        let found = try await site.registry.attachments.content(
            of: context.identifier("id"), record: context.part("number"), context.requireActor()
        )
        let name = found.attachment.name.map {
            $0.isASCII && ($0.isLetter || $0.isNumber || "._- ".contains($0)) ? $0 : "_"
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: found.attachment.mediaType, .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(String(name))\"",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: found.bytes))
        )
    }
}
