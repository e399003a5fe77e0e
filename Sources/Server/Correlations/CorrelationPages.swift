import Hummingbird
import Registry
import Storage

/// Ranked lists and the queue on pages: `/marks/{number}/correlation`, `/cases/{number}/correlation`, `/correlations`.
struct CorrelationPages {
    let site: Site

    private static let entriesPerPage = 25
    private static let jobsPerPage = 100

    func add(to router: Router<WebContext>) {
        router.get("/marks/:number/correlation", use: list)
        router.get("/cases/:number/correlation", use: caseList)
        router.get("/correlations", use: queue)
        router.get("/correlations/events", use: CorrelationEvents(site: site).events)
        for (step, act) in Self.steps {
            router.post("/correlations/:number/\(step)") { _, context in
                let actor = try context.requireActor()
                let number = try context.markNumber()
                try await act(site.registry.correlations, number, context.form, actor)
                return Site.seeOther(
                    context.form["return"] == "list" ? "/marks/\(number)/correlation" : "/correlations"
                )
            }
            router.get("/correlations/:number/\(step)") { _, _ in Site.seeOther("/correlations") }
        }
    }

    private typealias Step = @Sendable (CorrelationService, MarkNumber, FormFields, Actor) async throws -> Void

    private static let steps: [(String, Step)] = [
        ("cancel", { _ = try await $0.cancel($1, $3) }),
        ("retry", { _ = try await $0.retry($1, $3) }),
        ("request", { _ = try await $0.request($1, priority: .high, $3) }),
        (
            "priority",
            { service, number, form, actor in
                let priority = try form.code("priority") { CorrelationJob.Priority(name: $0) }
                _ = try await service.prioritise(number, priority ?? .normal, actor)
            }
        ),
    ]

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.readExhibits, actor)
        let language = site.language(context)
        let query = request.query
        let filter = try CorrelationFilter(query)
        let rank = try query.integer("after") ?? 0
        let found = try await site.registry.correlations.list(
            of: context.markNumber(), matching: filter, after: rank, limit: Self.entriesPerPage, actor
        )
        let page = CorrelationListPage(
            found, filter: filter, after: rank, limit: Self.entriesPerPage, bureaus: try await site.bureauNames(actor),
            for: actor, in: language
        )
        return try await site.page(page, request, context, section: .exhibits)
    }

    private func caseList(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.readExhibits, actor)
        let query = request.query
        let filter = try CorrelationFilter(query)
        let rank = try query.integer("after") ?? 0
        let found = try await site.registry.correlations.list(
            ofCase: context.part("number"), matching: filter, after: rank, limit: Self.entriesPerPage, actor
        )
        let page = CaseCorrelationPage(
            found, filter: filter, after: rank, limit: Self.entriesPerPage, bureaus: try await site.bureauNames(actor),
            in: site.language(context)
        )
        return try await site.page(page, request, context, section: .exhibits)
    }

    private func queue(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let language = site.language(context)
        let query = request.query
        var filter = CorrelationQueueFilter()
        filter.state = try query.code("state") { CorrelationJob.State(rawValue: $0) }
        filter.isOwnOnly = query["show"] != "all"
        let jobs = try await site.registry.correlations.jobs(
            matching: filter, before: query.integer("before").map(Int64.init), limit: Self.jobsPerPage, actor
        )
        let page = CorrelationQueuePage(
            jobs, filter: filter, counts: try await site.registry.correlations.counts(actor),
            next: jobs.count == Self.jobsPerPage ? jobs.last?.sequence : nil,
            bureaus: try await site.bureauNames(actor), for: actor, in: language
        )
        return try await site.page(page, request, context, section: .exhibits)
    }
}
