import ArgumentParser
import Foundation
import Registry

/// `cartouche work`
struct WorkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "work",
        abstract: "Correlate marks beside the server: each new mark with all comparable ones.",
        discussion: """
            Takes marks from the queue of the data folder, the most urgent first, until it is stopped. Any number of \
            workers may run beside each other and beside 'cartouche serve', which runs one of its own (setting \
            correlation.workers). Ctrl-C and SIGTERM end it between two comparisons; the mark under way is given back, \
            and whoever takes it next goes on where it was. A worker that is killed loses nothing: another goes on \
            once its lease is over (setting correlation.lease-seconds).

            EXAMPLES
              cartouche work --workers 2
              cartouche work --once --json

            Exit status 0 when it was stopped, or with --once when no mark waits any more; 1 when a mark failed.
            """
    )

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @Flag(help: "End when no mark waits any more.")
    var once = false

    @Option(help: ArgumentHelp("Marks correlated at the same time, one thread each.", valueName: "count"))
    var workers = max(1, ProcessInfo.processInfo.activeProcessorCount - 1)

    @Flag(help: "Print JSON, one object for each mark on a line.")
    var json = false

    func validate() throws {
        guard (1...256).contains(workers) else { throw ValidationError("--workers takes 1 to 256.") }
    }

    func run() async throws {
        let settings = try await options.settings()
        let report = WorkReport(printsJSON: json)
        try await Installation.with(settings) { installation in
            let team = installation.registry.correlationWorkers(workers)
            try team.first?.readReferenceSets()
            do {
                try await Interruption.cancelling { [once] in
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        for worker in team { group.addTask { try await Self.work(worker, once: once, report) } }
                        try await group.waitForAll()
                    }
                }
            } catch is CancellationError {
                report.stopped()
            }
        }
        report.finish()
        if report.failures > 0 { throw ExitCode.failure }
    }

    private static func work(_ worker: CorrelationWorker, once: Bool, _ report: WorkReport) async throws {
        guard once else {
            await worker.run(tell: report.take) { report.failed($0) }
            return
        }
        while try await worker.step(report.take) { try Task.checkCancellation() }
    }
}
