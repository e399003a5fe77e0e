import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The file of a database: who may read it, and whether it is ours.
enum DatabaseFile {
    /// "Cart" in ASCII, in the header of every file of this program.
    private static let applicationIdentifier: Int64 = 0x4361_7274

    /// Makes the folder and an empty file that only this user may read. Its log and index files take over its mode.
    static func prepare(_ path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try? FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StorageError(
                .cannotOpen,
                "The database file \(path) cannot be opened: \(String(cString: strerror(errno))).",
                advice: "Check that the folder exists and may be written by this user."
            )
        }
        _ = close(descriptor)
    }

    /// Marks a new file as ours; refuses one that belongs to another program.
    static func mark(_ connection: SQLiteConnection, path: String) throws {
        let found = try connection.first("PRAGMA application_id") { $0.integer(0) }
        guard found != applicationIdentifier else { return }
        let isEmpty = try connection.count("SELECT COUNT(*) FROM sqlite_schema") == 0
        guard found == 0, isEmpty else {
            throw StorageError(
                .notADatabase,
                "The file \(path) is a database of another program.",
                advice: "Give the path of a database of this program, or of a file that does not exist yet."
            )
        }
        _ = try connection.execute("PRAGMA application_id = \(applicationIdentifier)", [])
    }
}
