import Firearms
import Hummingbird
import Registry

/// The library of methods in the API: `/api/v1/methods`, and `/api/v1/notices/{number}/similar`.
struct MethodRoutes {
    let site: Site

    private struct Reason: Encodable {
        /// `word` or `kind`.
        var type: String
        var value: String

        init(_ reason: MethodReason) {
            switch reason {
            case .word(let word): (type, value) = ("word", word)
            case .kind(let kind): (type, value) = ("kind", kind.rawValue)
            }
        }
    }

    private struct Found: Encodable {
        var notice: NoticeAnswer
        var score: Double
        var reasons: [Reason]

        init(_ found: FoundMethod, for actor: Actor) {
            notice = NoticeAnswer(found.notice, for: actor)
            score = (found.score * 1_000).rounded() / 1_000
            reasons = found.reasons.map(Reason.init)
        }
    }

    func add(to api: RouterGroup<WebContext>) {
        api.get("/methods", use: search)
        api.get("/notices/:number/similar", use: similar)
    }

    private func search(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let query = request.query
        let filter = MethodFilter(
            kind: try query.code("kind") { ModusOperandi.Kind(rawValue: $0) }, object: query["object"],
            concealment: query["concealment"], transport: query["transport"],
            country: try query.code("country") { Country($0) }, operation: query["operation"], words: query["words"]
        )
        let found = try await site.registry.methods.search(filter, limit: query.integer("limit") ?? 50, actor)
        return JSONAnswer.response(["methods": found.map { Found($0, for: actor) }])
    }

    private func similar(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let found = try await site.registry.methods.similar(
            to: context.noticeNumber(), limit: request.query.integer("limit") ?? 5, actor
        )
        return JSONAnswer.response(["methods": found.map { Found($0, for: actor) }])
    }
}
