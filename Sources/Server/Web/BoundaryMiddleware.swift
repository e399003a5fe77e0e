import Hummingbird
import Logging

/// The outermost step: turns every error into a problem document or a page, adds the security headers, counts, and
/// writes one line of log without personal data: no query, no address, no name.
struct BoundaryMiddleware: RouterMiddleware {
    let site: Site

    @concurrent
    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        site.metrics.begin()
        var context = context
        context.language = site.language(of: request, actor: nil)
        var response: Response
        do {
            response = try await next(request, context)
        } catch {
            response = await answer(to: error, request, context)
        }
        let elapsed = ContinuousClock.now - start
        let route = context.endpointPath ?? "none"
        site.metrics.count(method: request.method.rawValue, route: route, status: response.status.code, elapsed)
        site.logger.info(
            "request",
            metadata: [
                "request": "\(context.requestIdentifier)", "method": "\(request.method.rawValue)", "route": "\(route)",
                "status": "\(response.status.code)", "milliseconds": "\(elapsed.milliseconds)",
            ])
        addSecurityHeaders(&response)
        response.headers[.requestIdentifier] = context.requestIdentifier
        return response
    }

    private func answer(to error: any Error, _ request: Request, _ context: WebContext) async -> Response {
        let problem = Problem(error)
        if problem.status.code >= 500 {
            site.logger.error(
                "failed",
                metadata: [
                    "request": "\(context.requestIdentifier)", "error": "\(String(reflecting: error).prefix(2_000))",
                ])
        }
        let language = context.language ?? site.language(of: request, actor: nil)
        if site.wantsJSON(request) {
            return ProblemDocument(problem, requestIdentifier: context.requestIdentifier, in: language)
                .response(retryAfterSeconds: problem.retryAfterSeconds)
        }
        // The context of this outermost step knows no session; the page still shows who is signed in.
        let signedIn = (try? await site.withSession(context, of: request)) ?? context
        return await site.errorPage(
            problem, request, signedIn, in: site.language(of: request, actor: signedIn.actor)
        )
    }

    private func addSecurityHeaders(_ response: inout Response) {
        response.headers[.contentSecurityPolicy] = """
            default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
            form-action 'self'; frame-ancestors 'none'; base-uri 'none'
            """
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.referrerPolicy] = "same-origin"
        response.headers[.crossOriginOpenerPolicy] = "same-origin"
        if site.settings.isBehindTLS {
            response.headers[.strictTransportSecurity] = "max-age=31536000"
        }
    }
}

extension Duration {
    /// Milliseconds with three decimals.
    var milliseconds: Double {
        let parts = components
        let microseconds = Double(parts.seconds) * 1_000_000 + Double(parts.attoseconds / 1_000_000_000_000)
        return microseconds / 1_000
    }
}
