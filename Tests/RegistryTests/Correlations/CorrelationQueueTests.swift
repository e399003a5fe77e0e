import Storage
import Synchronization
import TestSupport
import Testing

@testable import Registry

@Suite("The queue of correlations")
struct CorrelationQueueTests {
    @Test("a preparation that is queued twice stands in the queue once")
    func twice() async throws {
        let world = try await World()
        let query = try await world.enter(EnteredMark(tool: 1), "BR")
        let examiner = try await world.actor(.examiner, "BR")
        try await world.registry.correlations.request(query, examiner)
        try await world.registry.correlations.request(query, examiner)
        try await world.correlate()
        #expect(try await world.count("SELECT COUNT(*) FROM correlation_jobs") == 1)
        let finished = try await world.actions().count { $0 == "correlation.finish" }
        #expect(finished == 1)
    }

    @Test("two workers never do the same job, and every mark gets its list")
    func manyWorkers() async throws {
        let world = try await World()
        var marks: [MarkNumber] = []
        for tool in 0..<6 { marks.append(try await world.enter(EnteredMark(tool: tool), "BR")) }
        let workers = (0..<3).map { _ in world.registry.correlationWorker(threads: 1) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for worker in workers { group.addTask { try await world.correlate(worker) } }
            try await group.waitForAll()
        }
        // A worker that met an empty queue while others still worked has ended; the journal tells of each job once.
        #expect(try await world.actions().count { $0 == "correlation.finish" } == marks.count)
        #expect(try await world.count("SELECT COUNT(*) FROM correlation_pairs") == 15)
        let examiner = try await world.actor(.examiner, "BR")
        for mark in marks { #expect(try await world.ranked(mark, examiner).count == 5) }
    }

    @Test("the more urgent is taken first, then the earlier")
    func priority() async throws {
        let world = try await World()
        var marks: [MarkNumber] = []
        for tool in 0..<3 { marks.append(try await world.enter(EnteredMark(tool: tool), "BR")) }
        let examiner = try await world.actor(.examiner, "BR")
        let correlations = world.registry.correlations
        for mark in marks { _ = try await correlations.request(mark, examiner) }
        #expect(try await correlations.prioritise(marks[2], .high, examiner).priority == .high)
        #expect(try await correlations.prioritise(marks[0], .low, examiner).priority == .low)
        let order = Mutex<[String]>([])
        let worker = world.registry.correlationWorker(threads: 1)
        while try await worker.step({ event in
            if case .took(let mark) = event { order.withLock { $0.append(mark) } }
        }) {}
        #expect(order.withLock { $0 } == [marks[2], marks[1], marks[0]].map(\.description))
    }

    @Test("a job that was cancelled is not done until it is asked for again")
    func cancelled() async throws {
        let world = try await World()
        try await world.enter(EnteredMark(tool: 1), "AR")
        try await world.correlate()
        let query = try await world.enter(EnteredMark(tool: 1, firing: 1), "BR")
        let examiner = try await world.actor(.examiner, "BR")
        let correlations = world.registry.correlations
        _ = try await correlations.request(query, examiner)
        #expect(try await correlations.cancel(query, examiner).state == .cancelled)
        try await world.correlate()
        #expect(try await world.ranked(query, examiner).isEmpty)
        let again = await world.refusal { try await correlations.cancel(query, examiner) }
        #expect(again?.code == .illegalState)
        #expect(try await correlations.retry(query, examiner).state == .waiting)
        try await world.correlate()
        #expect(try await world.ranked(query, examiner).count == 1)
        let done = await world.refusal { try await correlations.retry(query, examiner) }
        #expect(done?.code == .illegalState)
    }

    @Test("a worker whose job is cancelled under it shows nothing")
    func cancelledWhileRunning() async throws {
        let world = try await World()
        try await world.enter(EnteredMark(tool: 1), "AR")
        try await world.correlate()
        let query = try await world.enter(EnteredMark(tool: 1, firing: 1), "BR")
        let examiner = try await world.actor(.examiner, "BR")
        let taken = try await world.take("one", query, examiner)
        #expect(try await world.registry.correlations.job(of: query, examiner).state == .running)
        _ = try await world.registry.correlations.cancel(query, examiner)
        let now = world.clock.now
        let accepted = try await world.database.write {
            try CorrelationStore.end(taken, as: .done, failure: nil, at: now, $0)
        }
        #expect(!accepted)
        #expect(try await world.registry.correlations.job(of: query, examiner).state == .cancelled)
    }

    @Test(
        "a job whose worker is not heard of goes to another, which uses what was compared; the first can write no more")
    func leaseEnds() async throws {
        let world = try await World()
        let known = try await world.enter(EnteredMark(tool: 1), "AR")
        try await world.correlate()
        let query = try await world.enter(EnteredMark(tool: 1, firing: 1), "BR")
        let examiner = try await world.actor(.examiner, "BR")
        let taken = try await world.take("dead", query, examiner)
        let other = try #require(try await world.candidate(known, examiner))
        // A figure that no comparison would give shows that the kept comparison was used.
        let kept = CorrelationFigures(
            method: CorrelationTestMethod.breechFace, screening: 1, score: 0.123, agreeing: 7, usable: 9
        )
        try await world.database.write { try CorrelationStore.putPartial(kept, with: other, job: taken.job, $0) }
        try await world.correlate()
        #expect(try await world.registry.correlations.job(of: query, examiner).state == .running)
        world.clock.advance(seconds: Int64(RegistrySettings().correlation.leaseSeconds) + 1)
        try await world.correlate()
        let list = try await world.registry.correlations.list(of: query, examiner)
        #expect(list.job?.state == .done)
        #expect(list.entries.first?.figures.score == 0.123)
        let now = world.clock.now
        let late = try await world.database.write {
            try CorrelationStore.beat(taken, stage: .comparing, progress: 0.9, at: now, $0)
        }
        #expect(!late)
        #expect(try await world.count("SELECT COUNT(*) FROM correlation_partials") == 0)
    }

    @Test("a job that takes down every worker is given up, and told so")
    func poison() async throws {
        let world = try await World()
        let query = try await world.enter(EnteredMark(tool: 1), "BR")
        let examiner = try await world.actor(.examiner, "BR")
        let settings = RegistrySettings().correlation
        for attempt in 0..<settings.mostAttempts {
            _ = try await world.take("dead-\(attempt)", query, examiner)
            world.clock.advance(seconds: Int64(settings.leaseSeconds) + 1)
        }
        try await world.correlate()
        let job = try await world.registry.correlations.job(of: query, examiner)
        #expect(job.state == .failed && job.failure?.code == "worker-lost")
        #expect(try await world.registry.correlations.retry(query, examiner).state == .waiting)
        try await world.correlate()
        #expect(try await world.registry.correlations.job(of: query, examiner).state == .done)
    }

    @Test("a job asked for again while it runs is done once more after its end")
    func askedAgain() async throws {
        let world = try await World()
        let query = try await world.enter(EnteredMark(tool: 1), "BR")
        let examiner = try await world.actor(.examiner, "BR")
        let taken = try await world.take("one", query, examiner)
        #expect(try await world.registry.correlations.request(query, examiner).state == .running)
        let now = world.clock.now
        #expect(
            try await world.database.write {
                try CorrelationStore.end(taken, as: .done, failure: nil, at: now, $0)
            })
        #expect(try await world.registry.correlations.job(of: query, examiner).state == .waiting)
    }

    @Test("a worker that is stopped gives its job back at once")
    func stopped() async throws {
        var settings = RegistrySettings()
        settings.correlation.heartbeatMilliseconds = 10
        let world = try await World(settings)
        for tool in 0..<30 { try await world.enter(EnteredMark(tool: tool), "AR", isJournalled: false) }
        let query = try await world.enter(EnteredMark(tool: 1, firing: 1), "BR")
        let worker = world.registry.correlationWorker(threads: 1)
        let task = Task { try await worker.step() }
        let examiner = try await world.actor(.examiner, "BR")
        try await eventually("some marks are compared", within: .seconds(240)) {
            try await world.count("SELECT COUNT(*) FROM correlation_partials") > 0
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        let job = try await world.registry.correlations.job(of: query, examiner)
        #expect(job.state == .waiting && job.attempts == 0)
        #expect(try await world.count("SELECT COUNT(*) FROM correlation_pairs") == 0)
        try await world.correlate()
        #expect(try await world.ranked(query, examiner).count == 30)
    }
}

extension World {
    /// Lets a worker of a name take the only job that waits.
    fileprivate func take(_ worker: String, _ mark: MarkNumber, _ actor: Actor) async throws -> TakenCorrelation {
        // A job that runs is not asked for again: its lease is to end.
        if try await count("SELECT COUNT(*) FROM correlation_jobs WHERE state = 'running'") == 0 {
            _ = try await registry.correlations.request(mark, actor)
        }
        let now = clock.now
        let lease = Int64(RegistrySettings().correlation.leaseSeconds)
        let taken = try await database.write {
            try CorrelationStore.take(
                worker: worker, silentSince: now.adding(seconds: -lease), dialect: .sqlite, at: now, $0
            )
        }
        guard let taken else { throw RegistryError(.notFound, subject: "\(mark)") }
        return taken
    }

    fileprivate func candidate(_ number: MarkNumber, _ actor: Actor) async throws -> CorrelationScope.Key? {
        try await database.read { connection in
            try MarkStore.mark(number, actor, connection).flatMap { mark in
                mark.currentPreparation.map { CorrelationScope.Key(mark: mark.sequence, preparation: $0) }
            }
        }
    }
}
