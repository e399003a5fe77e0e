import Synchronization

/// Shows how far a job of many equal parts has come: a line drawn over itself, or now and then one for log files.
final class CountProgress: Sendable {
    private struct State {
        var done: Int
        var lastDrawn: ContinuousClock.Instant?
        var hasLine = false
    }

    private let title: String
    private let total: Int
    private let already: Int
    private let start = ContinuousClock.now
    private let isInteractive: Bool
    private let state: Mutex<State>

    /// - Parameters:
    ///   - title: what is being done, for example `Comparing`.
    ///   - already: parts done by an earlier run; the remaining time does not count them.
    init(title: String, total: Int, already: Int = 0, isInteractive: Bool = Terminal.errorIsInteractive) {
        self.title = title
        self.total = total
        self.already = already
        self.isInteractive = isInteractive
        state = Mutex(State(done: already))
    }

    /// Counts one more part.
    func advance() {
        let now = ContinuousClock.now
        state.withLock { state in
            state.done += 1
            let pause: Duration = isInteractive ? .milliseconds(100) : .seconds(10)
            if let last = state.lastDrawn ?? (isInteractive ? nil : start), now - last < pause { return }
            state.lastDrawn = now
            state.hasLine = isInteractive
            let line = text(state.done, seconds: (now - start) / .seconds(1))
            if isInteractive { Terminal.redraw(line) } else { Terminal.report(line) }
        }
    }

    /// Takes the line away.
    func finish() {
        state.withLock { state in
            if state.hasLine { Terminal.redraw("") }
            state.hasLine = false
        }
    }

    /// The line after so many seconds.
    func text(_ done: Int, seconds: Double) -> String {
        let share = total > 0 ? Double(done) / Double(total) : 1
        let rate = seconds > 0 ? Double(done - already) / seconds : 0
        let left = rate > 0 ? ", \(NumberText.duration(Double(total - done) / rate)) left" : ""
        return "\(title) \(Int(share * 100)) %, \(NumberText.grouped(done)) of \(NumberText.grouped(total))\(left)"
    }
}
