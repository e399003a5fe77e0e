import Hummingbird
import Registry

/// Signing in and out: `/sign-in`, `/sign-out`.
struct SignInPages {
    let site: Site

    func add(to router: Router<WebContext>) {
        router.get("/sign-in", use: form)
        router.post("/sign-in", use: signIn)
        router.post("/sign-out", use: signOut)
        router.get("/sign-out") { _, _ in Site.seeOther("/") }
    }

    private func form(_ request: Request, _ context: WebContext) async throws -> Response {
        let next = LocalPath.checked(request.query["next"])
        if context.actor != nil { return Site.seeOther(next ?? "/") }
        let notice = PageMessage.done(request, ["password-changed"], in: site.language(context))
        return try await site.page(page(next: next, context), request, context, notice: notice)
    }

    private func signIn(_ request: Request, _ context: WebContext) async throws -> Response {
        let next = LocalPath.checked(context.form["next"])
        let name = context.form["name"] ?? ""
        do {
            let secret = try await site.registry.signIn.signIn(
                name: name, password: context.form.exact("password") ?? ""
            ).secret
            if let earlier = request.cookies[SessionCookie.name]?.value {
                try await site.registry.signIn.signOut(secret: earlier)
            }
            var response = Site.seeOther(next ?? "/")
            response.headers[.setCookie] = SessionCookie.header(secret, secure: site.settings.isBehindTLS)
            return response
        } catch let error as RegistryError where error.code == .wrongCredentials || error.code == .lockedOut {
            return try await refusal(error, name: name, next: next, request, context)
        }
    }

    /// Says that it did not work, without saying which of name and password was wrong.
    private func refusal(
        _ error: RegistryError, name: String, next: String?, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let language = site.language(context)
        var page = page(next: next, context)
        page.name = name
        var text = language.text("error.\(error.code.rawValue).detail")
        if let seconds = error.retryAfterSeconds { text += " " + language.text("error.retry-after", count: seconds) }
        page.error = text
        var response = try await site.page(page, request, context, status: Problem(error).status)
        if let seconds = error.retryAfterSeconds { response.headers[.retryAfter] = "\(seconds)" }
        return response
    }

    private func signOut(_ request: Request, _ context: WebContext) async throws -> Response {
        if let secret = request.cookies[SessionCookie.name]?.value {
            try await site.registry.signIn.signOut(secret: secret)
        }
        var response = Site.seeOther("/sign-in")
        response.headers[.setCookie] = SessionCookie.expired(secure: site.settings.isBehindTLS)
        return response
    }

    private func page(next: String?, _ context: WebContext) -> SignInPage {
        let language = site.language(context)
        return SignInPage(
            next: next, gallery: GalleryPages.path(site.settings),
            demonstrationAccounts: !site.settings.isDemonstration
                ? []
                : site.settings.demonstrationAccounts.map {
                    .init(
                        name: $0.name, password: $0.password, role: language.label("role", $0.role),
                        bureau: BureauName(countryCode: $0.countryCode, name: $0.bureau)
                    )
                }
        )
    }
}
