import Foundation
import Hummingbird
import NIOCore

/// The description of the API: `/api/openapi.json` for programs, `/api` for people.
struct DocumentationRoutes {
    let site: Site
    private let document: ByteBuffer

    init(site: Site) {
        self.site = site
        let url = PageRenderer.resources.appending(path: "openapi.json")
        document = (try? Data(contentsOf: url)).map { ByteBuffer(bytes: $0) } ?? ByteBuffer()
    }

    func add(to router: Router<WebContext>) {
        router.get("/api/openapi.json") { [document] _, _ in
            Response(
                status: .ok, headers: [.contentType: "application/vnd.oai.openapi+json;version=3.1"],
                body: .init(byteBuffer: document)
            )
        }
    }
}
