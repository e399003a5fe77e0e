import Storage
import Synchronization

@testable import Registry

extension World {
    /// Opens a file for Brazil's desk.
    func open(_ text: String, _ bureau: String = "BR") async throws -> ImportJob {
        try await open(bytes: Array(text.utf8), bureau)
    }

    func open(bytes: [UInt8], _ bureau: String = "BR") async throws -> ImportJob {
        let blob = try registry.blobs.put(bytes)
        return try await registry.imports.open(fileName: "guns.csv", blob: blob, try await desk(bureau))
    }

    /// Opens a file and enters it.
    func enter(file text: String, _ bureau: String = "BR") async throws -> ImportJob {
        let job = try await open(text, bureau)
        return try await registry.imports.run(job.id, try await desk(bureau))
    }

    /// Every verdict of an import, in the order of the file.
    func verdicts(_ job: ImportJob, _ bureau: String = "BR") async throws -> [ImportVerdict] {
        try await registry.imports.verdicts(job.id, limit: 1_000, try await desk(bureau))
    }

    /// The number of records of a bureau.
    func records(_ bureau: String = "BR") async throws -> Int {
        try await count("SELECT COUNT(*) FROM firearm_records WHERE bureau = ?", [.text(bureau)])
    }
}

/// Cancels the task at the n-th report, as a program that is stopped between two batches.
final class Interruption: Sendable {
    private let reportsLeft: Mutex<Int>

    init(afterReports count: Int) { reportsLeft = Mutex(count) }

    func report(_ progress: ImportProgress) {
        let isOver = reportsLeft.withLock { left in
            left -= 1
            return left == 0
        }
        if isOver { withUnsafeCurrentTask { $0?.cancel() } }
    }
}
