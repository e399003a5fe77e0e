import Hummingbird
import Registry

/// Finds out who is asking: a bearer token on the API, a session cookie on pages. The two are never mixed, so that no
/// other site can make a browser use the API.
struct AuthenticationMiddleware: RouterMiddleware {
    let site: Site

    @concurrent
    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if Site.isAPI(request) {
            if let token = request.bearerToken {
                context.actor = try await site.registry.signIn.actor(token: token)
            }
            if context.actor == nil, request.headers[.authorization] != nil {
                // Counted like any request of nobody, so that tokens cannot be guessed at any speed.
                try site.limiter.admit(request, context)
                throw RegistryError(.unauthenticated)
            }
        } else {
            context = try await site.withSession(context, of: request)
        }
        context.language = site.language(of: request, actor: context.actor)
        try site.limiter.admit(request, context)
        return try await next(request, context)
    }
}

extension Request {
    /// The token of `Authorization: Bearer TOKEN` (RFC 6750, section 2.1).
    var bearerToken: String? {
        guard let parts = headers[.authorization]?.split(separator: " ", maxSplits: 1), parts.count == 2,
            parts[0].lowercased() == "bearer"
        else { return nil }
        return String(parts[1])
    }
}

/// The cookie that holds a session's secret.
enum SessionCookie {
    static let name = "cartouche"

    /// - Parameter secure: whether browsers reach the server through TLS only.
    static func header(_ secret: String, secure: Bool) -> String {
        "\(name)=\(secret); Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "")
    }

    static func expired(secure: Bool) -> String {
        "\(name)=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0" + (secure ? "; Secure" : "")
    }
}

extension Site {
    /// The context with the session of the request's cookie, where there is one.
    func withSession(_ context: WebContext, of request: Request) async throws -> WebContext {
        guard let secret = request.cookies[SessionCookie.name]?.value,
            let session = try await registry.signIn.session(secret: secret)
        else { return context }
        var context = context
        context.session = session
        context.actor = session.actor
        return context
    }
}
