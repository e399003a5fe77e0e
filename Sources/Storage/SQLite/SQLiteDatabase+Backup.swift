import Foundation
import GRDB

extension SQLiteDatabase {
    /// Copies the database, as it is at one moment, into a new file while reading and writing go on.
    ///
    /// The copy is made beside its place, opened and checked, and only then moved there.
    /// - Throws: `StorageError.Code.alreadyExists` when there is a file at the path; `corrupt` when the copy does not
    ///   pass the check.
    public func backup(to path: String) async throws {
        let core = core
        try await onOwnThread {
            guard !DurableFile.exists(path) else {
                throw StorageError(
                    .alreadyExists,
                    "There is a file at \(path) already.",
                    advice: "Give a path that does not exist yet."
                )
            }
            try DurableFile.makeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
            let draft = path + ".partial"
            try Self.removeCopy(draft)
            defer { try? Self.removeCopy(draft) }
            try DatabaseFile.prepare(draft)
            try Self.copy(core.path, to: draft, settings: core.settings)
            try Self.check(draft)
            try DurableFile.move(draft, to: path)
            try DurableFile.synchronizeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
        }
    }

    /// One step over all pages reads a single snapshot: writers go on in the log and the copy never starts again.
    private static func copy(_ path: String, to target: String, settings: SQLiteSettings) throws {
        var settings = settings
        settings.cacheKibibytes = 4096
        let source = try SQLiteConnection(path: path, settings: settings, readonly: true)
        defer { try? source.close() }
        do {
            let copy = try DatabaseQueue(path: target)
            try source.withGRDB { from in
                try copy.inDatabase { into in try from.backup(to: into) }
            }
            // The copy is one file that nobody writes; whoever opens it for use turns the log on again.
            try copy.inDatabase { _ = try String.fetchOne($0, sql: "PRAGMA journal_mode = DELETE") }
            try copy.close()
        } catch {
            throw StorageError.wrapping(error, path: target)
        }
        let file = try DurableFile.openToRead(target)
        defer { file.close() }
        try file.synchronize()
    }

    private static func check(_ path: String) throws {
        let result: String?
        do {
            var configuration = Configuration()
            configuration.readonly = true
            let copy = try DatabaseQueue(path: path, configuration: configuration)
            result = try copy.inDatabase { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
            try copy.close()
        } catch {
            throw StorageError.wrapping(error, path: path)
        }
        guard result == "ok" else {
            throw StorageError(
                .corrupt,
                "The copy of the database is damaged: \(result ?? "no answer").",
                advice: "Check the disk of the copy and the database itself."
            )
        }
    }

    private static func removeCopy(_ path: String) throws {
        for suffix in ["", "-wal", "-shm", "-journal"] { try DurableFile.remove(path + suffix) }
    }
}

/// Runs long blocking work on a thread of its own, so that it does not hold up tasks.
private func onOwnThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        let thread = Thread { continuation.resume(with: Result { try work() }) }
        thread.name = "storage copy"
        thread.start()
    }
}
