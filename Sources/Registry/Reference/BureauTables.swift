import Firearms
import Storage
import Synchronization

/// The reference table as a bureau has it, and which of its changes are in it.
struct BureauTable: Sendable {
    var version: Int64
    var table: ReferenceTable
}

/// The tables of bureaus in memory. A bureau without anything of its own shares the project's.
final class BureauTables: Sendable {
    private let known = Mutex<[String: BureauTable]>([:])

    /// Most tables kept: one with own rows takes some megabytes.
    private static let most = 64

    /// The bureau's table as the connection sees it.
    func table(of bureau: String, _ connection: any ReadConnection) throws -> BureauTable {
        let version = try ReferenceStore.version(of: bureau, connection)
        if version == 0 { return BureauTable(version: 0, table: .standard) }
        if let found = known.withLock({ $0[bureau] }), found.version == version { return found }
        let made = BureauTable(version: version, table: try Self.make(bureau, connection))
        known.withLock { known in
            if known.count >= Self.most, known[bureau] == nil { known.removeAll() }
            known[bureau] = made
        }
        return made
    }

    private static func make(_ bureau: String, _ connection: any ReadConnection) throws -> ReferenceTable {
        let entries = try ReferenceStore.entries(of: bureau, connection)
        // What a later table of the project has under the same name keeps the project's meaning.
        let table =
            entries.isEmpty ? .standard : ReferenceTable.standard(adding: OwnReferenceRows(entries), mark: bureau).table
        return table.corrected(by: try ReferenceStore.corrections(of: bureau, connection).map(\.correction).reversed())
    }
}

extension OwnReferenceRows {
    init(_ entries: [ReferenceEntry]) {
        self.init()
        for entry in entries { self[entry.kind].append(entry.fields) }
    }
}
