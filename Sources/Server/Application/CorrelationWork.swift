import Logging
import Registry
import ServiceLifecycle

/// The workers that correlate marks beside the server. What one has under way when the server stops is given back, and
/// goes on at the next start or in a worker of its own.
struct CorrelationWork: Service {
    let site: Site

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                guard site.settings.correlationWorkers > 0 else { return }
                for worker in site.registry.correlationWorkers(site.settings.correlationWorkers) {
                    group.addTask { await work(worker) }
                }
            }
        }
        // A service that returns before the server stops would take it down.
        try? await gracefulShutdown()
    }

    private func work(_ worker: CorrelationWorker) async {
        await worker.run(
            tell: { [logger = site.logger] event in
                guard case .failed(let mark, let failure) = event else { return }
                logger.warning(
                    "correlation failed",
                    metadata: ["mark": "\(mark)", "code": "\(failure.code)", "detail": "\(failure.detail)"]
                )
            },
            failed: { [logger = site.logger] error in
                logger.error("background work failed", metadata: ["work": "correlation", "error": "\(error)"])
            }
        )
    }
}
