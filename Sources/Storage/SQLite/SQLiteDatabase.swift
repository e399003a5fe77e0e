import Foundation

/// A database in one SQLite file, for one server process and command-line tools beside it.
public struct SQLiteDatabase: Database {
    let core: Core

    /// SQLite's dialect.
    public var dialect: Dialect { .sqlite }

    /// Opens the file, or makes it together with its folder when it is not there.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - readers: number of connections for reading; nil takes that of the settings.
    ///   - settings: sizes and times.
    /// - Throws: `StorageError`, with code `cannotOpen` or `notADatabase` for a path that cannot be used.
    public static func open(
        at path: String,
        readers: Int? = nil,
        settings: SQLiteSettings = SQLiteSettings()
    ) throws -> SQLiteDatabase {
        var settings = settings
        if let readers { settings.readers = readers }
        return SQLiteDatabase(core: try Core(path: path, settings: settings))
    }

    /// Runs the body at once on the calling thread, on a connection of its own.
    public func read<Value: Sendable>(
        _ body: @Sendable (any ReadConnection) throws -> Value
    ) async throws -> Value {
        try core.readers.read(body)
    }

    /// Hands the body to the writer's thread, which commits it together with others that wait.
    @discardableResult
    public func write<Value: Sendable>(
        _ body: @escaping @Sendable (any WriteConnection) throws -> Value
    ) async throws -> Value {
        try Task.checkCancellation()
        return try await withCheckedThrowingContinuation { continuation in
            core.writer.submit(WriteJob(continuation, body))
        }
    }

    /// Yields after each commit of this process and, at the interval of the settings, after those of others.
    public func changes() -> AsyncStream<Void> {
        core.changes.stream()
    }

    /// Lets waiting writes finish, then closes. May be called more than once.
    public func close() async throws {
        await core.writer.drain()
        await core.log.close()
        core.changes.close()
        try core.closing.withLock {
            try core.readers.close()
            try core.writer.close()
        }
    }
}

extension SQLiteDatabase {
    /// The connections and threads of an open database.
    final class Core: Sendable {
        let path: String
        let settings: SQLiteSettings
        let readers: SQLiteReaders
        let writer: SQLiteWriter
        let log: WriteAheadLog
        let changes = ChangeHub()
        let closing = NSLock()

        init(path: String, settings: SQLiteSettings) throws {
            self.path = path
            self.settings = settings
            try DatabaseFile.prepare(path)
            let connection = try SQLiteConnection(path: path, settings: settings, readonly: false)
            try DatabaseFile.mark(connection, path: path)
            log = try WriteAheadLog(path: path, settings: settings)
            readers = try SQLiteReaders(path: path, settings: settings)
            writer = SQLiteWriter(connection, settings: settings, changes: changes, log: log)
        }

        deinit {
            writer.stop()
            log.stop()
        }
    }
}
