import Registry
import Synchronization

/// Tells what workers do: a line for each mark, and for people the marks under way, drawn over themselves.
final class WorkReport: Sendable {
    private struct State {
        var progress: [String: (stage: CorrelationJob.Stage, share: Double)] = [:]
        var done = 0
        var failures = 0
        var isDrawn = false
    }

    /// One mark, as `--json` prints it.
    private struct Line: Encodable {
        var mark: String
        /// `done`, `failed` or `lost`.
        var state: String
        /// Pairs that were kept.
        var pairs: Int?
        /// Marks that could not be compared.
        var gaps: Int?
        var code: String?
        var detail: String?
    }

    private let printsJSON: Bool
    private let isInteractive: Bool
    private let state = Mutex(State())

    init(printsJSON: Bool, isInteractive: Bool = Terminal.errorIsInteractive) {
        self.printsJSON = printsJSON
        self.isInteractive = isInteractive
    }

    /// How many marks failed.
    var failures: Int { state.withLock(\.failures) }

    /// Takes what a worker tells.
    func take(_ event: CorrelationWorker.Event) {
        state.withLock { state in
            switch event {
            case .took(let mark): state.progress[mark] = (.reading, 0)
            case .progressed(let mark, let stage, let share): state.progress[mark] = (stage, share)
            case .finished(let mark, let pairs, let gaps):
                state.done += 1
                end(mark, Line(mark: mark, state: "done", pairs: pairs, gaps: gaps), &state)
            case .failed(let mark, let failure):
                state.failures += 1
                let line = Line(mark: mark, state: "failed", code: failure.code, detail: failure.detail)
                end(mark, line, &state)
            case .lost(let mark): end(mark, Line(mark: mark, state: "lost"), &state)
            }
            draw(&state)
        }
    }

    /// Tells of an error outside of any mark.
    func failed(_ error: any Error) {
        state.withLock { state in
            wipe(&state)
            Terminal.report("The queue could not be read, and is tried again: \(error)")
        }
    }

    /// Tells that it was asked to stop.
    func stopped() {
        state.withLock { state in
            wipe(&state)
            Terminal.report("Stopped. What was under way is given back.")
        }
    }

    /// Ends the report.
    func finish() {
        state.withLock { state in
            wipe(&state)
            let marks = state.done == 1 ? "1 mark" : "\(NumberText.grouped(state.done)) marks"
            let failed = state.failures > 0 ? ", \(NumberText.grouped(state.failures)) failed" : ""
            Terminal.report("\(marks) correlated\(failed).")
        }
    }

    private func end(_ mark: String, _ line: Line, _ state: inout State) {
        state.progress[mark] = nil
        wipe(&state)
        if printsJSON {
            if let text = try? JSONText.text(line, isLine: true) { Terminal.print(text) }
            return
        }
        switch line.state {
        case "done":
            let gaps = line.gaps.map { $0 > 0 ? ", \(NumberText.grouped($0)) could not be compared" : "" } ?? ""
            Terminal.print("\(mark)  \(NumberText.grouped(line.pairs ?? 0)) compared\(gaps)")
        case "failed": Terminal.print("\(mark)  failed: \(line.code ?? "") \(line.detail ?? "")")
        default: Terminal.print("\(mark)  cancelled, or taken by another worker")
        }
    }

    private func draw(_ state: inout State) {
        guard isInteractive, !state.progress.isEmpty else { return }
        let parts = state.progress.sorted { $0.key < $1.key }.map { mark, now in
            "\(mark) \(now.stage.rawValue) \(Int(now.share * 100)) %"
        }
        Terminal.redraw(parts.joined(separator: "  "))
        state.isDrawn = true
    }

    private func wipe(_ state: inout State) {
        if state.isDrawn { Terminal.redraw("") }
        state.isDrawn = false
    }
}
