import Hummingbird
public import Logging
import NIOCore
public import Registry
import ServiceLifecycle
import UnixSignals

/// The server: the API, the pages, and the work behind them. Any number may run over one database.
public struct CartoucheServer: Sendable {
    private let site: Site
    private let imports: AsyncStream<ImportQueue.Pass>

    /// Prepares a server; reads templates and catalogues.
    /// - Throws: an error that names the template or catalogue that cannot be used.
    public init(registry: Registry, settings: ServerSettings, logger: Logger) throws {
        let (imports, queue) = AsyncStream.makeStream(of: ImportQueue.Pass.self)
        self.imports = imports
        site = Site(
            registry: registry, settings: settings, renderer: try PageRenderer(), metrics: Metrics(),
            limiter: RateLimiter(settings: settings), events: EventHub(),
            imports: queue, logger: logger
        )
    }

    /// Serves until SIGTERM or SIGINT, then answers what is under way, ends the work behind and returns.
    /// - Parameter onReady: called once the port is open, with its number.
    public func run(onReady: @escaping @Sendable (_ port: Int) async -> Void) async throws {
        var logger = site.logger
        logger.logLevel = max(logger.logLevel, .notice)
        var application = Application(
            router: Self.router(site),
            configuration: ApplicationConfiguration(
                address: .hostname(site.settings.host, port: site.settings.port), serverName: nil,
                availableConnectionsDelegate: nil
            ),
            onServerRunning: { channel in await onReady(channel.localAddress?.port ?? 0) },
            logger: logger
        )
        application.addServices(
            BackgroundWork(site: site), EventFeed(site: site), ImportQueue(site: site, passes: imports)
        )
        try await application.runService(gracefulShutdownSignals: [.sigterm, .sigint])
    }

    /// Every route, behind the steps that no route can leave out.
    static func router(_ site: Site) -> Router<WebContext> {
        let router = Router(context: WebContext.self)
        router.addMiddleware {
            BoundaryMiddleware(site: site)
            AuthenticationMiddleware(site: site)
            FormMiddleware()
        }
        HealthRoutes(site: site).add(to: router)
        StaticRoutes(site: site).add(to: router)
        DocumentationRoutes(site: site).add(to: router)
        EventRoutes(site: site).add(to: router)
        let api = router.group("/api/v1").add(middleware: IdempotencyMiddleware(site: site))
        RecordRoutes(site: site).add(to: api)
        AttachmentRoutes(site: site).add(to: api)
        CheckRoutes(site: site).add(to: api)
        HitRoutes(site: site).add(to: api)
        ImportRoutes(site: site).add(to: api)
        BureauRoutes(site: site).add(to: api)
        OperationRoutes(site: site).add(to: api)
        JournalRoutes(site: site).add(to: api)
        addPages(site, to: router)
        return router
    }
}
