public import Firearms
public import Storage

/// A bureau's own share of the reference table: what its spellings mean, and makes, models and calibres that the
/// project's table does not have. It counts for the bureau's imports, records, checks and descriptions.
public struct ReferenceService: Sendable {
    let context: RegistryContext

    /// Longest text that can be corrected, characters.
    public static let longestText = 120

    /// The table as the actor's bureau has it.
    public func table(_ actor: Actor) async throws -> ReferenceTable {
        try await context.database.read { try context.tables.table(of: actor.bureau, $0).table }
    }

    // MARK: Corrections

    /// The bureau's corrections in force, latest first.
    public func corrections(_ actor: Actor) async throws -> [Correction] {
        try Access.require(.manageReference, actor)
        return try await context.database.read { connection in
            let table = try context.tables.table(of: actor.bureau, connection).table
            return try ReferenceStore.corrections(of: actor.bureau, connection).map { Self.named($0, table) }
        }
    }

    /// Decides what a spelling means, in place of an earlier decision about it. From then on the bureau's table knows
    /// it; records that have the text follow (see ``advance()``). The text itself stays as it was written.
    /// - Parameters:
    ///   - field: what the text is about.
    ///   - written: the text as it stands in files and records.
    ///   - meaning: a code, or a name or alias of the table; of a model `make code:name` or `Make Model`.
    /// - Throws: `RegistryError` `invalid` with every wrong field, or `forbidden`.
    public func correct(
        _ field: SpellingCorrection.Field, written: String, meaning: String, _ actor: Actor
    ) async throws -> Correction {
        try Access.require(.manageReference, actor)
        let written = written.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let context = context
        // Made before the transaction, so that nobody waits for it.
        _ = try await table(actor)
        return try await context.write(actor) { connection in
            let table = try context.tables.table(of: actor.bureau, connection).table
            var failures = Self.textFailures("written", written) + Self.textFailures("meaning", meaning)
            let decided = field.meaning(meaning, table)
            if failures.isEmpty, decided == nil {
                failures.append(FieldFailure("meaning", "unknown-code", value: meaning))
            }
            guard let decided, failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
            let kept = ReferenceStore.Kept(
                id: .make(), bureau: actor.bureau,
                correction: SpellingCorrection(field, written: written, meaning: decided.code), user: actor.name,
                createdAt: connection.time
            )
            let earlier = try ReferenceStore.corrections(of: actor.bureau, connection).first {
                $0.correction.field == field && $0.correction.key == kept.correction.key
            }
            if let earlier {
                try ReferenceStore.end(earlier.id, by: actor.name, at: connection.time, connection)
            }
            try ReferenceStore.insert(kept, connection)
            try Self.changed(kept.correction, actor, connection)
            try connection.journal("reference.correct", "correction:\(kept.id)", ["field": field.rawValue])
            return Correction(
                id: kept.id, bureau: kept.bureau, correction: kept.correction, meaningName: decided.name,
                user: kept.user, createdAt: kept.createdAt
            )
        }
    }

    /// Undoes a correction: the text means again what the rules make of it, in records too.
    /// - Throws: `RegistryError` `not-found` for one that is not in force at the actor's bureau, or `forbidden`.
    public func undo(_ id: Identifier, _ actor: Actor) async throws {
        try Access.require(.manageReference, actor)
        try await context.write(actor) { connection in
            let kept = try ReferenceStore.corrections(of: actor.bureau, connection).first { $0.id == id }
            guard let kept else { throw RegistryError(.notFound, subject: "\(id)") }
            try ReferenceStore.end(id, by: actor.name, at: connection.time, connection)
            try Self.changed(kept.correction, actor, connection)
            try connection.journal(
                "reference.undo", "correction:\(id)", ["field": kept.correction.field.rawValue]
            )
        }
    }

    private static func changed(
        _ correction: SpellingCorrection, _ actor: Actor, _ connection: JournalledConnection
    ) throws {
        try ReferenceStore.raiseVersion(of: actor.bureau, connection)
        // Records keep no code of a model that could follow.
        guard correction.field != .model else { return }
        try ReferenceStore.enqueue(
            correction.field, spelling: correction.key, bureau: actor.bureau, by: actor.name, connection
        )
    }

    private static func named(_ kept: ReferenceStore.Kept, _ table: ReferenceTable) -> Correction {
        Correction(
            id: kept.id, bureau: kept.bureau, correction: kept.correction,
            meaningName: kept.correction.field.meaning(kept.correction.meaning, table)?.name
                ?? kept.correction.meaning,
            user: kept.user, createdAt: kept.createdAt
        )
    }

    private static func textFailures(_ field: String, _ text: String) -> [FieldFailure] {
        if text.isEmpty { return [FieldFailure(field, "required")] }
        // The table looks at bytes, so that a text in another script may be shorter.
        if text.utf8.count > longestText {
            return [FieldFailure(field, "too-long", value: text, arguments: ["maximum": "\(longestText)"])]
        }
        return []
    }
}
