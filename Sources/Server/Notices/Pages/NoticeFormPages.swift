import Firearms
import Hummingbird
import Registry
import Storage

/// Writing and changing a notice. What cannot be accepted comes back as it was typed, with every reason; what is only
/// missing may be saved and is listed.
struct NoticeFormPages {
    let site: Site

    func add(to router: Router<WebContext>) {
        router.get("/notices/new", use: new)
        router.post("/notices", use: create)
        router.post("/notices/missing", use: missing)
        router.get("/notices/:number/edit", use: edit)
        router.post("/notices/:number", use: change)
    }

    private func new(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeNotices, actor)
        let language = site.language(context)
        guard let colour = request.query["colour"].flatMap({ NoticeColour(rawValue: $0) }) else {
            let colours = NoticeColour.allCases.map { colour in
                NoticeColoursPage.Colour(
                    colour: language.badge("notice-colour", colour.rawValue),
                    path: "/notices/new?colour=\(colour.rawValue)",
                    purpose: language.label("notice-colour-purpose", colour.rawValue)
                )
            }
            return try await site.page(NoticeColoursPage(colours: colours), request, context, section: .notices)
        }
        var page = try await page(NoticeForm(colour: colour), [], nil, actor, language)
        page.idempotencyKey = Identifier.make().description
        return try await site.page(page, request, context, section: .notices)
    }

    private func create(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeNotices, actor)
        let form = try Self.sentForm(context)
        let key = context.form["idempotencyKey"].flatMap { Identifier($0)?.description }
        if let key {
            let request = Array("POST /notices\n\(key)".utf8)
            let kept = try await site.registry.idempotency.begin(key, request: request, actor)
            if let location = kept?.location { return Site.seeOther(location) }
        }
        do {
            let notice = try await site.registry.notices.create(form.content(), actor)
            let location = Self.location(notice.pathNumber, "notice-created", context)
            if let key {
                let answer = KeptAnswer(status: 303, body: "", location: location)
                try await site.registry.idempotency.finish(key, answer, actor)
            }
            return Site.seeOther(location)
        } catch {
            if let key { try await site.registry.idempotency.release(key, actor) }
            guard let error = error as? RegistryError, !error.failures.isEmpty else { throw error }
            var page = try await page(form, error.failures, nil, actor, site.language(context))
            page.idempotencyKey = key
            return try await site.page(page, request, context, section: .notices, status: Problem(error).status)
        }
    }

    private func edit(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let notice = try await changeable(context, actor)
        let language = site.language(context)
        let page = try await page(NoticeForm(notice, for: actor), [], notice, actor, language)
        let done = PageMessage.done(
            request, ["notice-created", "notice-changed"], ["number": notice.number, "version": "\(notice.version)"],
            in: language
        )
        return try await site.page(page, request, context, section: .notices, notice: done)
    }

    private func change(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeNotices, actor)
        let language = site.language(context)
        let notice = try await changeable(context, actor)
        var form = try NoticeForm(notice, for: actor)
        form.take(context.form)
        do {
            let reason = context.form["reason"] ?? ""
            if let failure = RecordFormPages.failure(ofReason: reason, isRequired: notice.state != .draft) {
                throw RegistryError(.invalid, failures: [failure])
            }
            let changed = try await site.registry.notices.change(
                context.noticeNumber(), to: form.content(), version: context.formVersion, reason: reason, actor
            )
            return Site.seeOther(Self.location(changed.pathNumber, "notice-changed", context))
        } catch let error as RegistryError where !error.failures.isEmpty {
            var page = try await page(form, error.failures, notice, actor, language)
            page.reason = TextField(
                value: context.form["reason"] ?? "", error: language.message(for: "reason", in: error.failures)
            )
            if error.code == .versionMismatch {
                page.errors = [FieldError(field: "reason", text: language.text("error.version-mismatch.detail"))]
                // What was typed is shown once more; the version it was typed over stays that of the form.
                page.version = context.formVersion
            }
            return try await site.page(page, request, context, section: .notices, status: Problem(error).status)
        }
    }

    /// The form of a notice that is not stored yet, as it was sent.
    private static func sentForm(_ context: WebContext) throws(RegistryError) -> NoticeForm {
        guard let colour = context.form["colour"].flatMap({ NoticeColour(rawValue: $0) }) else {
            throw RegistryError(.invalid, failures: [FieldFailure("colour", "required")])
        }
        var form = NoticeForm(colour: colour)
        form.take(context.form)
        return form
    }

    /// What a form as it stands still misses, for the script that puts it above the form. Nothing is stored.
    private func missing(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeNotices, actor)
        let form = try Self.sentForm(context)
        let language = site.language(context)
        let missing = site.registry.notices.missing(in: form.readableContent)
        let piece = NoticeMissingPiece(missing: language.fieldErrors(missing))
        return Site.html(try site.renderer.render(piece, layout: Layout(csrf: ""), in: language))
    }

    /// Back to the form where more is to be written, else to the notice.
    private static func location(_ number: String, _ done: String, _ context: WebContext) -> String {
        "/notices/\(number)" + (context.form["next"] == "stay" ? "/edit" : "") + "?done=\(done)"
    }

    /// The notice of the path, which the actor may change now.
    private func changeable(_ context: WebContext, _ actor: Actor) async throws -> Notice {
        let notice = try await site.registry.notices.notice(context.noticeNumber(), actor)
        guard Access.mayChange(noticeOf: notice.bureau, actor) else {
            throw RegistryError(.forbidden, subject: notice.number)
        }
        guard notice.state.isOpen else { throw RegistryError(.illegalState, subject: notice.number) }
        return notice
    }

    /// - Parameter notice: the one that is changed; nil for a new one.
    private func page(
        _ form: NoticeForm, _ failures: [FieldFailure], _ notice: Notice?, _ actor: Actor, _ language: Language
    ) async throws -> NoticeFormPage {
        let bureaus = try await site.bureauNames(actor)
        let others = Set(bureaus.bureaus.compactMap(\.country)).subtracting(actor.country.map { [$0] } ?? [])
        let path = notice.map { "/notices/\($0.pathNumber)" }
        var page = NoticeFormPage(
            form, failures: failures, missing: site.registry.notices.missing(in: form.readableContent),
            countries: others.sorted(), action: path ?? "/notices", cancelPath: path ?? "/notices", in: language
        )
        page.number = notice?.number
        page.version = notice?.version
        page.isAddendum = notice.map { $0.state != .draft } ?? false
        if let notice, let number = NoticeNumber(notice.number) {
            let pictures = try await site.registry.notices.pictures(of: number, actor)
            page.pictures = NoticePictures(notice, pictures, mayChange: true, in: language)
        }
        return page
    }
}
