import Hummingbird
import Registry
import Storage

/// The journal in the API: `/api/v1/journal`.
struct JournalRoutes {
    let site: Site

    private struct Entry: Encodable {
        var sequence: Int64
        var time: String
        var user: String
        var bureau: String
        var action: String
        var object: String
        /// A JSON object as text, byte for byte what the hash covers.
        var details: String
    }

    private struct List: Encodable {
        var entries: [Entry]
        var next: String?
    }

    func add(to api: RouterGroup<WebContext>) {
        api.get("/journal", use: list)
    }

    static func filter(_ query: FormFields) throws(RegistryError) -> JournalFilter {
        JournalFilter(
            user: query["user"], action: query["action"], object: query["object"],
            from: try query.code("from") { Moment($0) }, until: try query.code("until") { Moment($0) }
        )
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let query = request.query
        let page = try await site.registry.audit.journal(
            Self.filter(query), before: query.integer("before").map(Int64.init), limit: query.integer("limit") ?? 100,
            context.requireActor()
        )
        let entries = page.entries.map {
            Entry(
                sequence: $0.sequence, time: $0.time.description, user: $0.user, bureau: $0.bureau, action: $0.action,
                object: $0.object, details: $0.details
            )
        }
        return JSONAnswer.response(List(entries: entries, next: page.nextCursor.map { "\($0)" }))
    }
}
