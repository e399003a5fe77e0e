import Hummingbird
import NIOCore
import Registry
import Storage

/// Examinations on pages: the worklist, one examination, and the steps of its examiners.
struct ExaminationPages {
    let site: Site

    private static let most = 300

    func add(to router: Router<WebContext>) {
        router.get("/examinations", use: list)
        router.post("/examinations", use: open)
        router.get("/examinations/:number", use: show)
        router.post("/examinations/:number/conclusions", use: conclude)
        router.post("/examinations/:number/discussion", use: discuss)
        router.post("/examinations/:number/rounds", use: proceed)
        router.post("/examinations/:number/withdraw", use: withdraw)
        router.get("/examinations/:number/pictures/:mark", use: picture)
    }

    // MARK: The list

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        try await listPage(request, context)
    }

    private func open(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let form = context.form
        do {
            let examination = try await site.registry.examinations.open(
                form["first"] ?? "", form["second"] ?? "", actor
            )
            return Site.seeOther("/examinations/\(examination.number)")
        } catch let error as RegistryError where error.code == .invalid || error.code == .forbidden {
            return try await listPage(request, context, refused: error)
        }
    }

    private func listPage(
        _ request: Request, _ context: WebContext, refused: RegistryError? = nil
    ) async throws -> Response {
        let actor = try context.requireActor()
        let language = site.language(context)
        let examinations = site.registry.examinations
        let usual: ExaminationList = Access.allows(.examine, actor) ? .toConclude : .all
        let list = request.query["show"].flatMap(ExaminationList.init(rawValue:)) ?? usual
        let rows = try await examinations.list(list, limit: Self.most, actor)
        let bureaus = try await site.bureauNames(actor)
        let now = Moment.now()
        var page = ExaminationListPage(
            tabs: try await Self.tabs(current: list, registry: site.registry, actor, language),
            rows: rows.map { ExaminationListPage.Row($0, for: actor, bureaus: bureaus, at: now, in: language) },
            explanation: language.text("examination-list.\(list.rawValue).explained"),
            managesQuality: Access.allows(.manageQuality, actor), mayOpen: Access.allows(.writeExhibits, actor)
        )
        page.first.value = context.form["first"] ?? request.query["first"] ?? ""
        page.second.value = context.form["second"] ?? request.query["second"] ?? ""
        page.isOpening = refused != nil || !page.first.value.isEmpty
        if let refused {
            page.errors = language.fieldErrors(refused.failures)
            if refused.failures.isEmpty {
                page.errors = [FieldError(field: "first", text: language.text("examination.forbidden"))]
            }
            page.first.error = language.message(for: "first", in: refused.failures)
            page.second.error = language.message(for: "second", in: refused.failures)
        }
        return try await site.page(
            page, request, context, section: .examinations, status: refused.map { Problem($0).status } ?? .ok
        )
    }

    /// The lists of examinations, and that of links, as tabs.
    static func tabs(
        current: ExaminationList?, registry: Registry, _ actor: Actor, _ language: Language
    ) async throws -> [FilterTab] {
        let counts = try await registry.examinations.counts(actor)
        let new = try await registry.examinations.newLinkCount(actor)
        let lists = ExaminationList.allCases.map { list in
            FilterTab(
                label: language.label("examination-list", list.rawValue), path: "/examinations?show=\(list.rawValue)",
                isCurrent: list == current, count: counts[list].map(language.number)
            )
        }
        return lists
            + [
                FilterTab(
                    label: language.text("links.title"), path: "/links", isCurrent: current == nil,
                    count: new > 0 ? language.number(new) : nil
                )
            ]
    }

    // MARK: One examination

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        try await page(request, context)
    }

    private func conclude(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let number = context.part("number")
        return try await step(request, context, done: "conclusion-signed") {
            _ = try await site.registry.examinations.conclude(number, try ConclusionDraft(context.form), actor)
        }
    }

    private func discuss(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let form = context.form
        let number = context.part("number")
        return try await step(request, context, done: "discussion-recorded") {
            guard let conclusion = try form.code("agreed", { Conclusion(rawValue: $0) }) else {
                throw RegistryError(.invalid, failures: [FieldFailure("agreed", "required")])
            }
            _ = try await site.registry.examinations.discuss(
                number, record: HitStep.text(form["record"]), conclusion: conclusion,
                version: form["version"].flatMap { Int($0) }, actor
            )
        }
    }

    private func proceed(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let form = context.form
        let number = context.part("number")
        return try await step(request, context, done: "round-begun") {
            guard let basis = try form.code("basis", { ExaminationBasis(rawValue: $0) }) else {
                throw RegistryError(.invalid, failures: [FieldFailure("basis", "required")])
            }
            _ = try await site.registry.examinations.proceed(
                number, on: basis, version: form["version"].flatMap { Int($0) }, actor
            )
        }
    }

    private func withdraw(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let number = context.part("number")
        let reason = HitStep.text(context.form["reason"])
        return try await step(request, context, done: "examination-withdrawn") {
            _ = try await site.registry.examinations.withdraw(number, reason: reason, actor)
        }
    }

    /// Takes a step and shows the examination again, after a refusal with what was typed.
    private func step(
        _ request: Request, _ context: WebContext, done: String, _ body: () async throws -> Void
    ) async throws -> Response {
        do {
            try await body()
            return Site.seeOther("/examinations/\(HTTPQuery.escaped(context.part("number")))?done=\(done)")
        } catch let error as RegistryError
            where [.invalid, .illegalState, .versionMismatch].contains(error.code)
        {
            return try await page(request, context, refused: error)
        }
    }

    private func page(
        _ request: Request, _ context: WebContext, refused: RegistryError? = nil
    ) async throws -> Response {
        let actor = try context.requireActor()
        let detail = try await site.registry.examinations.detail(context.part("number"), actor)
        let language = site.language(context)
        var page = ExaminationPage(
            detail, for: actor, bureaus: try await site.bureauNames(actor), at: .now(), in: language
        )
        if let refused { page.redisplay(context.form, refused: refused, in: language) }
        let notice = PageMessage.done(
            request, ["conclusion-signed", "discussion-recorded", "round-begun", "examination-withdrawn"], in: language
        )
        return try await site.page(
            page, request, context, section: .examinations, status: refused.map { Problem($0).status } ?? .ok,
            notice: refused == nil ? notice : nil
        )
    }

    /// The picture of a mark of the examination, in its current preparation.
    private func picture(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        guard let mark = MarkNumber(context.part("mark")) else { throw RegistryError(.notFound) }
        let picture = try await site.registry.examinations.picture(of: mark, in: context.part("number"), actor)
        return Response(
            status: .ok,
            headers: [.contentType: "image/png", .cacheControl: "private, no-cache"],
            body: .init(byteBuffer: ByteBuffer(bytes: picture))
        )
    }
}

extension ConclusionDraft {
    /// Reads the form of an examination's page.
    /// - Throws: `RegistryError` `invalid` where no conclusion is chosen or a pair of marks is none.
    init(_ form: FormFields) throws(RegistryError) {
        guard let conclusion = try form.code("conclusion", { Conclusion(rawValue: $0) }) else {
            throw RegistryError(.invalid, failures: [FieldFailure("conclusion", "required")])
        }
        var marks: [ComparedMarks] = []
        for text in form.all("marks") {
            let parts = text.split(separator: " ")
            guard parts.count == 2, let first = MarkNumber(String(parts[0])), let second = MarkNumber(String(parts[1]))
            else { throw RegistryError(.invalid, failures: [FieldFailure("marks", "invalid", value: text)]) }
            marks.append(ComparedMarks(first: first, second: second))
        }
        self.init(
            conclusion,
            content: ConclusionContent(reasons: HitStep.text(form["reasons"]), marks: marks, method: form["method"])
        )
        isLikely = form["likely"] != nil
        asksVerification = form["verification"] != nil
    }
}
