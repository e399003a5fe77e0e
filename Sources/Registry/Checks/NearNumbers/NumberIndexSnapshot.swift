import Matching
import Storage

/// The index of recorded numbers in a file, so that a restart need not read every record.
///
/// The file begins with the hash of the journal entry that the index is up to date with: a database that was restored
/// or exchanged has another entry there, and the file is not used.
struct NumberIndexSnapshot: Sendable {
    private let file: CacheFile

    init(folder: String) {
        file = CacheFile(folder: folder, name: "numbers.index")
    }

    func save(_ state: NumberIndex.State, _ database: any Database) async throws {
        let hash = try await database.read { try NumberIndexStore.hash(ofEntry: state.position, $0) }
        guard let hash else { return }
        try file.write { write in
            try hash.withUnsafeBytes(write)
            try state.index.writeSnapshot(position: state.position, to: write)
        }
    }

    /// The index of the file; nil where there is none that is whole and of this database. What is wrong with a file is
    /// of no matter, because the index can be made from the database.
    func read(_ database: any Database) async -> NumberIndex.State? {
        let saved = try? file.read { read in
            var hash = [UInt8](repeating: 0, count: SHA256.byteCount)
            try hash.withUnsafeMutableBytes(read)
            let (index, position) = try SerialIndex.readSnapshot(read)
            return (hash: hash, state: NumberIndex.State(index: index, position: position))
        }
        guard let saved else { return nil }
        let hash = try? await database.read { try NumberIndexStore.hash(ofEntry: saved.state.position, $0) }
        return hash == saved.hash ? saved.state : nil
    }
}
