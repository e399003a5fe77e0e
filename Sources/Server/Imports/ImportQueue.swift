import Logging
import Registry
import ServiceLifecycle
import Storage

/// Imports asked for through pages and the API, done one after the other behind them. What is under way when the
/// server stops goes on at its next start.
struct ImportQueue: Service {
    /// One pass to be made.
    struct Pass: Sendable {
        var id: Identifier
        var actor: Actor
        var isDryRun: Bool
    }

    let site: Site
    private let passes: AsyncStream<Pass>

    init(site: Site, passes: AsyncStream<Pass>) {
        self.site = site
        self.passes = passes
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await resumeInterrupted()
            for await pass in passes {
                do {
                    _ =
                        pass.isDryRun
                        ? try await site.registry.imports.tryOut(pass.id, pass.actor)
                        : try await site.registry.imports.run(pass.id, pass.actor)
                } catch is CancellationError {
                    return
                } catch {
                    site.logger.error("import failed", metadata: ["import": "\(pass.id)", "error": "\(error)"])
                }
            }
        }
    }

    private func resumeInterrupted() async {
        do {
            try await site.registry.imports.resumeInterrupted()
        } catch is CancellationError {
            return
        } catch {
            site.logger.error("imports could not be resumed", metadata: ["error": "\(error)"])
        }
    }
}
