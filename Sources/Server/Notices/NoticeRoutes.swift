import Hummingbird
import NIOCore
import Registry
import Storage

/// Notices in the API: `/api/v1/notices`. Numbers stand in paths with a hyphen: `2026-00123`.
struct NoticeRoutes {
    let site: Site

    private struct List: Encodable {
        var notices: [NoticeAnswer]
        var next: String?
    }

    private struct Missing: Encodable {
        var field: String
        var code: String
        var message: String
    }

    private struct Version: Encodable {
        var version: Int
        var state: String
        var changedAt: String
        var changedBy: String
        var reason: String
    }

    private struct Reading: Encodable {
        var place: Int
        var reader: String
        var decision: String
        var reasons: [String]
        var remark: String
        var readAt: String
    }

    func add(to api: RouterGroup<WebContext>) {
        api.get("/notices", use: list)
        api.post("/notices", use: create)
        api.get("/notices/:number", use: read)
        api.put("/notices/:number", use: change)
        api.get("/notices/:number/missing", use: missing)
        api.get("/notices/:number/versions", use: versions)
        api.get("/notices/:number/readings", use: readings)
        api.post("/notices/:number/readings", use: screen)
        api.post("/notices/:number/send") { request, context in
            let actor = try context.requireActor()
            let version = try EntityTag.version(of: request)
            let number = try context.noticeNumber()
            return answer(try await site.registry.notices.send(number, version: version, actor), actor)
        }
        for (path, state) in [
            ("suspend", NoticeState.suspended), ("resume", .published), ("cancel", .cancelled), ("reopen", .draft),
        ] {
            api.post("/notices/:number/\(path)") { try await setState(state, $0, $1) }
        }
        NoticePictureRoutes(site: site).add(to: api)
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let query = request.query
        let filter = NoticeFilter(
            colour: try query.code("colour") { NoticeColour(rawValue: $0) },
            state: try query.code("state") { NoticeState(rawValue: $0) }, bureau: query["bureau"], text: query["text"]
        )
        let page = try await site.registry.notices.list(
            filter, before: query.code("before") { NoticeCursor($0) }, limit: query.integer("limit") ?? 50, actor
        )
        return JSONAnswer.response(
            List(notices: page.notices.map { NoticeAnswer($0, for: actor) }, next: page.next?.description)
        )
    }

    private func create(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeNotices, actor)
        var body = try await JSONBody.read(request)
        let content = try NoticeInput.content(&body)
        let notice = try await site.registry.notices.create(content, actor)
        return answer(notice, actor, status: .created, location: "/api/v1/notices/\(notice.pathNumber)")
    }

    private func read(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let notice = try await site.registry.notices.notice(context.noticeNumber(), actor)
        if EntityTag.matches(request, version: notice.version) { return EntityTag.notModified(notice.version) }
        return answer(notice, actor)
    }

    private func change(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeNotices, actor)
        let version = try EntityTag.version(of: request)
        var body = try await JSONBody.read(request)
        let reason = body.string("reason") ?? ""
        let content = try NoticeInput.content(&body)
        let notice = try await site.registry.notices.change(
            context.noticeNumber(), to: content, version: version, reason: reason, actor
        )
        return answer(notice, actor)
    }

    private func missing(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let notice = try await site.registry.notices.notice(context.noticeNumber(), actor)
        let language = context.language ?? site.language(of: request, actor: actor)
        let found = site.registry.notices.missing(notice).map {
            Missing(field: $0.field, code: $0.code, message: language.failure($0.code, $0.arguments))
        }
        return JSONAnswer.response(["missing": found])
    }

    private func setState(_ state: NoticeState, _ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeNotices, actor)
        let version = try EntityTag.version(of: request)
        var body = try await JSONBody.read(request)
        let reason = body.requiredString("reason")
        try body.refuseFailures()
        let notice = try await site.registry.notices.setState(
            state, of: context.noticeNumber(), version: version, reason: reason, actor
        )
        return answer(notice, actor)
    }

    private func screen(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.screenNotices, actor)
        let version = try EntityTag.version(of: request)
        var body = try await JSONBody.read(request)
        let name = body.requiredCode("decision") { ["publish", "refuse", "hand-back"].contains($0) ? $0 : nil }
        let reasons = body.strings("reasons").compactMap { code -> NoticeRefusal? in
            if let reason = NoticeRefusal(rawValue: code) { return reason }
            body.note("reasons", "unknown-code", code)
            return nil
        }
        let remark = body.string("remark") ?? ""
        try body.refuseFailures()
        let decision: NoticeReading.Decision =
            switch name {
            case "publish": .publish
            case "refuse": .refuse(reasons)
            default: .handBack
            }
        let notice = try await site.registry.notices.read(
            context.noticeNumber(), version: version, decision: decision, remark: remark, actor
        )
        return answer(notice, actor)
    }

    private func versions(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let versions = try await site.registry.notices.versions(of: context.noticeNumber(), actor)
        return JSONAnswer.response([
            "versions": versions.map {
                Version(
                    version: $0.version, state: $0.state.rawValue, changedAt: $0.changedAt.description,
                    changedBy: $0.changedBy, reason: $0.reason
                )
            }
        ])
    }

    private func readings(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let readings = try await site.registry.notices.readings(of: context.noticeNumber(), actor)
        return JSONAnswer.response(["readings": readings.map(Self.reading)])
    }

    private static func reading(_ reading: NoticeReading) -> Reading {
        let (decision, reasons): (String, [NoticeRefusal]) =
            switch reading.decision {
            case .publish: ("publish", [])
            case .refuse(let reasons): ("refuse", reasons)
            case .handBack: ("hand-back", [])
            }
        return Reading(
            place: reading.place, reader: reading.reader, decision: decision, reasons: reasons.map(\.rawValue),
            remark: reading.remark, readAt: reading.at.description
        )
    }

    private func answer(
        _ notice: Notice, _ actor: Actor, status: HTTPResponse.Status = .ok, location: String? = nil
    ) -> Response {
        var headers: HTTPFields = [.eTag: EntityTag.text(notice.version)]
        if let location { headers[.location] = location }
        return JSONAnswer.response(NoticeAnswer(notice, for: actor), status: status, headers: headers)
    }
}
