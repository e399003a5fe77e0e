import Foundation

/// The only thread of the process that writes: it commits waiting bodies in groups.
///
/// One fsync makes a whole group durable; that is what lets many small writes a second promise durability. A group is
/// whatever waits while the one before is committed, so a lone write does not wait for company.
///
/// Unchecked because the compiler cannot see that `waiting`, `isClosing` and `closers` are only touched under the
/// condition's lock, and the rest only by the thread.
final class SQLiteWriter: @unchecked Sendable {
    private let condition = NSCondition()
    private var waiting: [WriteJob] = []
    private var isClosing = false
    private var isFinished = false
    private var closers: [CheckedContinuation<Void, Never>] = []

    private let connection: SQLiteConnection
    private let settings: SQLiteSettings
    private let changes: ChangeHub
    private let log: WriteAheadLog
    private var taken: ArraySlice<WriteJob> = []
    private var dataVersion: Int64 = 0
    private var nextPoll = ContinuousClock.now

    init(_ connection: SQLiteConnection, settings: SQLiteSettings, changes: ChangeHub, log: WriteAheadLog) {
        self.connection = connection
        self.settings = settings
        self.changes = changes
        self.log = log
        log.observe(connection)
        changes.onFirstListener { [weak self] in self?.wake() }
        let thread = Thread { self.work() }
        thread.name = "storage writer"
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// Hands over a body; it is refused when the writer is closing.
    func submit(_ job: WriteJob) {
        condition.lock()
        guard !isClosing else {
            condition.unlock()
            job.refuse(StorageError.closed)
            return
        }
        waiting.append(job)
        condition.signal()
        condition.unlock()
    }

    /// Refuses further bodies; those handed over are still committed.
    func stop() {
        condition.withLock {
            isClosing = true
            condition.signal()
        }
    }

    /// Stops and waits until the bodies handed over are committed.
    func drain() async {
        stop()
        await withCheckedContinuation { continuation in
            let isFinished = condition.withLock {
                if !self.isFinished { closers.append(continuation) }
                return self.isFinished
            }
            if isFinished { continuation.resume() }
        }
    }

    /// Closes the connection. To be called after `drain`, and last of all connections: only one that writes can copy
    /// what is left in the log and remove it.
    func close() throws {
        try connection.close()
    }

    private func wake() {
        condition.withLock { condition.signal() }
    }

    private func work() {
        while waitForJobs() {
            commitGroup()
            log.finishCheckpointIfAsked(connection)
            pollIfDue()
        }
        let closers = condition.withLock {
            isFinished = true
            return self.closers
        }
        for closer in closers { closer.resume() }
    }

    /// Returns true when there is a job, false when there will be none any more.
    private func waitForJobs() -> Bool {
        guard taken.isEmpty else { return true }
        condition.lock()
        defer { condition.unlock() }
        while waiting.isEmpty {
            if isClosing { return false }
            guard changes.hasListeners else {
                condition.wait()
                continue
            }
            let interval = Double(settings.changePollMilliseconds) / 1000
            _ = condition.wait(until: Date(timeIntervalSinceNow: interval))
            if waiting.isEmpty {
                condition.unlock()
                pollIfDue()
                condition.lock()
            }
        }
        return true
    }

    private func nextJob() -> WriteJob? {
        if taken.isEmpty {
            condition.withLock {
                taken = waiting[...]
                waiting = []
            }
        }
        return taken.popFirst()
    }

    private func commitGroup() {
        do {
            try connection.run(.beginImmediate)
        } catch {
            // Nothing of a group was begun; those waiting now are told, later ones have their own try.
            for _ in 0..<settings.groupBodies {
                guard let job = nextJob() else { return }
                job.refuse(error)
            }
            return
        }
        let transaction = SQLiteTransaction(connection)
        let deadline = ContinuousClock.now + .milliseconds(settings.groupMilliseconds)
        var group = WriteGroup()
        while group.count < settings.groupBodies, let job = nextJob() {
            guard group.run(job, in: transaction), ContinuousClock.now < deadline else { break }
        }
        let isCommitted = group.end {
            try transaction.commit()
        } rollback: {
            if connection.isInTransaction { try? connection.run(.rollback) }
        }
        if isCommitted {
            changes.notify()
            log.checkpointIfDue()
        }
        group.answer()
    }

    /// The data version of a connection changes with commits of others only, so that own ones are not reported twice.
    private func pollIfDue() {
        guard changes.hasListeners, ContinuousClock.now >= nextPoll else { return }
        nextPoll = .now + .milliseconds(settings.changePollMilliseconds)
        let version = (try? connection.first("PRAGMA data_version") { $0.integer(0) }) ?? dataVersion
        if version != dataVersion, dataVersion != 0 { changes.notify() }
        dataVersion = version
    }
}
