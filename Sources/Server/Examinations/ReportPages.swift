import Hummingbird
import NIOCore
import Registry
import Storage

/// Reports on pages: issuing one, reading it, its printed pages and its statement, and holding a file against them.
struct ReportPages {
    let site: Site

    /// The largest file that is held against the reports, bytes.
    private static let largestFile = 64 << 20

    func add(to router: Router<WebContext>) {
        router.post("/examinations/:number/reports", use: issue)
        router.get("/reports/:number", use: show)
        router.get("/reports/:number/pages.pdf", use: pages)
        router.get("/reports/:number/statement.json", use: statement)
        router.get("/reports/:number/pictures/:hash", use: picture)
        router.get("/report-check", use: check)
        router.post("/report-check", use: checkFile)
    }

    private func issue(_ request: Request, _ context: WebContext) async throws -> Response {
        let report = try await site.registry.examinations.issueReport(
            of: context.part("number"), context.requireActor()
        )
        return Site.seeOther("/reports/\(report.number)?done=report-issued")
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let language = site.language(context)
        let report = try await site.registry.examinations.report(context.part("number"), actor)
        let notice = PageMessage.done(request, ["report-issued"], ["number": report.number], in: language)
        return try await site.page(
            ReportPage(report, in: language), request, context, section: .examinations, notice: notice
        )
    }

    private func pages(_ request: Request, _ context: WebContext) async throws -> Response {
        try await Self.pages(site, context, in: site.language(context))
    }

    private func statement(_ request: Request, _ context: WebContext) async throws -> Response {
        try await Self.statement(site, context)
    }

    /// The printed pages in a language.
    static func pages(_ site: Site, _ context: WebContext, in language: Language) async throws -> Response {
        let actor = try context.requireActor()
        let examinations = site.registry.examinations
        let report = try await examinations.report(context.part("number"), actor)
        let page = ReportPage(report, in: language)
        let bytes = try await examinations.pages(of: report, language: language.code, actor) {
            try page.pdf(in: language) { text in
                guard let hash = BlobHash(text) else { throw RegistryError(.notFound, subject: text) }
                return try site.registry.blobs.get(hash)
            }
        }
        return file(bytes, type: "application/pdf", name: "\(report.number)-\(language.code).pdf")
    }

    /// The statement: the very bytes that the hash is over.
    static func statement(_ site: Site, _ context: WebContext) async throws -> Response {
        let report = try await site.registry.examinations.report(context.part("number"), context.requireActor())
        return file(Array(report.text.utf8), type: "application/json", name: "\(report.number).json")
    }

    private static func file(_ bytes: [UInt8], type: String, name: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: type, .cacheControl: "no-store", .contentDisposition: "attachment; filename=\"\(name)\"",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }

    private func picture(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        guard let hash = BlobHash(context.part("hash")) else { throw RegistryError(.notFound) }
        let bytes = try await site.registry.examinations.picture(hash, ofReport: context.part("number"), actor)
        return Response(
            status: .ok, headers: [.contentType: "image/png", .cacheControl: "private, no-cache"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }

    // MARK: Holding a file against the reports

    private func check(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.readExhibits, actor)
        guard let text = request.query["sha256"] else { return try await page(ReportCheckPage(), request, context) }
        var page = ReportCheckPage()
        page.hash.value = text
        guard let hash = BlobHash(text.lowercased()) else {
            let language = site.language(context)
            page.hash.error = language.failure("not-a-hash")
            page.errors = [language.fieldError("sha256", "not-a-hash")]
            return try await self.page(page, request, context, status: .unprocessableContent)
        }
        page.finding = try await finding(hash, actor, site.language(context))
        return try await self.page(page, request, context)
    }

    private func checkFile(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.readExhibits, actor)
        let form = try await MultipartForm.read(request, context, site, limit: Self.largestFile, keepsFile: false)
        var page = ReportCheckPage()
        guard let hash = form.blob else {
            let language = site.language(context)
            page.errors = [language.fieldError("file", "required")]
            return try await self.page(page, request, context, status: .unprocessableContent)
        }
        page.hash.value = hash.description
        page.finding = try await finding(hash, actor, site.language(context))
        return try await self.page(page, request, context)
    }

    private func finding(
        _ hash: BlobHash, _ actor: Actor, _ language: Language
    ) async throws -> ReportCheckPage.Finding {
        guard let found = try await site.registry.examinations.verification(of: hash, actor) else {
            return ReportCheckPage.Finding(isGenuine: false, text: language.text("report-check.unknown"))
        }
        let text = language.text(
            "report-check.genuine-\(found.form.rawValue)",
            ["number": found.number, "bureau": found.bureau, "time": TimeStamp(found.issuedAt.description).text]
        )
        let later = found.supersededBy.map { " " + language.text("report-check.superseded", ["number": $0]) } ?? ""
        let path = actor.bureau == found.bureau ? "/reports/\(found.number)" : nil
        return ReportCheckPage.Finding(isGenuine: true, text: text + later, path: path)
    }

    private func page(
        _ page: ReportCheckPage, _ request: Request, _ context: WebContext, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        try await site.page(page, request, context, section: .examinations, status: status)
    }
}
