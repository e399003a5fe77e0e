import Firearms
import Hummingbird
import Registry
import Storage

/// The signed-in user's own account: `/account`.
struct AccountPages {
    let site: Site

    /// Lives of a token to choose from, days.
    private static let lives = [30, 90, 180, TokenService.longestDays]
    private static let usualLife = 90

    func add(to router: Router<WebContext>) {
        router.get("/account", use: show)
        router.post("/account/password", use: changePassword)
        router.post("/account/tokens", use: createToken)
        router.post("/account/tokens/:id/revoke", use: revokeToken)
        for path in ["/account/password", "/account/tokens"] {
            router.get(RouterPath(path)) { _, _ in Site.seeOther("/account") }
        }
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let page = try await page(context, context.requireActor())
        let notice = PageMessage.done(request, ["token-revoked"], in: site.language(context))
        return try await site.page(page, request, context, notice: notice)
    }

    private func changePassword(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let new = context.form.exact("newPassword") ?? ""
        do {
            guard new == context.form.exact("repeatedPassword") ?? "" else {
                throw RegistryError(.invalid, failures: [FieldFailure("repeatedPassword", "not-equal")])
            }
            try await site.registry.users.changeOwnPassword(
                from: context.form.exact("currentPassword") ?? "", to: new, actor
            )
        } catch let error as RegistryError where error.code == .invalid {
            let language = site.language(context)
            var page = try await page(context, actor)
            page.errors = language.fieldErrors(error.failures)
            page.currentPassword.error = language.message(for: "currentPassword", in: error.failures)
            page.newPassword.error = language.message(for: "newPassword", in: error.failures)
            page.repeatedPassword.error = language.message(for: "repeatedPassword", in: error.failures)
            return try await site.page(page, request, context, status: .unprocessableContent)
        }
        // The change has ended every session of the user, this one too.
        var response = Site.seeOther("/sign-in?done=password-changed")
        response.headers[.setCookie] = SessionCookie.expired(secure: site.settings.isBehindTLS)
        return response
    }

    /// Answers with the page itself and not with a redirection: the secret is kept nowhere and shown this once.
    private func createToken(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let name = context.form["name"] ?? ""
        let chosen = Set(context.form.all("scopes").compactMap(Scope.init(rawValue:)))
        let days = context.form["days"].flatMap { Int($0) } ?? 0
        do {
            let secret = try await site.registry.tokens.create(name: name, scopes: chosen, days: days, actor).secret
            var page = try await page(context, actor)
            page.issued = IssuedSecret(name: name, secret: secret)
            return try await site.page(page, request, context, status: .created)
        } catch let error as RegistryError where error.code == .invalid {
            let language = site.language(context)
            var page = try await page(context, actor, scopes: chosen, days: days)
            page.errors = language.fieldErrors(error.failures)
            page.tokenName = TextField(value: name, error: language.message(for: "name", in: error.failures))
            page.days.error = language.message(for: "days", in: error.failures)
            page.isExpanded = true
            return try await site.page(page, request, context, status: .unprocessableContent)
        }
    }

    private func revokeToken(_ request: Request, _ context: WebContext) async throws -> Response {
        try await site.registry.tokens.revoke(context.identifier("id"), context.requireActor())
        return Site.seeOther("/account?done=token-revoked")
    }

    private func page(
        _ context: WebContext, _ actor: Actor, scopes: Set<Scope> = [], days: Int = usualLife
    ) async throws -> AccountPage {
        let language = site.language(context)
        let mayHaveTokens = Access.allows(.manageOwnTokens, actor)
        let tokens = mayHaveTokens ? try await site.registry.tokens.tokens(actor) : []
        let now = Moment.now()
        return AccountPage(
            name: actor.name, displayName: actor.displayName, role: language.label("role", actor.role.rawValue),
            bureau: BureauName(countryCode: actor.country?.code ?? "", name: actor.bureauName),
            tokens: tokens.map { Self.token($0, at: now, language) }, mayHaveTokens: mayHaveTokens,
            scopes: Self.usefulScopes(of: actor).map {
                Choice(value: $0.rawValue, label: language.label("scope", $0.rawValue), isSelected: scopes.contains($0))
            },
            days: ChoiceField(
                choices: Self.lives.map {
                    Choice(value: "\($0)", label: language.text("account.days", count: $0), isSelected: $0 == days)
                }
            )
        )
    }

    private static func token(_ token: APIToken, at now: Moment, _ language: Language) -> AccountPage.Token {
        let state = token.revokedAt != nil ? "revoked" : token.expiresAt <= now ? "expired" : "active"
        return AccountPage.Token(
            identifier: "\(token.id)", name: token.name, scopes: token.scopes.map(\.rawValue).sorted(),
            created: TimeStamp(token.createdAt.description), expires: TimeStamp(token.expiresAt.description),
            state: language.badge("token-state", state), mayRevoke: state == "active"
        )
    }

    /// The scopes that would let a token of the user do anything.
    private static func usefulScopes(of actor: Actor) -> [Scope] {
        Scope.allCases.filter { scope in
            var token = actor
            token.scopes = [scope]
            return Right.allCases.contains { Access.allows($0, token) }
        }
    }
}
