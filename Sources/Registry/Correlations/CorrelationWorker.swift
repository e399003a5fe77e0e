import Storage

/// Takes correlation jobs from the queue and does them, in this process, beside any number of others.
///
/// A worker that ends at any moment loses nothing: its job is taken by another once its lease is over, goes on with the
/// comparisons that were kept, and shows its results in one transaction, which only the holder of the job can make.
public struct CorrelationWorker: Sendable {
    let context: RegistryContext
    /// Names the worker in the queue; no two have the same.
    let name: String
    private let executor: WorkerThreads
    private let cache: ScreeningCache
    private let evidence: EvidenceModels
    private let follower: CorrelationFollower

    /// What a worker tells whoever runs it.
    public enum Event: Sendable {
        /// It has taken a job.
        case took(mark: String)
        /// It has come so far, 0 to 1.
        case progressed(mark: String, stage: CorrelationJob.Stage, progress: Double)
        /// The job is done: so many pairs were kept, so many marks could not be compared.
        case finished(mark: String, pairs: Int, gaps: Int)
        /// The job failed.
        case failed(mark: String, CorrelationJob.Failure)
        /// The job was cancelled, or another worker has it.
        case lost(mark: String)
    }

    init(context: RegistryContext, threads: Int) {
        self.context = context
        name = Identifier.make().description
        executor = WorkerThreads(count: threads, niceness: context.settings.correlation.niceness)
        follower = CorrelationFollower()
        cache = ScreeningCache(database: context.database)
        evidence = EvidenceModels(files: context.settings.correlation.referenceSetFiles)
    }

    /// Another worker of the same process, with threads of its own and the same memory.
    private init(beside other: CorrelationWorker) {
        context = other.context
        name = Identifier.make().description
        executor = WorkerThreads(count: other.executor.count, niceness: other.executor.niceness)
        follower = other.follower
        cache = other.cache
        evidence = other.evidence
    }

    /// So many workers over one memory, of one thread each.
    static func workers(_ count: Int, context: RegistryContext) -> [CorrelationWorker] {
        let first = CorrelationWorker(context: context, threads: 1)
        return [first] + (1..<max(1, count)).map { _ in CorrelationWorker(beside: first) }
    }

    /// Reads the reference sets now, so that a wrong file is told before the first job.
    /// - Throws: an error that names the file and what is wrong with it.
    public func readReferenceSets() throws {
        _ = try evidence.summaries()
    }

    /// Works until the task is cancelled: follows the journal, takes jobs, waits for more.
    /// - Parameters:
    ///   - failed: takes what went wrong outside of jobs, for example a database that does not answer.
    public func run(
        tell: @escaping @Sendable (Event) -> Void = { _ in }, failed: @escaping @Sendable (any Error) -> Void
    ) async {
        let (wakes, wake) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        wake.yield()
        await withDiscardingTaskGroup { group in
            group.addTask { for await _ in context.database.changes() { wake.yield() } }
            // A job whose worker died changes nothing in the database: the queue is looked at from time to time, too.
            group.addTask {
                let pause = Duration.seconds(max(1, context.settings.correlation.leaseSeconds / 2))
                while (try? await Task.sleep(for: pause)) != nil { wake.yield() }
            }
            for await _ in wakes {
                do {
                    while try await step(tell) { try Task.checkCancellation() }
                    // Commits come in bursts: the queue is looked at once for many.
                    try await Task.sleep(for: Self.pause)
                } catch is CancellationError {
                    break
                } catch {
                    failed(error)
                }
            }
            group.cancelAll()
        }
    }

    /// The least time between two looks at the queue.
    private static let pause = Duration.milliseconds(200)

    /// Brings the queue up to date with the journal, then does one job.
    /// - Returns: whether there was a job.
    /// - Throws: `CancellationError` after it gave its job back; `StorageError`.
    public func step(_ tell: @escaping @Sendable (Event) -> Void = { _ in }) async throws -> Bool {
        try await follower.advance(context)
        guard let taken = try await take() else { return false }
        try await work(taken, tell)
        return true
    }

    /// The job next in turn, if any.
    private func take() async throws -> TakenCorrelation? {
        let now = context.now()
        let settings = context.settings.correlation
        let dialect = context.database.dialect
        let name = name
        return try await context.database.write { connection in
            while true {
                let taken = try CorrelationStore.take(
                    worker: name, silentSince: now.adding(seconds: -Int64(settings.leaseSeconds)), dialect: dialect,
                    at: now, connection
                )
                guard let taken else { return nil }
                if taken.attempts <= settings.mostAttempts { return taken }
                let failure = CorrelationJob.Failure("worker-lost")
                try Self.end(taken, as: .failed, failure: failure, at: now, connection) { _ in }
            }
        }
    }

    /// Ends a job with its journal entry, and writes its results in the same transaction; nothing where the job is no
    /// longer the worker's.
    @discardableResult
    private static func end(
        _ taken: TakenCorrelation, as state: CorrelationJob.State, failure: CorrelationJob.Failure?, at time: Moment,
        _ connection: any WriteConnection, _ results: (JournalledConnection) throws -> Void
    ) throws -> Bool {
        guard try CorrelationStore.end(taken, as: state, failure: failure, at: time, connection),
            let subject = try CorrelationScope.of(mark: taken.mark, connection)
        else { return false }
        let journalled = JournalledConnection(
            base: connection, actor: .system(bureau: subject.scope.bureau), time: time
        )
        try results(journalled)
        try journalled.journal(
            state == .done ? "correlation.finish" : "correlation.fail", "mark:\(subject.number)"
        )
        return true
    }

    // MARK: One job

    private struct JobLost: Error {}

    private func work(_ taken: TakenCorrelation, _ tell: @escaping @Sendable (Event) -> Void) async throws {
        let meter = CorrelationMeter()
        let attempt = try await CorrelationAttempt.read(
            taken, context, meter: meter, evidence: evidence, threads: executor.count
        )
        guard let attempt else {
            // A later preparation has taken its place, and has a job of its own.
            try await context.database.write { connection in
                _ = try CorrelationStore.end(taken, as: .cancelled, failure: nil, at: context.now(), connection)
            }
            return
        }
        let mark = attempt.subject.number.description
        tell(.took(mark: mark))
        do {
            let outcome = try await computed(attempt, meter) { stage, progress in
                tell(.progressed(mark: mark, stage: stage, progress: progress))
            }
            let isOurs = try await show(outcome, of: attempt)
            tell(
                isOurs ? .finished(mark: mark, pairs: outcome.pairs.count, gaps: outcome.gaps.count) : .lost(mark: mark)
            )
        } catch is JobLost {
            tell(.lost(mark: mark))
        } catch is CancellationError {
            // The task is cancelled by now, and would not be let into the database.
            await Task { try? await giveBack(taken, meter) }.value
            throw CancellationError()
        } catch {
            let failure = Self.failure(error)
            let time = context.now()
            try await context.database.write { connection in
                try Self.end(taken, as: .failed, failure: failure, at: time, connection) { _ in }
            }
            tell(.failed(mark: mark, failure))
        }
    }

    private static func failure(_ error: any Error) -> CorrelationJob.Failure {
        switch error {
        case let error as UncomparableMark: CorrelationJob.Failure("unreadable", detail: error.reason)
        case let error as ReferenceSetUnreadable: CorrelationJob.Failure("reference-set", detail: "\(error)")
        default: CorrelationJob.Failure("internal", detail: "\(error)")
        }
    }

    /// Computes on the worker's own threads while a heartbeat keeps the job its own.
    private func computed(
        _ attempt: CorrelationAttempt, _ meter: CorrelationMeter,
        _ tell: @escaping @Sendable (CorrelationJob.Stage, Double) -> Void
    ) async throws -> CorrelationAttempt.Outcome {
        try await withThrowingTaskGroup(of: CorrelationAttempt.Outcome?.self) { group in
            group.addTask { [executor, cache] in
                try await withTaskExecutorPreference(executor) { try await attempt.run(cache) }
            }
            group.addTask {
                while true {
                    try await Task.sleep(for: .milliseconds(context.settings.correlation.heartbeatMilliseconds))
                    try await beat(attempt.taken, meter)
                    let reading = meter.reading
                    tell(reading.stage, reading.progress)
                }
            }
            defer { group.cancelAll() }
            while let result = try await group.next() {
                if let outcome = result { return outcome }
            }
            throw CancellationError()
        }
    }

    /// Keeps what was compared and tells that the worker lives.
    private func beat(_ taken: TakenCorrelation, _ meter: CorrelationMeter) async throws {
        let partials = meter.takePartials()
        let (stage, progress) = meter.reading
        let time = context.now()
        let isOurs = try await context.database.write { connection in
            guard try CorrelationStore.beat(taken, stage: stage, progress: progress, at: time, connection) else {
                return false
            }
            for (key, figures) in partials {
                try CorrelationStore.putPartial(figures, with: key, job: taken.job, connection)
            }
            return true
        }
        guard isOurs else { throw JobLost() }
    }

    /// Keeps what was compared and lets any worker go on at once.
    private func giveBack(_ taken: TakenCorrelation, _ meter: CorrelationMeter) async throws {
        try await beat(taken, meter)
        try await context.database.write { try CorrelationStore.release(taken, $0) }
    }

    /// Shows the results of a job, all at once.
    private func show(_ outcome: CorrelationAttempt.Outcome, of attempt: CorrelationAttempt) async throws -> Bool {
        let time = context.now()
        return try await context.database.write { connection in
            try Self.end(attempt.taken, as: .done, failure: nil, at: time, connection) { journalled in
                for pair in attempt.outdated(after: outcome) { try CorrelationStore.remove(pair, journalled) }
                for pair in outcome.pairs { try CorrelationStore.put(pair, at: time, journalled) }
                try CorrelationStore.replaceGaps(of: attempt.taken.job, with: outcome.gaps, journalled)
            }
        }
    }
}
