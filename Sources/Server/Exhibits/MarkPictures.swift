import Hummingbird
import NIOCore
import Registry
import Storage

/// The files that belong to scans and preparations, for the API and for pages. They never change under their address.
enum MarkPictures {
    /// `surface.x3p`, `picture.png`, `thumbnail.png` or `region.png` of a preparation; `version` is its number or
    /// `current`.
    static func preparation(_ site: Site, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let version = context.part("version")
        let detail = try await site.registry.marks.look(at: context.markNumber(), actor)
        let found =
            version == "current"
            ? detail.current : detail.preparations.first { Int(version) == $0.version && "\($0.version)" == version }
        guard let found else { throw RegistryError(.notFound, subject: version) }
        let name = context.part("file")
        let blob: BlobHash? =
            switch name {
            case "surface.x3p": found.surface
            case "picture.png": found.picture
            case "thumbnail.png": found.thumbnail
            case "region.png": try? found.record.regionPicture
            default: nil
            }
        guard let blob else { throw RegistryError(.notFound, subject: name) }
        return try answer(blob, name, isLasting: version != "current", site)
    }

    /// `picture.png` or `marked.png` of a scan.
    static func scan(_ site: Site, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let detail = try await site.registry.marks.look(at: context.markNumber(), actor)
        let (text, name) = (context.part("scan"), context.part("file"))
        guard let scan = Int64(text).flatMap(detail.scan) else { throw RegistryError(.notFound, subject: text) }
        let blob =
            switch name {
            case "picture.png": scan.picture
            case "marked.png": scan.markedPicture
            default: nil as BlobHash?
            }
        guard let blob else { throw RegistryError(.notFound, subject: name) }
        return try answer(blob, name, isLasting: false, site)
    }

    private static func answer(
        _ blob: BlobHash, _ name: String, isLasting: Bool, _ site: Site
    ) throws -> Response {
        let type = name.hasSuffix(".png") ? "image/png" : "application/octet-stream"
        return Response(
            status: .ok,
            headers: [
                // Kept by the reader's own browser alone, and only as long as it may be shown.
                .contentType: type, .cacheControl: isLasting ? "private, max-age=300" : "no-store",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: try site.registry.marks.content(of: blob)))
        )
    }
}
