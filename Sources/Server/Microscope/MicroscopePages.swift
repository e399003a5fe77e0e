import Hummingbird
import Registry
import Storage

/// The comparison microscope: `/comparisons/{first mark}/{second mark}`, and what an examiner notes and keeps there.
struct MicroscopePages {
    let site: Site

    func add(to router: Router<WebContext>) {
        router.get("/comparisons/:first/:second", use: show)
        router.post("/comparisons/:first/:second/annotations", use: annotate)
        router.post("/comparisons/:first/:second/snapshots", use: keep)
        router.post("/comparisons/:first/:second/withdraw", use: withdraw)
        router.get("/comparisons/:first/:second/snapshots/:id", use: snapshot)
        for part in ["annotations", "snapshots", "withdraw"] {
            router.get("/comparisons/:first/:second/\(part)") { _, context in Site.seeOther(Self.path(context)) }
        }
    }

    /// Reads: the session, the bell, both marks, what the actor keeps of them; writes that they were looked at.
    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let marks = try await site.registry.comparisons.open(context.part("first"), context.part("second"), actor)
        return try await page(marks, refused: [], request, context)
    }

    private func annotate(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let form = context.form
        guard let side = PairSide(rawValue: form["side"] ?? ""), let x = form["x"].flatMap(Double.init),
            let y = form["y"].flatMap(Double.init), x.isFinite, y.isFinite
        else { throw RegistryError(.invalid, failures: [FieldFailure("place", "invalid")]) }
        return try await changing(request, context, done: "note-kept") {
            _ = try await site.registry.pairMaterial.annotate(
                context.part("first"), context.part("second"), side: side, x: x, y: y, text: form["text"] ?? "", actor
            )
        }
    }

    private func keep(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.examine, actor)
        let form = try await MultipartForm.read(request, context, site, limit: PairMaterialService.largestSnapshot)
        return try await changing(request, context, done: "snapshot-kept") {
            guard let blob = form.blob else {
                throw RegistryError(.invalid, failures: [FieldFailure("file", "required")])
            }
            _ = try await site.registry.pairMaterial.keep(
                snapshot: blob, caption: form.fields["caption"] ?? "", settings: form.fields["settings"] ?? "",
                context.part("first"), context.part("second"), actor
            )
        }
    }

    private func withdraw(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        guard let id = context.form["id"].flatMap({ Identifier($0) }) else { throw RegistryError(.notFound) }
        return try await changing(request, context, done: "material-withdrawn") {
            try await site.registry.pairMaterial.withdraw(
                id, context.part("first"), context.part("second"), actor
            )
        }
    }

    private func snapshot(_ request: Request, _ context: WebContext) async throws -> Response {
        let picture = try await site.registry.pairMaterial.picture(
            context.identifier("id"), context.part("first"), context.part("second"), context.requireActor()
        )
        return MicroscopeRoutes.bytes(picture, "image/png")
    }

    /// Does a change, then answers the script with what is kept now, and a form with the page.
    private func changing(
        _ request: Request, _ context: WebContext, done: String, _ body: () async throws -> Void
    ) async throws -> Response {
        let actor = try context.requireActor()
        guard site.wantsJSON(request) else {
            do {
                try await body()
            } catch let error as RegistryError where error.code == .invalid {
                let marks = try await marks(context)
                return try await page(marks, refused: error.failures, request, context)
            }
            return Site.seeOther(Self.path(context) + "?done=\(done)")
        }
        try await body()
        let marks = try await marks(context)
        let material = try await site.registry.pairMaterial.material(marks.first, marks.second, actor)
        return JSONAnswer.response(MaterialWire(material, path: Self.path(context)))
    }

    private func marks(_ context: WebContext) async throws -> (first: ComparedMark, second: ComparedMark) {
        let actor = try context.requireActor()
        return try await (
            site.registry.comparisons.mark(context.part("first"), actor),
            site.registry.comparisons.mark(context.part("second"), actor)
        )
    }

    private func page(
        _ marks: (first: ComparedMark, second: ComparedMark), refused: [FieldFailure], _ request: Request,
        _ context: WebContext
    ) async throws -> Response {
        let actor = try context.requireActor()
        let language = site.language(context)
        let surfaces = try await (
            site.registry.comparisons.surface(of: marks.first), site.registry.comparisons.surface(of: marks.second)
        )
        let material = try await site.registry.pairMaterial.material(marks.first, marks.second, actor)
        var page = MicroscopePage(
            marks, surfaces, material, path: Self.path(context), mayExamine: Access.allows(.examine, actor),
            forgerySecret: context.session?.forgerySecret ?? "", errors: language.fieldErrors(refused), in: language
        )
        let isExamined = Access.mayExamine(exhibitsOf: [marks.first.bureau, marks.second.bureau], actor)
        let (first, second) = (marks.first.mark.number.exhibit, marks.second.mark.number.exhibit)
        if isExamined, first != second { page.examine = MicroscopePage.Pair(first: first, second: second) }
        let notice = PageMessage.done(
            request, ["note-kept", "snapshot-kept", "material-withdrawn"], [:], in: language
        )
        return try await site.page(
            page, request, context, status: refused.isEmpty ? .ok : .unprocessableContent,
            notice: refused.isEmpty ? notice : nil
        )
    }

    private static func path(_ context: WebContext) -> String {
        "/comparisons/\(HTTPQuery.escaped(context.part("first")))/\(HTTPQuery.escaped(context.part("second")))"
    }
}
