import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
import NIOPosix
public import Registry
import ServiceLifecycle
import UnixSignals

/// The server: the API, the pages, and the work behind them. Any number may run over one database.
public struct CartoucheServer: Sendable {
    let site: Site
    private let imports: AsyncStream<ImportQueue.Pass>

    /// A connection on which a request, or the next one, does not go on for so long is closed, seconds.
    private static let idleSeconds: Int64 = 30
    /// What is under way when the server is asked to stop has so long to end, seconds.
    private static let shutdownSeconds: Int64 = 30

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
        // The loops only move bytes, and all else is done on the concurrency pool: more loops only take turns from it.
        let loops = MultiThreadedEventLoopGroup(numberOfThreads: max(1, System.coreCount / 4))
        do {
            try await serve(on: loops, onReady: onReady)
        } catch {
            try? await loops.shutdownGracefully()
            throw error
        }
        try await loops.shutdownGracefully()
    }

    private func serve(
        on loops: MultiThreadedEventLoopGroup, onReady: @escaping @Sendable (_ port: Int) async -> Void
    ) async throws {
        var logger = site.logger
        logger.logLevel = max(logger.logLevel, .notice)
        var main = application(Self.router(site), port: site.settings.port, on: loops, logger, onReady: onReady)
        main.addServices(
            BackgroundWork(site: site), EventFeed(site: site), ImportQueue(site: site, passes: imports),
            CorrelationWork(site: site)
        )
        var services: [any Service] = [main]
        if site.settings.publicNoticesPort > 0 {
            let router = Self.publicRouter(site)
            services.append(
                application(router, port: site.settings.publicNoticesPort, on: loops, logger) { _ in }
            )
        }
        var configuration = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger
        )
        configuration.maximumGracefulShutdownDuration = .seconds(Self.shutdownSeconds)
        try await ServiceGroup(configuration: configuration).run()
    }

    private func application(
        _ router: Router<WebContext>, port: Int, on loops: MultiThreadedEventLoopGroup, _ logger: Logger,
        onReady: @escaping @Sendable (_ port: Int) async -> Void
    ) -> Application<RouterResponder<WebContext>> {
        Application(
            router: router,
            server: .http1(configuration: HTTP1Channel.Configuration(idleTimeout: .seconds(Self.idleSeconds))),
            configuration: ApplicationConfiguration(
                address: .hostname(site.settings.host, port: port), serverName: nil, availableConnectionsDelegate: nil
            ),
            onServerRunning: { channel in await onReady(channel.localAddress?.port ?? 0) },
            eventLoopGroupProvider: .shared(loops), logger: logger
        )
    }

    /// What a port that is open to the world serves: public notices for programs and people. Nobody signs in here, and
    /// nothing else of the installation can be reached.
    static func publicRouter(_ site: Site) -> Router<WebContext> {
        let router = Router(context: WebContext.self)
        router.addMiddleware {
            BoundaryMiddleware(site: site)
            AnonymousMiddleware(site: site)
            FormMiddleware()
        }
        StaticRoutes(site: site).add(to: router)
        PublicNoticeRoutes(site: site).add(to: router)
        GalleryPages(site: site).add(to: router)
        LanguagePages(site: site).add(to: router)
        if let gallery = GalleryPages.path(site.settings) { router.get("/") { _, _ in Site.seeOther(gallery) } }
        return router
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
        PublicNoticeRoutes(site: site).add(to: router)
        GalleryPages(site: site).add(to: router)
        let api = router.group("/api/v1").add(middleware: IdempotencyMiddleware(site: site))
        RecordRoutes(site: site).add(to: api)
        AttachmentRoutes(site: site).add(to: api)
        ObjectRoutes<TravelDocument>(site: site).add(to: api)
        ObjectRoutes<Vehicle>(site: site).add(to: api)
        CheckRoutes(site: site).add(to: api)
        DescribeRoutes(site: site).add(to: api)
        HitRoutes(site: site).add(to: api)
        ExaminationRoutes(site: site).add(to: api)
        ExhibitLinkRoutes(site: site).add(to: api)
        ImportRoutes(site: site).add(to: api)
        ReferenceRoutes(site: site).add(to: api)
        BureauRoutes(site: site).add(to: api)
        NoticeRoutes(site: site).add(to: api)
        MethodRoutes(site: site).add(to: api)
        OperationRoutes(site: site).add(to: api)
        CorrelationRoutes(site: site).add(to: api)
        CaseRoutes(site: site).add(to: api)
        ExhibitRoutes(site: site).add(to: api)
        MarkRoutes(site: site).add(to: api)
        UploadRoutes(site: site, prefix: "/api/v1").add(to: api)
        JournalRoutes(site: site).add(to: api)
        addPages(site, to: router)
        return router
    }
}
