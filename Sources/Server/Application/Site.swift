import Foundation
import Hummingbird
import Logging
import Registry
import Storage

/// What every route shares.
struct Site: Sendable {
    let registry: Registry
    let settings: ServerSettings
    let renderer: PageRenderer
    let metrics: Metrics
    let limiter: RateLimiter
    let events: EventHub
    /// Imports waiting to be done.
    let imports: AsyncStream<ImportQueue.Pass>.Continuation
    let logger: Logger

    /// Whether the request is one for programs, which sign in with tokens.
    ///
    /// The router passes over empty parts of a path, so this does too: `//api/v1/records` is the API.
    static func isAPI(_ request: Request) -> Bool {
        let path = request.uri.path
        return path.hasPrefix("/api/v1/") || path.split(separator: "/", maxSplits: 2).prefix(2) == ["api", "v1"]
    }

    /// Whether an error is answered as a problem document and not as a page.
    func wantsJSON(_ request: Request) -> Bool {
        let path = request.uri.path
        if let gallery = GalleryPages.path(settings), path == gallery || path.hasPrefix(gallery + "/") { return false }
        return Self.isAPI(request) || settings.publicNoticesPath.map { path.hasPrefix($0 + "/") } == true
            || request.headers[.accept]?.contains("json") == true || path.hasSuffix(".json")
    }

    /// The language of an answer: that of the cookie, else the user's, else what the browser asks for.
    func language(of request: Request, actor: Actor?) -> Language {
        if !Self.isAPI(request) {
            let chosen = request.cookies["language"]?.value ?? actor?.language
            if let chosen, let language = renderer.catalogue.language(chosen) { return language }
        }
        return renderer.catalogue.language(accepting: request.headers[.acceptLanguage])
    }

    /// Whether the server can do its work: the database answers.
    func isReady() async -> Bool {
        do {
            _ = try await registry.database.read { try $0.journalHead() }
            return true
        } catch {
            return false
        }
    }
}
