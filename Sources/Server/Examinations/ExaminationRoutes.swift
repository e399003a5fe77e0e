import Hummingbird
import Registry
import Storage

/// Examinations in the API: `/api/v1/examinations`, and the planted tests among them.
struct ExaminationRoutes {
    let site: Site

    private struct List: Encodable {
        var examinations: [ExaminationAnswer]
        var counts: [String: Int]
    }

    func add(to api: RouterGroup<WebContext>) {
        api.get("/examinations", use: list)
        api.post("/examinations", use: open)
        api.get("/examinations/:number", use: read)
        api.post("/examinations/:number/conclusions", use: conclude)
        api.post("/examinations/:number/discussion", use: discuss)
        api.post("/examinations/:number/rounds", use: proceed)
        api.post("/examinations/:number/withdraw", use: withdraw)
        api.post("/examinations/:number/reports") { _, context in
            let report = try await site.registry.examinations.issueReport(
                of: context.part("number"), context.requireActor()
            )
            return JSONAnswer.response(
                ReportAnswer(report), status: .created,
                headers: [.location: "/api/v1/examination-reports/\(report.number)"]
            )
        }
        api.get("/examination-reports", use: verify)
        api.get("/examination-reports/:number") { _, context in try await ReportPages.statement(site, context) }
        api.get("/examination-reports/:number/pages") { request, context in
            try await ReportPages.pages(site, context, in: site.language(context))
        }
        api.get("/laboratory-statistics") { request, context in
            let actor = try context.requireActor()
            let statistics = try await site.registry.examinations.statistics(StatisticsSpan(request.query), actor)
            return JSONAnswer.response(["laboratories": statistics.map(LaboratoryStatisticsAnswer.init)])
        }
        api.get("/planted-tests", use: proficiency)
        api.post("/planted-tests", use: plant)
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let query = request.query
        let list = try query.code("list") { ExaminationList(rawValue: $0) } ?? .all
        let examinations = try await site.registry.examinations.list(
            list, limit: query.integer("limit") ?? 200, actor
        )
        let counts = try await site.registry.examinations.counts(actor)
        return JSONAnswer.response(
            List(
                examinations: examinations.map(ExaminationAnswer.init),
                counts: Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, $0.value) })
            )
        )
    }

    private func open(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        var body = try await JSONBody.read(request)
        let first = body.requiredString("first")
        let second = body.requiredString("second")
        let basis = body.code("basis") { ExaminationBasis(rawValue: $0) } ?? .screen
        try body.refuseFailures()
        let examination = try await site.registry.examinations.open(first, second, basis: basis, actor)
        return JSONAnswer.response(
            ExaminationAnswer(examination), status: .created,
            headers: [.location: "/api/v1/examinations/\(examination.number)"]
        )
    }

    private func read(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let detail = try await site.registry.examinations.detail(context.part("number"), actor)
        return JSONAnswer.response(ExaminationDetailAnswer(detail))
    }

    private func conclude(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.examine, actor)
        var body = try await JSONBody.read(request)
        let conclusion = body.requiredCode("conclusion") { Conclusion(rawValue: $0) }
        let reasons = body.string("reasons") ?? ""
        let method = body.string("method")
        let marks = body.objects("marks") { marks -> ComparedMarks? in
            let first = marks.requiredCode("first") { MarkNumber($0) }
            let second = marks.requiredCode("second") { MarkNumber($0) }
            guard let first, let second else { return nil }
            return ComparedMarks(first: first, second: second)
        }
        let isLikely = body.boolean("isLikely") ?? false
        let asksVerification = body.boolean("asksVerification") ?? true
        try body.refuseFailures()
        guard let conclusion else { throw RegistryError(.invalid) }
        var draft = ConclusionDraft(
            conclusion, content: ConclusionContent(reasons: reasons, marks: marks, method: method)
        )
        draft.isLikely = isLikely
        draft.asksVerification = asksVerification
        let examination = try await site.registry.examinations.conclude(context.part("number"), draft, actor)
        return JSONAnswer.response(ExaminationAnswer(examination), status: .created)
    }

    private func discuss(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.examine, actor)
        var body = try await JSONBody.read(request)
        let record = body.requiredString("record")
        let conclusion = body.requiredCode("conclusion") { Conclusion(rawValue: $0) }
        let version = body.integer("version")
        try body.refuseFailures()
        guard let conclusion else { throw RegistryError(.invalid) }
        let examination = try await site.registry.examinations.discuss(
            context.part("number"), record: record, conclusion: conclusion, version: version, actor
        )
        return JSONAnswer.response(ExaminationAnswer(examination))
    }

    private func proceed(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.examine, actor)
        var body = try await JSONBody.read(request)
        let basis = body.requiredCode("basis") { ExaminationBasis(rawValue: $0) }
        let version = body.integer("version")
        try body.refuseFailures()
        guard let basis else { throw RegistryError(.invalid) }
        let examination = try await site.registry.examinations.proceed(
            context.part("number"), on: basis, version: version, actor
        )
        return JSONAnswer.response(ExaminationAnswer(examination), status: .created)
    }

    private func withdraw(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        var body = try await JSONBody.read(request)
        let reason = body.requiredString("reason")
        try body.refuseFailures()
        let examination = try await site.registry.examinations.withdraw(
            context.part("number"), reason: reason, actor
        )
        return JSONAnswer.response(ExaminationAnswer(examination))
    }

    /// Holds a hash against the reports.
    private func verify(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let hash = try request.query.code("sha256") { BlobHash($0) }
        guard let hash else { throw RegistryError(.invalid, failures: [FieldFailure("sha256", "required")]) }
        guard let found = try await site.registry.examinations.verification(of: hash, actor) else {
            throw RegistryError(.notFound, subject: hash.description)
        }
        return JSONAnswer.response(ReportVerificationAnswer(found))
    }

    private func proficiency(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        return JSONAnswer.response(ProficiencyAnswer(try await site.registry.examinations.proficiency(actor)))
    }

    private func plant(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.manageQuality, actor)
        var body = try await JSONBody.read(request)
        let first = body.requiredString("first")
        let second = body.requiredString("second")
        let truth = body.requiredCode("truth") { PlantedTest.Truth(rawValue: $0) }
        let note = body.string("note") ?? ""
        try body.refuseFailures()
        guard let truth else { throw RegistryError(.invalid) }
        let examination = try await site.registry.examinations.plant(first, second, truth: truth, note: note, actor)
        return JSONAnswer.response(ExaminationAnswer(examination), status: .created)
    }
}
