/// How an SQLite file is opened. The defaults suit a server with one database.
public struct SQLiteSettings: Sendable, Hashable {
    /// Number of connections for reading; one more thread than this has to wait.
    public var readers = 4
    /// Page cache of each connection in KiB.
    public var cacheKibibytes = 64 * 1024
    /// How many bytes of the file are read through memory mapping; 0 turns it off. Off, because a reader maps the file anew
    /// after every commit of the writer, which costs more than reading the few pages it needs.
    public var memoryMapBytes: Int64 = 0
    /// How long a write waits for another process, in milliseconds.
    public var busyMilliseconds = 5000
    /// Size of a page in bytes, of a new file only.
    public var pageBytes = 4096
    /// Number of pages in the write-ahead log from which it is copied into the file, on a thread of its own.
    public var checkpointPages = 8192
    /// Most bodies committed together.
    public var groupBodies = 256
    /// Time in milliseconds after which no more bodies are taken into a commit.
    public var groupMilliseconds = 20
    /// How often commits of other processes are looked for, in milliseconds, while somebody listens to `changes`.
    public var changePollMilliseconds = 200

    /// The defaults.
    public init() {}
}
