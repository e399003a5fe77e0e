import Hummingbird

/// Stands in the place of `AuthenticationMiddleware` where nobody can be signed in: cookies and tokens are not looked at.
struct AnonymousMiddleware: RouterMiddleware {
    let site: Site

    @concurrent
    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.language = site.language(of: request, actor: nil)
        try site.limiter.admit(request, context)
        return try await next(request, context)
    }
}
