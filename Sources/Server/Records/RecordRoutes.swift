import Hummingbird
import NIOCore
import Registry
import Storage

/// Firearm records in the API: `/api/v1/records`.
struct RecordRoutes {
    let site: Site

    private struct List: Encodable {
        var records: [RecordSummaryAnswer]
        var next: String?
    }

    private struct Version: Encodable {
        var version: Int
        var status: String
        var changedAt: String
        var changedBy: String
        var reason: String
        var fieldsChangedLater: [String]
    }

    func add(to api: RouterGroup<WebContext>) {
        api.get("/records", use: list)
        api.post("/records", use: create)
        api.get("/records.csv", use: export)
        api.get("/records/:number", use: read)
        api.put("/records/:number", use: change)
        api.get("/records/:number/versions", use: versions)
        for (path, status) in [
            ("locate", RecordStatus.located), ("clear", .cleared), ("cancel", .cancelled), ("reactivate", .active),
        ] {
            api.post("/records/:number/\(path)") { request, context in
                try await setStatus(status, request, context)
            }
        }
    }

    static func filter(_ query: FormFields) throws(RegistryError) -> RecordFilter {
        RecordFilter(
            bureau: query["bureau"], recordClass: try query.code("class") { RecordClass(rawValue: $0) },
            status: try query.code("status") { RecordStatus(rawValue: $0) }, makeCode: query["make"],
            serial: query["serial"]
        )
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let query = request.query
        let page = try await site.registry.records.list(
            Self.filter(query), before: query.integer("before").map(Int64.init), limit: query.integer("limit") ?? 50,
            context.requireActor()
        )
        return JSONAnswer.response(
            List(records: page.records.map(RecordSummaryAnswer.init), next: page.nextCursor.map { "\($0)" })
        )
    }

    private func create(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeRecords, actor)
        var body = try await JSONBody.read(request)
        let content = try RecordInput.content(&body, site.registry.records)
        let record = try await site.registry.records.create(content, actor)
        return answer(record, actor, status: .created, location: "/api/v1/records/\(record.number)")
    }

    private func read(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let record = try await site.registry.records.record(context.part("number"), actor)
        if EntityTag.matches(request, version: record.version) { return EntityTag.notModified(record.version) }
        return answer(record, actor)
    }

    private func change(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeRecords, actor)
        let version = try EntityTag.version(of: request)
        var body = try await JSONBody.read(request)
        let reason = body.string("reason") ?? ""
        let content = try RecordInput.content(&body, site.registry.records)
        let record = try await site.registry.records.change(
            context.part("number"), to: content, version: version, reason: reason, actor
        )
        return answer(record, actor)
    }

    private func setStatus(_ status: RecordStatus, _ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeRecords, actor)
        let version = try EntityTag.version(of: request)
        var body = try await JSONBody.read(request)
        let reason = body.requiredString("reason")
        try body.refuseFailures()
        let record = try await site.registry.records.setStatus(
            status, of: context.part("number"), version: version, reason: reason, actor
        )
        return answer(record, actor)
    }

    private func versions(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let record = try await site.registry.records.record(context.part("number"), actor)
        var newer = record.content
        let versions = try await site.registry.records.versions(of: record.number, actor).map { version in
            defer { newer = version.content }
            return Version(
                version: version.version, status: version.status.rawValue, changedAt: version.changedAt.description,
                changedBy: version.changedBy, reason: version.reason,
                fieldsChangedLater: RecordDifference.fields(version.content, newer)
            )
        }
        return JSONAnswer.response(["versions": versions])
    }

    private func export(_ request: Request, _ context: WebContext) async throws -> Response {
        try RecordExportAnswer.response(site, filter: Self.filter(request.query), actor: context.requireActor())
    }

    private func answer(
        _ record: FirearmRecord, _ actor: Actor, status: HTTPResponse.Status = .ok, location: String? = nil
    ) -> Response {
        var headers: HTTPFields = [.eTag: EntityTag.text(record.version)]
        if let location { headers[.location] = location }
        return JSONAnswer.response(RecordAnswer(record, for: actor), status: status, headers: headers)
    }
}
