import ArgumentParser
import Foundation
import Logging
import Registry
import Server

/// `cartouche serve`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the pages and the interface of a data folder.",
        discussion: """
            Makes an empty data folder where there is none; 'cartouche set-up' then makes its first administrator. SIGTERM \
            and Ctrl-C end it in order: requests under way are answered, the data are closed.

            EXAMPLES
              cartouche serve --data /var/lib/cartouche
              cartouche serve --port 9000 --set clocks.urgent-seconds=900
            """
    )

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @OptionGroup(title: "Server")
    var listening: ListeningOptions

    func run() async throws {
        let settings = try await options.settings(flags: listening.flags)
        try await Installation.with(settings, creating: true) { installation in
            if try await installation.registry.installation.isEmpty() {
                Terminal.report(
                    "Nobody can sign in yet: run 'cartouche set-up --data \(settings.dataFolder)' on this machine."
                )
            }
            try await Self.serve(installation) { port in
                Terminal.print("Cartouche serves on http://\(Self.shownHost(settings)):\(port)")
            }
        }
    }

    /// Serves an open installation until a signal ends it.
    static func serve(
        _ installation: Installation, onReady: @escaping @Sendable (_ port: Int) async -> Void
    ) async throws {
        var logger = Logger(label: "cartouche") { _ in JSONLogHandler() }
        logger.logLevel = Logger.Level(rawValue: installation.settings.logLevel) ?? .info
        let server = try CartoucheServer(
            registry: installation.registry, settings: installation.settings.server, logger: logger
        )
        try await server.run(onReady: onReady)
    }

    /// The host as it stands in an address; IPv6 in brackets.
    static func shownHost(_ settings: ProgramSettings) -> String {
        settings.server.host.contains(":") ? "[\(settings.server.host)]" : settings.server.host
    }
}
