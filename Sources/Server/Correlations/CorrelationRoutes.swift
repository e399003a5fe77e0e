import Hummingbird
import Registry

/// Ranked lists and the queue in the API: `/api/v1/marks/{number}/correlation`, `/api/v1/cases/{number}/correlation`,
/// `/api/v1/correlations`.
struct CorrelationRoutes {
    let site: Site

    private struct Queue: Encodable {
        var correlations: [CorrelationJobAnswer]
        /// Jobs of the reader's bureau by state, without those that are done.
        var counts: [String: Int]
        var next: String?
    }

    func add(to api: RouterGroup<WebContext>) {
        api.get("/marks/:number/correlation", use: list)
        api.post("/marks/:number/correlation", use: request)
        api.get("/cases/:number/correlation", use: caseList)
        api.get("/correlations", use: queue)
        api.get("/correlations/:number") { _, context in
            let actor = try context.requireActor()
            return Self.answer(try await site.registry.correlations.job(of: context.markNumber(), actor))
        }
        api.post("/correlations/:number/cancel") { _, context in
            let actor = try context.requireActor()
            return Self.answer(try await site.registry.correlations.cancel(context.markNumber(), actor))
        }
        api.post("/correlations/:number/retry") { _, context in
            let actor = try context.requireActor()
            return Self.answer(try await site.registry.correlations.retry(context.markNumber(), actor))
        }
        api.post("/correlations/:number/priority", use: prioritise)
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.readExhibits, actor)
        let query = request.query
        let list = try await site.registry.correlations.list(
            of: context.markNumber(), matching: CorrelationFilter(query), after: query.integer("after") ?? 0,
            limit: query.integer("limit") ?? 50, actor
        )
        return JSONAnswer.response(CorrelationListAnswer(list))
    }

    private func caseList(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.readExhibits, actor)
        let query = request.query
        let list = try await site.registry.correlations.list(
            ofCase: context.part("number"), matching: CorrelationFilter(query), after: query.integer("after") ?? 0,
            limit: query.integer("limit") ?? 50, actor
        )
        return JSONAnswer.response(CaseCorrelationListAnswer(list))
    }

    private func request(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        var body = try await JSONBody.read(request)
        let priority = body.code("priority") { CorrelationJob.Priority(name: $0) }
        try body.refuseFailures()
        let number = try context.markNumber()
        let job = try await site.registry.correlations.request(number, priority: priority, actor)
        return Self.answer(job, status: .accepted, location: "/api/v1/correlations/\(number)")
    }

    private func queue(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let query = request.query
        let limit = min(max(1, try query.integer("limit") ?? 100), CorrelationService.longestPage)
        var filter = CorrelationQueueFilter()
        filter.state = try query.code("state") { CorrelationJob.State(rawValue: $0) }
        filter.isOwnOnly = try query.code("ownOnly") { ["true": true, "false": false][$0] } ?? true
        let jobs = try await site.registry.correlations.jobs(
            matching: filter, before: query.integer("before").map(Int64.init), limit: limit, actor
        )
        let counts = try await site.registry.correlations.counts(actor)
        return JSONAnswer.response(
            Queue(
                correlations: jobs.map(CorrelationJobAnswer.init),
                counts: Dictionary(
                    uniqueKeysWithValues: CorrelationJob.State.allCases.filter { $0 != .done }
                        .map { ($0.rawValue, counts[$0] ?? 0) }
                ),
                next: jobs.count == limit ? jobs.last.map { "\($0.sequence)" } : nil
            )
        )
    }

    private func prioritise(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        var body = try await JSONBody.read(request)
        let priority = body.requiredCode("priority") { CorrelationJob.Priority(name: $0) }
        try body.refuseFailures()
        return Self.answer(
            try await site.registry.correlations.prioritise(context.markNumber(), priority ?? .normal, actor)
        )
    }

    private static func answer(
        _ job: CorrelationJob, status: HTTPResponse.Status = .ok, location: String? = nil
    ) -> Response {
        var headers: HTTPFields = [:]
        if let location { headers[.location] = location }
        return JSONAnswer.response(CorrelationJobAnswer(job), status: status, headers: headers)
    }
}
