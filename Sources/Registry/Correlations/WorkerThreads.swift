import Foundation
import Synchronization

/// A few threads for long computations that stand back for others, so that what answers people keeps the processor and the
/// concurrency pool to itself.
///
/// Use with `withTaskExecutorPreference`: a task and its child tasks then run here between their waits.
final class WorkerThreads: TaskExecutor {
    private let queue: Queue
    /// How many jobs run at the same time.
    let count: Int

    /// How much less than others the threads ask for the processor.
    let niceness: Int

    /// Starts the threads.
    /// - Parameters:
    ///   - count: how many; numbers below 1 are taken as 1.
    ///   - niceness: their `nice` value, 0 to 19: the higher, the less they get beside others.
    init(count: Int, niceness: Int) {
        self.niceness = niceness
        self.count = max(1, count)
        let queue = Queue()
        self.queue = queue
        for number in 1...self.count {
            let thread = Thread {
                Self.lowerPriority(to: niceness)
                while let job = queue.next() { job.runSynchronously(on: queue.executor) }
            }
            thread.name = "correlation-\(number)"
            // Preparing a mark takes arrays of some megabytes, but none on the stack.
            thread.stackSize = 4 << 20
            thread.start()
        }
    }

    deinit { queue.close() }

    func enqueue(_ job: consuming ExecutorJob) {
        queue.add(UnownedJob(job), owner: self)
    }

    /// On Linux each thread has a priority of its own.
    private static func lowerPriority(to niceness: Int) {
        #if os(Linux)
            _ = setpriority(Int32(PRIO_PROCESS.rawValue), 0, Int32(niceness))
        #endif
    }

    /// Jobs that wait for a thread.
    private final class Queue: @unchecked Sendable {
        // Guarded by the condition.
        private let condition = NSCondition()
        private var jobs: [UnownedJob] = []
        private var isClosed = false
        private var known: UnownedTaskExecutor?

        var executor: UnownedTaskExecutor {
            condition.lock()
            defer { condition.unlock() }
            guard let known else { preconditionFailure("A job runs before it was added.") }
            return known
        }

        func add(_ job: UnownedJob, owner: WorkerThreads) {
            condition.lock()
            known = owner.asUnownedTaskExecutor()
            jobs.append(job)
            condition.signal()
            condition.unlock()
        }

        /// The next job, waited for; nil once closed and empty.
        func next() -> UnownedJob? {
            condition.lock()
            defer { condition.unlock() }
            while jobs.isEmpty, !isClosed { condition.wait() }
            return jobs.isEmpty ? nil : jobs.removeFirst()
        }

        func close() {
            condition.lock()
            isClosed = true
            condition.broadcast()
            condition.unlock()
        }
    }
}
