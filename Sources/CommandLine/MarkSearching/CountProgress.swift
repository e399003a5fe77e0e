import Foundation
import Synchronization

/// Shows how far a work of many equal parts has come: a line drawn over itself for people, now and then a line for logs.
final class CountProgress: Sendable {
    private let title: String
    private let start = ContinuousClock.now
    private let isInteractive: Bool
    private let drawing = Mutex<ContinuousClock.Instant?>(nil)

    init(_ title: String, isInteractive: Bool = Terminal.errorIsInteractive) {
        self.title = title
        self.isInteractive = isInteractive
    }

    /// Takes the latest state; draws ten times a second at most, or a line every five seconds.
    func update(_ done: Int, _ total: Int) {
        let now = ContinuousClock.now
        drawing.withLock { last in
            let pause: Duration = isInteractive ? .milliseconds(100) : .seconds(5)
            if let last, now - last < pause { return }
            if last == nil, !isInteractive, now - start < pause { return }
            last = now
            let line = text(done, total, seconds: (now - start) / .seconds(1))
            if isInteractive { Terminal.redraw(line) } else { Terminal.report(line) }
        }
    }

    /// Takes the line away.
    func finish() {
        drawing.withLock { if $0 != nil, isInteractive { Terminal.redraw("") } }
    }

    /// The line for a state, so many seconds after the start.
    func text(_ done: Int, _ total: Int, seconds: Double) -> String {
        let rate = seconds > 0 ? Double(done) / seconds : 0
        var line = "\(title) \(NumberText.grouped(done)) of \(NumberText.grouped(total))"
        if rate >= 1 { line += ", \(NumberText.grouped(Int(rate))) a second" }
        if rate > 0, done < total { line += ", \(NumberText.duration(Double(total - done) / rate)) left" }
        return line
    }
}
