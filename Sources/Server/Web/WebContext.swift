import Hummingbird
import Logging
import NIOCore
import Registry
import Storage

/// What is known about one request while it is answered.
struct WebContext: RequestContext, RemoteAddressRequestContext {
    var coreContext: CoreRequestContextStorage
    let remoteAddress: SocketAddress?
    /// Who is asking; nil until authenticated.
    var actor: Actor?
    /// The session of a browser; nil for a token.
    var session: Session?
    /// The language of the answer.
    var language: Language?
    /// The fields of a form, read and checked against forgery before a route sees them.
    var form = FormFields()

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        // The framework keeps the identifier in the logger alone, and a log that keeps nothing would lose it.
        requestIdentifier = source.logger[metadataKey: "hb.request.id"].map { "\($0)" } ?? Identifier.make().description
        remoteAddress = source.channel.remoteAddress
    }

    /// Names the request in the log, in problem documents and on error pages.
    let requestIdentifier: String

    /// - Throws: `RegistryError` `unauthenticated` where nobody is signed in.
    func requireActor() throws(RegistryError) -> Actor {
        guard let actor else { throw RegistryError(.unauthenticated) }
        return actor
    }
}
