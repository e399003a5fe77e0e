import Hummingbird
import Registry

/// Choosing the language of the pages: `POST /language` with fields `language` and `return`.
struct LanguagePages {
    let site: Site

    func add(to router: Router<WebContext>) {
        router.post("/language", use: choose)
        router.get("/language") { _, _ in Site.seeOther("/") }
    }

    /// Kept in a cookie, so that it also holds while nobody is signed in, and with the user where somebody is.
    private func choose(_ request: Request, _ context: WebContext) async throws -> Response {
        var response = Site.seeOther(LocalPath.checked(context.form["return"]) ?? "/")
        guard let language = site.renderer.catalogue.language(context.form["language"] ?? "") else { return response }
        if let actor = context.actor, actor.language != language.code {
            try await site.registry.users.setOwnLanguage(language.code, actor)
        }
        response.headers[.setCookie] =
            "language=\(language.code); Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax"
            + (site.settings.isBehindTLS ? "; Secure" : "")
        return response
    }
}
