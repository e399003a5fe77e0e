import Foundation
import Hummingbird
import Logging

/// The API for people, laid out from the document for programs: `GET /api`. Anybody may read it.
struct ReferencePages {
    let site: Site
    /// Read once; nil where the document is missing or cannot be read.
    private let reference: ReferencePage?

    init(site: Site) {
        self.site = site
        let url = PageRenderer.resources.appending(path: "openapi.json")
        do {
            let document = try JSONDecoder().decode(OpenAPIDocument.self, from: Data(contentsOf: url))
            reference = ReferencePage(document)
        } catch {
            reference = nil
            site.logger.warning("the API reference cannot be shown", metadata: ["error": "\(error)"])
        }
    }

    func add(to router: Router<WebContext>) {
        router.get("/api") { [reference] request, context in
            guard let reference else { throw Problem.notFound }
            return try await site.page(reference, request, context)
        }
    }
}
