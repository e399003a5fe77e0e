import Foundation
import Registry
import Synchronization

/// Shows how far an import has come: a bar drawn over itself for people, now and then a line for log files.
final class ProgressReport: Sendable {
    private struct Drawing {
        var lastDrawn: ContinuousClock.Instant?
        var hasBar = false
    }

    private let size: Int64
    private let startOffset: UInt64
    private let startRows: Int
    private let title: String
    private let start = ContinuousClock.now
    private let isInteractive: Bool
    private let drawing = Mutex(Drawing())

    /// - Parameters:
    ///   - title: what is being done, for example `Importing`.
    ///   - size: bytes of the file.
    ///   - progress: where the work begins; rates and the remaining time count from here.
    init(title: String, size: Int64, from progress: ImportProgress, isInteractive: Bool = Terminal.errorIsInteractive) {
        self.title = title
        self.size = size
        startOffset = progress.offset
        startRows = progress.rows
        self.isInteractive = isInteractive
    }

    /// Takes the latest state; draws ten times a second at most, or a line every five seconds.
    func update(_ progress: ImportProgress) {
        let now = ContinuousClock.now
        drawing.withLock { drawing in
            let pause: Duration = isInteractive ? .milliseconds(100) : .seconds(5)
            if let last = drawing.lastDrawn ?? (isInteractive ? nil : start), now - last < pause { return }
            drawing.lastDrawn = now
            drawing.hasBar = isInteractive
            let line = text(progress, seconds: (now - start) / .seconds(1))
            if isInteractive { Terminal.redraw(line) } else { Terminal.report(line) }
        }
    }

    /// Ends the bar's line, so that what follows stands below it.
    func finish() {
        drawing.withLock { drawing in
            if drawing.hasBar { Terminal.redraw("") }
            drawing.hasBar = false
        }
    }

    /// The line for a state, so many seconds after the start.
    func text(_ progress: ImportProgress, seconds: Double) -> String {
        let share = size > 0 ? min(1, Double(progress.offset) / Double(size)) : 1
        let rate = seconds > 0 ? Double(progress.rows - startRows) / seconds : 0
        let bytesRate = seconds > 0 ? Double(progress.offset - min(startOffset, progress.offset)) / seconds : 0
        let remaining = bytesRate > 0 ? Double(size - Int64(progress.offset)) / bytesRate : 0
        var parts = [
            "\(Int(share * 100)) %", "\(NumberText.bytes(Int64(progress.offset))) of \(NumberText.bytes(size))",
            "\(NumberText.grouped(progress.rows)) rows", "\(NumberText.grouped(Int(rate))) rows/s",
        ]
        if bytesRate > 0 { parts.append("\(NumberText.duration(remaining)) left") }
        if progress.refused > 0 { parts.append("\(NumberText.grouped(progress.refused)) refused") }
        let filled = Int(share * 24)
        let bar =
            isInteractive
            ? "[" + String(repeating: "#", count: filled) + String(repeating: ".", count: 24 - filled) + "] " : ""
        return "\(title) \(bar)\(parts.joined(separator: ", "))"
    }
}
