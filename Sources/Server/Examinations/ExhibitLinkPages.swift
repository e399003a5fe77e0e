import Hummingbird
import Registry
import Storage

/// Leads and hits on pages, for the parties of both cases: `/links`.
struct ExhibitLinkPages {
    let site: Site

    func add(to router: Router<WebContext>) {
        router.get("/links", use: list)
        router.get("/links/:number", use: show)
        for action in LinkAction.allCases {
            router.post("/links/:number/\(action.rawValue)") { request, context in
                try await act(action, request, context)
            }
        }
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let language = site.language(context)
        let links = try await site.registry.examinations.links(actor)
        let bureaus = try await site.bureauNames(actor)
        let now = Moment.now()
        let page = ExhibitLinkListPage(
            tabs: try await ExaminationPages.tabs(current: nil, registry: site.registry, actor, language),
            rows: links.map { link in
                ExhibitLinkListPage.Row(
                    number: link.number, path: "/links/\(link.number)",
                    standing: language.badge("link-standing", link.standing.rawValue), hit: link.hit,
                    first: PairedExhibit(link.first, bureaus: bureaus, in: language),
                    second: PairedExhibit(link.second, bureaus: bureaus, in: language),
                    laboratory: bureaus[link.bureau], ages: language.ages(Self.steps(of: link, nil), at: now),
                    isNew: !link.isAcknowledged && link.parties.contains(actor.bureau)
                )
            }
        )
        return try await site.page(page, request, context, section: .examinations)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        try await page(request, context)
    }

    private func act(_ action: LinkAction, _ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let number = context.part("number")
        do {
            _ = try await site.registry.examinations.act(
                action, onLink: number, note: HitStep.note(context.form), actor
            )
            return Site.seeOther("/links/\(HTTPQuery.escaped(number))?done=link-changed")
        } catch let error as RegistryError where [.invalid, .illegalState].contains(error.code) {
            return try await page(request, context, refused: error)
        }
    }

    private func page(
        _ request: Request, _ context: WebContext, refused: RegistryError? = nil
    ) async throws -> Response {
        let actor = try context.requireActor()
        let detail = try await site.registry.examinations.link(context.part("number"), actor)
        let language = site.language(context)
        var page = ExhibitLinkPage(
            detail, for: actor, bureaus: try await site.bureauNames(actor), at: .now(), in: language
        )
        if let refused {
            page.note = TextField(
                value: HitStep.note(context.form), error: language.message(for: "note", in: refused.failures)
            )
            page.errors =
                refused.code == .invalid
                ? language.fieldErrors(refused.failures)
                : [
                    FieldError(
                        field: "steps-heading", text: language.text("error.\(refused.code.rawValue).detail"))
                ]
        }
        let notice = PageMessage.done(request, ["link-changed"], in: language)
        return try await site.page(
            page, request, context, section: .examinations, status: refused.map { Problem($0).status } ?? .ok,
            notice: refused == nil ? notice : nil
        )
    }

    /// The steps of a link whose age matters, in the order of time.
    static func steps(of link: ExhibitLink, _ correlatedAt: Moment?) -> [(key: String, time: Moment?)] {
        [
            ("age.entered", max(link.first.createdAt, link.second.createdAt)), ("age.correlated", correlatedAt),
            ("age.lead", link.leadAt), ("age.requested", link.requestedAt), ("age.received", link.receivedAt),
            ("age.hit", link.hitAt), ("age.refuted", link.standing == .refuted ? link.since : nil),
        ].sorted { ($0.1 ?? .latest) < ($1.1 ?? .latest) }
    }
}

extension ExhibitLinkPage {
    init(
        _ detail: ExhibitLinkDetail, for actor: Actor, bureaus: BureauNames, at now: Moment, in language: Language
    ) {
        let link = detail.link
        self.init(
            number: link.number, standing: language.badge("link-standing", link.standing.rawValue), hit: link.hit,
            laboratory: bureaus[link.bureau], first: PairedExhibit(link.first, bureaus: bureaus, in: language),
            second: PairedExhibit(link.second, bureaus: bureaus, in: language),
            ages: language.ages(ExhibitLinkPages.steps(of: link, detail.correlatedAt), at: now),
            steps: detail.steps.map { step in
                Step(
                    label: language.label("link-step", step.step), time: TimeStamp(step.time.description),
                    actor: "\(step.user) · \(bureaus[step.bureau].name)", note: step.note.isEmpty ? nil : step.note
                )
            },
            actions: detail.actions.map { action in
                Action(
                    code: action.rawValue, label: language.label("link-action", action.rawValue),
                    explanation: language.text("link-action.\(action.rawValue).explained"),
                    weight: action == .acknowledge ? "main" : "plain"
                )
            },
            examinationPath: actor.bureau == link.bureau ? "/examinations/\(link.number)" : nil
        )
    }
}
