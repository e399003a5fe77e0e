import Matching
import Storage

/// An index in memory that can be kept in a file.
protocol KeptIndex: Sendable {
    /// The journal entry that it is up to date with.
    var position: Int64 { get }

    /// Writes it.
    func writeSnapshot(to write: @escaping SerialIndex.SnapshotWriter) throws

    /// Reads what was written.
    /// - Throws: where it is not whole, or of another version of the program.
    static func readSnapshot(_ read: @escaping SerialIndex.SnapshotReader) throws -> Self
}

/// An index in a file, so that a restart need not read every record.
///
/// The file begins with the hash of the journal entry that the index is up to date with: a database that was restored
/// or exchanged has another entry there, and the file is not used.
struct IndexSnapshot<Index: KeptIndex>: Sendable {
    private let file: CacheFile

    init(folder: String, name: String) {
        file = CacheFile(folder: folder, name: name)
    }

    func save(_ index: Index, _ database: any Database) async throws {
        let hash = try await database.read { try NumberIndexStore.hash(ofEntry: index.position, $0) }
        guard let hash else { return }
        try file.write { write in
            try hash.withUnsafeBytes(write)
            try index.writeSnapshot(to: write)
        }
    }

    /// The index of the file; nil where there is none that is whole and of this database. What is wrong with a file is
    /// of no matter, because the index can be made from the database.
    func read(_ connection: any ReadConnection) -> Index? {
        let saved = try? file.read { read in
            var hash = [UInt8](repeating: 0, count: SHA256.byteCount)
            try hash.withUnsafeMutableBytes(read)
            return (hash: hash, index: try Index.readSnapshot(read))
        }
        guard let saved, let hash = try? NumberIndexStore.hash(ofEntry: saved.index.position, connection) else {
            return nil
        }
        return hash == saved.hash ? saved.index : nil
    }
}
