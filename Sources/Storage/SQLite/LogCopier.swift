import Foundation
import Synchronization

/// The thread that copies the write-ahead log into the file when asked.
///
/// Unchecked because the compiler cannot see that the flags are only touched under the condition's lock and the
/// connection only by the thread.
final class LogCopier: @unchecked Sendable {
    private let condition = NSCondition()
    private var isAsked = false
    private var isClosing = false
    private var isFinished = false
    private var closers: [CheckedContinuation<Void, Never>] = []
    private let connection: SQLiteConnection
    private let remaining = Atomic<Int>(Int.max)

    init(_ connection: SQLiteConnection) {
        self.connection = connection
        let thread = Thread { self.work() }
        thread.name = "storage log"
        thread.start()
    }

    /// Pages that the last copy left.
    var remainingPages: Int { remaining.load(ordering: .relaxed) }

    func ask() {
        condition.withLock {
            isAsked = true
            condition.signal()
        }
    }

    func stop() {
        condition.withLock {
            isClosing = true
            condition.signal()
        }
    }

    func close() async {
        stop()
        await withCheckedContinuation { continuation in
            let isFinished = condition.withLock {
                if !self.isFinished { closers.append(continuation) }
                return self.isFinished
            }
            if isFinished { continuation.resume() }
        }
    }

    private func work() {
        while waitForOrder() {
            remaining.store(connection.checkpoint(), ordering: .relaxed)
        }
        try? connection.close()
        let closers = condition.withLock {
            isFinished = true
            return self.closers
        }
        for closer in closers { closer.resume() }
    }

    private func waitForOrder() -> Bool {
        condition.withLock {
            while !isAsked, !isClosing { condition.wait() }
            isAsked = false
            return !isClosing
        }
    }
}
