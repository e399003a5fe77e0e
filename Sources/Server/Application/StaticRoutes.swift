import Foundation
import Hummingbird
import NIOCore

/// Styles, scripts and images, read once at the start: `/static/{folder}/{file}`.
struct StaticRoutes {
    private struct File {
        var type: String
        var bytes: ByteBuffer
    }

    private let files: [String: File]

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
        "png": "image/png",
    ]

    init(site: Site) {
        var files: [String: File] = [:]
        for folder in ["styles", "scripts", "images"] {
            let url = PageRenderer.resources.appending(path: folder.capitalized)
            let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
            for name in names {
                let file = url.appending(path: name)
                guard let type = Self.types[file.pathExtension], let data = try? Data(contentsOf: file) else {
                    continue
                }
                files["\(folder)/\(name)"] = File(type: type, bytes: ByteBuffer(bytes: data))
            }
        }
        self.files = files
    }

    func add(to router: Router<WebContext>) {
        router.get("/static/:folder/:name", use: file)
    }

    private func file(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let file = files["\(context.part("folder"))/\(context.part("name"))"] else { throw Problem.notFound }
        // An address with a fingerprint never changes its content.
        let age = request.uri.query?.contains("v=") == true ? "public, max-age=31536000, immutable" : "no-cache"
        return Response(
            status: .ok, headers: [.contentType: file.type, .cacheControl: age], body: .init(byteBuffer: file.bytes)
        )
    }
}
