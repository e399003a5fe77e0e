import Hummingbird
import NIOCore
import Registry

/// Reads the form of every request that changes something through a page, and refuses one that did not come from a
/// page of the same session. No route can forget the check, because this is the only way to a form's fields.
struct FormMiddleware: RouterMiddleware {
    /// Largest form without a file, bytes.
    /// A notice's texts in four languages are the longest of all; each letter of Arabic takes six bytes in a form.
    static let largest = 1_048_576

    @concurrent
    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard request.method != .get, request.method != .head, !Site.isAPI(request) else {
            return try await next(request, context)
        }
        if let site = request.headers[.secFetchSite], site != "same-origin", site != "none" { throw Problem.forgery }
        // A form with a file is read by its route, piece by piece; its secret comes first, see `MultipartForm`. No other
        // route takes such a form: it would carry the secret where this step does not look for it.
        if MultipartForm.boundary(of: request) != nil {
            guard Self.takesFile(request.uri.path) else { throw MultipartForm.malformed }
            return try await next(request, context)
        }
        // The bytes of an upload are read by its route, too; the secret stands in the header.
        if request.headers[.contentType] == UploadRoutes.contentType {
            guard let session = context.session,
                SignInService.isGenuine(formSecret: request.headers[.forgerySecret] ?? "", of: session)
            else { throw Problem.forgery }
            return try await next(request, context)
        }
        var context = context
        let buffer: ByteBuffer
        do {
            buffer = try await request.body.collect(upTo: Self.largest)
        } catch is NIOTooManyBytesError {
            throw Problem.tooLarge
        }
        context.form = FormFields(encoded: Substring(String(buffer: buffer)))
        if let session = context.session {
            let secret = context.form.exact("csrf") ?? request.headers[.forgerySecret] ?? ""
            guard SignInService.isGenuine(formSecret: secret, of: session) else { throw Problem.forgery }
        }
        return try await next(request, context)
    }

    private static func takesFile(_ path: String) -> Bool {
        path == "/imports" || path == "/report-check"
            || (path.hasPrefix("/records/") && path.hasSuffix("/attachments"))
            || (path.hasPrefix("/notices/") && path.hasSuffix("/pictures"))
            || (path.hasPrefix("/comparisons/") && path.hasSuffix("/snapshots"))
            || ((path.hasPrefix("/exhibits/") || path.hasPrefix("/marks/")) && path.hasSuffix("/scans"))
    }
}
