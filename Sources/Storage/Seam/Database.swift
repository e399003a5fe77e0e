/// The seam between the rules and an engine: SQL text and values in, rows out, transactions, migrations.
///
/// ## Adding an engine
/// An engine implements `read`, `write`, `changes` and `close` and describes its differences in a `Dialect`;
/// migrations, the journal and its verification are written once against this protocol. An engine over libpq, for example:
/// - keeps connections on threads of their own; `read` borrows one and wraps the body in
///   `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY`, `write` in `BEGIN`, and `COMMIT` is awaited before the answer;
/// - sends `dialect.rendered(sql)`, which turns each `?` into `$1`, `$2` ..., and prepares it once per connection;
/// - takes integers as `int8`, numbers as `float8`, texts as `text`, blobs as `bytea` in the binary format;
/// - begins a `JournalAppender` with each transaction, calls `finish` on it before `COMMIT`, and so appends in the same
///   way; the row of `journal_head`, read with `dialect.rowLockSuffix`, makes writers take turns;
/// - maps SQLSTATE 23505, 23503, 23502, 23514, 40001, 53100 to `StorageError.Code`; a `COMMIT` answered with the
///   warning that the wait for a standby was cancelled is a failure;
/// - feeds `changes` from `LISTEN`/`NOTIFY`.
public protocol Database: Sendable {
    /// What is particular to the engine's SQL.
    var dialect: Dialect { get }

    /// Runs the body on one consistent snapshot. Bodies may be run at the same time and must not wait for anything.
    /// Throws what the body throws, or `StorageError`.
    func read<Value: Sendable>(_ body: @Sendable (any ReadConnection) throws -> Value) async throws -> Value

    /// Runs the body in a transaction and returns when its changes are durable: they survive a loss of power.
    ///
    /// A body that throws leaves no change behind and disturbs no other body. A task cancelled before its body was
    /// handed over throws `CancellationError`; afterwards the body runs and the answer is true to what happened.
    @discardableResult
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any WriteConnection) throws -> Value
    ) async throws -> Value

    /// Brings the schema up to date. Each migration is applied once, in order, whole or not at all.
    /// Throws `StorageError.Code.newerSchema` when the database has migrations that the list has not.
    func migrate(_ migrations: [Migration]) async throws

    /// Yields after commits, of this process at once and of others soon after; several commits may be one element.
    func changes() -> AsyncStream<Void>

    /// Lets the writes already handed over finish, then refuses all others with `StorageError.Code.closed`.
    func close() async throws
}
