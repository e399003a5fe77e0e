import DelimitedText
public import Firearms
import Storage

/// Makes, models and calibres of a bureau's own.
extension ReferenceService {
    /// The bureau's own rows, by file and key.
    public func entries(_ actor: Actor) async throws -> [ReferenceEntry] {
        try Access.require(.manageReference, actor)
        return try await context.database.read { try ReferenceStore.entries(of: actor.bureau, $0) }
    }

    /// Adds the rows of files to the bureau's table, all or none: each row gets its verdict, and while any is refused
    /// nothing is kept. A row that is there already under its key is replaced. Rows are held to what holds for the
    /// project's own files: no code, name or alias twice, no name that leads nowhere.
    /// - Throws: `RegistryError` `forbidden`.
    public func importEntries(_ files: [ReferenceFile], _ actor: Actor) async throws -> ReferenceImport {
        try Access.require(.manageReference, actor)
        // A table is made to check the rows, which takes longer than others should wait for the transaction.
        let (version, known) = try await context.database.read { connection in
            (
                try ReferenceStore.version(of: actor.bureau, connection),
                try ReferenceStore.entries(of: actor.bureau, connection)
            )
        }
        let ahead = ReferenceCheck.verdicts(files, beside: known, bureau: actor.bureau)
        return try await context.write(actor) { connection in
            let isUpToDate = try ReferenceStore.version(of: actor.bureau, connection) == version
            let verdicts =
                try isUpToDate
                ? ahead
                : ReferenceCheck.verdicts(
                    files, beside: ReferenceStore.entries(of: actor.bureau, connection), bureau: actor.bureau
                )
            let result = ReferenceImport(verdicts: verdicts)
            let changed = result.verdicts.filter { $0.outcome == .added || $0.outcome == .replaced }
            guard result.isKept, !changed.isEmpty else { return result }
            for entry in changed.compactMap(\.entry) {
                try ReferenceStore.put(entry, bureau: actor.bureau, by: actor.name, at: connection.time, connection)
            }
            try Self.tableChanged(Set(changed.compactMap(\.entry?.kind)), actor, connection)
            try connection.journal(
                "reference.import", "reference:\(actor.bureau)",
                [
                    "added": "\(changed.count { $0.outcome == .added })",
                    "replaced": "\(changed.count { $0.outcome == .replaced })",
                ]
            )
            return result
        }
    }

    /// Takes a row of the bureau's own out of its table.
    /// - Parameter key: the code, of a model the code of its make, a colon and its name.
    /// - Throws: `RegistryError` `not-found`; `invalid` with the rows that still refer to it; `forbidden`.
    public func remove(_ kind: ReferenceKind, _ key: String, _ actor: Actor) async throws {
        try Access.require(.manageReference, actor)
        try await context.write(actor) { connection in
            let known = try ReferenceStore.entries(of: actor.bureau, connection)
            guard try ReferenceStore.remove(kind, key, bureau: actor.bureau, connection) else {
                throw RegistryError(.notFound, subject: key)
            }
            let rest = known.filter { $0.kind != kind || $0.key != key }
            let dangling = ReferenceCheck.problems(rest, bureau: actor.bureau).filter { $0.error.code == .unknownCode }
            guard dangling.isEmpty else {
                throw RegistryError(
                    .invalid, subject: key,
                    failures: dangling.map { problem in
                        let entry = rest.filter { $0.kind == problem.kind }[problem.row]
                        return FieldFailure("key", "still-used", value: key, arguments: ["by": entry.key])
                    }
                )
            }
            try Self.tableChanged([kind], actor, connection)
            try connection.journal("reference.remove", "reference:\(actor.bureau)", ["kind": kind.rawValue])
        }
    }

    /// The bureau's own rows of one kind as a file that can be imported again.
    public func export(_ kind: ReferenceKind, _ actor: Actor) async throws -> [UInt8] {
        let rows = try await entries(actor).filter { $0.kind == kind }.map(\.fields)
        return try DelimitedWriter.bytes([kind.columns] + rows, format: DelimitedFormat())
    }

    /// Any text may mean something else now.
    private static func tableChanged(
        _ kinds: Set<ReferenceKind>, _ actor: Actor, _ connection: JournalledConnection
    ) throws {
        try ReferenceStore.raiseVersion(of: actor.bureau, connection)
        for (kind, field) in [(ReferenceKind.make, SpellingCorrection.Field.make), (.calibre, .calibre)]
        where kinds.contains(kind) {
            try ReferenceStore.enqueue(field, spelling: "", bureau: actor.bureau, by: actor.name, connection)
        }
    }
}
