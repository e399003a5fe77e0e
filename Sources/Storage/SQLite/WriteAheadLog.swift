import Foundation
import GRDBSQLite
import Synchronization

/// Copies the write-ahead log into the file on a thread of its own, so that no commit waits for it.
///
/// A log that is written without pause never ends at a moment when all of it is copied, and so never starts again from
/// its beginning. When it has grown to four times the threshold, the writer copies the little that is left between two
/// groups; the next commit then starts it anew.
final class WriteAheadLog: Sendable {
    private let pages = Atomic<Int>(0)
    private let isFinishAsked = Atomic<Bool>(false)
    private let threshold: Int
    private let copier: LogCopier

    init(path: String, settings: SQLiteSettings) throws {
        threshold = max(1, settings.checkpointPages)
        var small = settings
        small.cacheKibibytes = 1024
        copier = LogCopier(try SQLiteConnection(path: path, settings: small, readonly: false))
    }

    /// Has the writer's connection report the log's length after each of its commits.
    func observe(_ connection: SQLiteConnection) {
        sqlite3_wal_hook(
            connection.handle,
            { context, _, _, pages in
                guard let context else { return SQLITE_OK }
                Unmanaged<WriteAheadLog>.fromOpaque(context).takeUnretainedValue()
                    .pages.store(Int(pages), ordering: .relaxed)
                return SQLITE_OK
            },
            // The writer keeps this object as long as its connection.
            Unmanaged.passUnretained(self).toOpaque()
        )
    }

    func checkpointIfDue() {
        let pages = pages.load(ordering: .relaxed)
        guard pages >= threshold else { return }
        copier.ask()
        if pages >= threshold * 4 { isFinishAsked.store(true, ordering: .relaxed) }
    }

    /// Called by the writer between two groups.
    func finishCheckpointIfAsked(_ connection: SQLiteConnection) {
        guard isFinishAsked.load(ordering: .relaxed), copier.remainingPages < 256 else { return }
        isFinishAsked.store(false, ordering: .relaxed)
        _ = connection.checkpoint()
    }

    func stop() {
        copier.stop()
    }

    func close() async {
        await copier.close()
    }
}

extension SQLiteConnection {
    /// Copies as much of the log into the file as readers allow, without waiting for anybody; returns the pages left.
    func checkpoint() -> Int {
        var length: Int32 = 0
        var copied: Int32 = 0
        let code = sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, &length, &copied)
        return code == SQLITE_OK ? Int(length - copied) : .max
    }
}
