import Hummingbird
import Registry
import Storage

/// Records of documents or vehicles in the API: `/api/v1/documents`, `/api/v1/vehicles`.
struct ObjectRoutes<Object: WiredObject> {
    let site: Site

    private struct Version: Encodable {
        var version: Int
        var status: String
        var changedAt: String
        var changedBy: String
        var reason: String
        var fieldsChangedLater: [String]
    }

    private struct List: Encodable {
        var records: [ObjectSummaryAnswer<Object>]
        var next: String?
    }

    private var service: ObjectService<Object> { Object.service(site.registry) }

    func add(to api: RouterGroup<WebContext>) {
        let path = "/\(Object.collection)"
        api.get("\(path)", use: list)
        api.post("\(path)", use: create)
        api.get("\(path)/:number", use: read)
        api.put("\(path)/:number", use: change)
        api.get("\(path)/:number/versions", use: versions)
        for (step, status) in [
            ("locate", RecordStatus.located), ("clear", .cleared), ("cancel", .cancelled), ("reactivate", .active),
        ] {
            api.post("\(path)/:number/\(step)") { request, context in
                try await setStatus(status, request, context)
            }
        }
    }

    static func filter(_ query: FormFields) throws(RegistryError) -> ObjectFilter {
        ObjectFilter(
            bureau: query["bureau"], recordClass: try query.code("class") { Object.Class(rawValue: $0) }?.rawValue,
            status: try query.code("status") { RecordStatus(rawValue: $0) }, text: query["text"]
        )
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let query = request.query
        let page = try await service.list(
            Self.filter(query), before: query.integer("before").map(Int64.init), limit: query.integer("limit") ?? 50,
            context.requireActor()
        )
        return JSONAnswer.response(
            List(records: page.records.map(ObjectSummaryAnswer.init), next: page.nextCursor.map { "\($0)" })
        )
    }

    private func create(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeRecords, actor)
        var body = try await JSONBody.read(request)
        let record = try await service.create(try ObjectInput.content(&body, service), actor)
        return answer(record, actor, status: .created, location: "/api/v1/\(Object.collection)/\(record.number)")
    }

    private func read(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let record = try await service.record(context.part("number"), actor)
        if EntityTag.matches(request, version: record.version) { return EntityTag.notModified(record.version) }
        return answer(record, actor)
    }

    private func change(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeRecords, actor)
        let version = try EntityTag.version(of: request)
        var body = try await JSONBody.read(request)
        let reason = body.string("reason") ?? ""
        let content = try ObjectInput.content(&body, service)
        let record = try await service.change(
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
        let record = try await service.setStatus(
            status, of: context.part("number"), version: version, reason: reason, actor
        )
        return answer(record, actor)
    }

    private func versions(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let record = try await service.record(context.part("number"), actor)
        var newer = record.content
        let versions = try await service.versions(of: record.number, actor).map { version in
            defer { newer = version.content }
            return Version(
                version: version.version, status: version.status.rawValue, changedAt: version.changedAt.description,
                changedBy: version.changedBy, reason: version.reason,
                fieldsChangedLater: newer.differences(from: version.content)
            )
        }
        return JSONAnswer.response(["versions": versions])
    }

    private func answer(
        _ record: ObjectRecord<Object>, _ actor: Actor, status: HTTPResponse.Status = .ok, location: String? = nil
    ) -> Response {
        var headers: HTTPFields = [.eTag: EntityTag.text(record.version)]
        if let location { headers[.location] = location }
        return JSONAnswer.response(ObjectAnswer(record, for: actor), status: status, headers: headers)
    }
}
