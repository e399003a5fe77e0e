import Dispatch
import Storage
import Surfaces

/// Prepares scans behind the requests that brought them. Any number of servers may do so side by side; one that dies
/// loses nothing, because a job stays in the database until its result is kept in the same transaction that ends it.
public struct PreparationService: Sendable {
    let context: RegistryContext

    /// A worker that has not been heard of for so long has died, and its job is taken by another; seconds.
    static let leaseSeconds: Int64 = 20
    private static let leaseRenewal = Duration.seconds(5)
    /// A scan that stopped so many workers is refused.
    static let mostAttempts = 3
    /// Scans are prepared one after the other: each takes every core for a moment.
    private static let queue = DispatchQueue(label: "cartouche.preparation", qos: .utility)

    /// Makes the oldest waiting preparation.
    /// - Returns: whether there was one; call again until there is none.
    public func advance() async throws -> Bool {
        let now = context.now()
        guard let waiting = try await context.database.read({ try PreparationJobStore.waiting(at: now, $0) }) else {
            return false
        }
        let end = now.adding(seconds: Self.leaseSeconds)
        let job = try await context.database.write {
            try PreparationJobStore.take(waiting, until: end, at: now, $0)
        }
        guard let job else { return true }
        try await make(job)
        return true
    }

    private func make(_ job: PreparationJobStore.Job) async throws {
        let found = try await context.database.read { connection in
            guard let scan = try ScanStore.scan(job.scan, connection),
                let mark = try MarkStore.mark(sequence: scan.mark, connection)
            else { return nil as (Scan, Mark, ScanReading)? }
            return (scan, mark, try ScanStore.reading(of: scan.sequence, connection))
        }
        guard let (scan, mark, reading) = found else { return }
        let result: ScanIntake.Result
        if job.attempts > Self.mostAttempts {
            result = ScanIntake.Result(findings: [ScanFinding("preparation-failed", isFatal: true)])
        } else {
            result = try await keepingLease(of: job) {
                let bytes: [UInt8]
                do {
                    bytes = try context.blobs.get(scan.blob)
                } catch {
                    return ScanIntake.Result(findings: [ScanFinding("file-lost", isFatal: true)])
                }
                let intake = ScanIntake(
                    bytes: bytes, name: scan.fileName, kind: mark.kind, reading: reading, region: job.region,
                    limits: context.settings.scanLimits
                )
                return await Self.apart { intake.result() }
            }
        }
        try await keep(result, scan, mark, job)
    }

    /// Runs work off the threads that answer requests.
    private static func apart<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: work()) }
        }
    }

    /// Renews the lease of a job for as long as the body takes.
    private func keepingLease<Value: Sendable>(
        of job: PreparationJobStore.Job, _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await body() }
            group.addTask {
                while !Task.isCancelled {
                    do { try await Task.sleep(for: Self.leaseRenewal) } catch { break }
                    let end = context.now().adding(seconds: Self.leaseSeconds)
                    try await context.database.write { try PreparationJobStore.extend(job, until: end, $0) }
                }
                return nil
            }
            defer { group.cancelAll() }
            while let value = try await group.next() {
                if let value { return value }
            }
            throw CancellationError()
        }
    }

    /// Keeps the files first, then everything else in one transaction with the end of the job.
    private func keep(
        _ result: ScanIntake.Result, _ scan: Scan, _ mark: Mark, _ job: PreparationJobStore.Job
    ) async throws {
        var scan = scan
        // A region that was drawn says nothing new about the file; only the preparation is another.
        let isFirst = job.region == nil
        if isFirst || result.preparation != nil { scan.findings = result.findings }
        if let description = result.description {
            scan.description = description
            scan.instrument = description.instrument ?? scan.instrument
        }
        if let picture = result.picture { scan.picture = try context.blobs.put(picture) }
        if let picture = result.markedPicture { scan.markedPicture = try context.blobs.put(picture) }
        if result.preparation != nil {
            scan.state = .ready
        } else if scan.state == .waiting {
            scan.state = .refused
        }
        let made = try result.preparation.map { prepared in
            var record = prepared.record
            record.regionPicture = try prepared.regionPicture.map { try context.blobs.put($0) }
            return (
                PreparationBlobs(
                    surface: try context.blobs.put(prepared.surface),
                    picture: try context.blobs.put(prepared.picture),
                    thumbnail: try context.blobs.put(prepared.thumbnail)
                ), prepared.screeningForm, record
            )
        }
        let (kept, time) = (scan, context.now())
        let refusal = made == nil ? result.findings.first { $0.isFatal }?.code ?? "" : ""
        try await context.database.write { base in
            let connection = JournalledConnection(base: base, actor: .system(bureau: job.bureau), time: time)
            guard try PreparationJobStore.finish(job, connection) else { return }
            try ScanStore.update(kept, connection)
            guard let (blobs, form, record) = made else {
                try connection.journal(
                    "scan.refuse", "exhibit:\(mark.number.exhibit)",
                    ["mark": "\(mark.number)", "scan": "\(kept.sequence)", "reason": refusal]
                )
                return
            }
            let preparation = try MarkStore.insertPreparation(
                of: mark.sequence, scan: kept.sequence, blobs, screeningForm: form, record: record, by: job.askedBy,
                at: time, connection
            )
            let version = try MarkStore.preparation(preparation, connection)?.version ?? 1
            try Self.makeCurrent(preparation, version, of: mark, connection)
        }
    }

    /// Makes a preparation the one the mark is compared by, and has it correlated.
    static func makeCurrent(
        _ preparation: Int64, _ version: Int, of mark: Mark, _ connection: JournalledConnection
    ) throws {
        try MarkStore.setCurrent(preparation, of: mark.sequence, connection)
        try CorrelationStore.enqueue(mark: mark.sequence, connection)
        try connection.journal(
            "mark.ready", "exhibit:\(mark.number.exhibit)",
            ["mark": "\(mark.number)", "preparation": "\(version)"]
        )
    }
}
