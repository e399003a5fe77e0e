import Logging
import Registry
import ServiceLifecycle
import Storage

/// The work behind the pages: the index of numbers, matching after the event, preparing scans, clocks and retention. Each
/// piece keeps its place in the database, so that it may stop at any moment and several servers may do it side by side.
struct BackgroundWork: Service {
    let site: Site

    /// Hit clocks are looked at this often.
    private static let clockInterval = Duration.seconds(1)
    /// Corrections are carried over to records this often.
    private static let referenceInterval = Duration.seconds(1)
    /// Scans that have arrived are looked for this often.
    private static let preparationInterval = Duration.milliseconds(300)
    private static let retentionInterval = Duration.seconds(600)
    /// The least pause between two steps of matching, so that a burst of checks is worked off in larger steps.
    private static let matchingInterval = Duration.milliseconds(100)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask { await followNumbers() }
                group.addTask { await followObjects() }
                group.addTask { await followPersons() }
                group.addTask { await repeating("matching", every: Self.matchingInterval, match) }
                group.addTask { await repeating("reference", every: Self.referenceInterval, describeAnew) }
                group.addTask { await repeating("clocks", every: Self.clockInterval, advanceClocks) }
                group.addTask { await repeating("preparation", every: Self.preparationInterval, prepareScans) }
                group.addTask { await repeating("retention", every: Self.retentionInterval, endRetention) }
            }
        }
    }

    /// The pause between two steps of the index, so that one step takes many commits.
    private static let numbersInterval = Duration.milliseconds(10)

    /// Makes the index of numbers ready and brings it up to date after each commit.
    private func followNumbers() async {
        let numbers = site.registry.numberIndex
        var changes = site.registry.database.changes().makeAsyncIterator()
        repeat {
            await once("numbers") {
                try await numbers.advance()
                try await numbers.saveSnapshotIfDue()
            }
            try? await Task.sleep(for: Self.numbersInterval)
        } while await changes.next() != nil && !Task.isCancelled
        // The task is cancelled by now; the snapshot saves the next start from reading every record.
        await Task { await once("numbers") { try await numbers.saveSnapshot() } }.value
    }

    /// Makes the index of documents and vehicles ready and brings it up to date after each commit.
    private func followObjects() async {
        let objects = site.registry.objectIndex
        var changes = site.registry.database.changes().makeAsyncIterator()
        repeat {
            await once("objects") {
                try await objects.advance()
                try await objects.saveSnapshotIfDue()
            }
            try? await Task.sleep(for: Self.numbersInterval)
        } while await changes.next() != nil && !Task.isCancelled
        await Task { await once("objects") { try await objects.saveSnapshot() } }.value
    }

    /// Makes the index of persons and entities ready and brings it up to date after each commit.
    private func followPersons() async {
        let persons = site.registry.personIndex
        var changes = site.registry.database.changes().makeAsyncIterator()
        repeat {
            await once("persons") {
                try await persons.advance()
                try await persons.saveSnapshotIfDue()
            }
            try? await Task.sleep(for: Self.numbersInterval)
        } while await changes.next() != nil && !Task.isCancelled
        await Task { await once("persons") { try await persons.saveSnapshot() } }.value
    }

    /// Brings records in line with corrected spellings.
    private func describeAnew() async throws {
        while try await site.registry.reference.advance() > 0 { try Task.checkCancellation() }
    }

    private func match() async throws {
        while try await site.registry.matcher.advance() > 0 { try Task.checkCancellation() }
    }

    private func prepareScans() async throws {
        while try await site.registry.preparations.advance() { try Task.checkCancellation() }
    }

    private func advanceClocks() async throws {
        try await site.registry.hits.advanceClocks()
    }

    private func endRetention() async throws {
        while try await site.registry.records.expire() > 0 { try Task.checkCancellation() }
        while try await site.registry.notices.expire() > 0 { try Task.checkCancellation() }
        while try await site.registry.documents.expire() > 0 { try Task.checkCancellation() }
        while try await site.registry.vehicles.expire() > 0 { try Task.checkCancellation() }
        while try await site.registry.checks.deleteExpired() > 0 { try Task.checkCancellation() }
        while try await site.registry.scanUploads.expire() > 0 { try Task.checkCancellation() }
    }

    private func repeating(
        _ name: String, every interval: Duration, _ body: () async throws -> Void
    ) async {
        while !Task.isCancelled {
            await once(name, body)
            do { try await Task.sleep(for: interval) } catch { return }
        }
    }

    /// A failure is logged and the work tried again at its next turn; it must not take the server down.
    private func once(_ name: String, _ body: () async throws -> Void) async {
        do {
            try await body()
        } catch is CancellationError {
            return
        } catch {
            site.logger.error("background work failed", metadata: ["work": "\(name)", "error": "\(error)"])
        }
    }
}
