import Firearms
import Matching
import Storage

/// Matching after the event: every record that is entered or changed is held against earlier checks of other bureaus
/// and against their records, and what agrees becomes a potential hit. What a kind of record is held against stands in
/// an extension of its own.
///
/// It follows the journal. Its position moves on in the transaction that adds the hits, so that after a crash nothing
/// is matched twice or forgotten, and two processes never do the same work.
public struct HitMatcher: Sendable {
    let context: RegistryContext

    private static let follower = "hit-matcher"
    private static let entriesPerStep = 200

    /// Agreement from which the system itself makes a potential hit: an equal number with nothing against it, or a
    /// confusable one with make and calibre agreeing.
    static let leastScore = 0.75

    /// Works off what the journal holds beyond the matcher's position, one step of entries at most.
    /// - Returns: how many entries were gone through; 0 when there is nothing to do.
    public func advance() async throws -> Int {
        let (position, entries) = try await context.database.read { connection in
            let position = try HitStore.position(of: Self.follower, connection)
            return (position, try connection.journalEntries(after: position, limit: Self.entriesPerStep))
        }
        guard let last = entries.last else { return 0 }
        let changes = Self.changes(entries)
        let drafts = try await context.database.read { connection in
            try changes.flatMap { try self.drafts(for: $0, connection) }
        }
        let now = context.now()
        try await context.database.write { connection in
            guard try HitStore.advance(Self.follower, from: position, to: last.sequence, connection) else { return }
            for draft in drafts {
                let actor = Actor.system(bureau: draft.numberedBy)
                let journalled = JournalledConnection(base: connection, actor: actor, time: now)
                _ = try HitStore.insert(draft.hit, numberedBy: draft.numberedBy, journalled)
            }
        }
        return entries.count
    }

    /// Something that was entered or changed, and the latest entry of the journal that tells of it.
    private struct Change: Hashable {
        var object: String
        var entry: Int64
    }

    /// The changes that may give rise to hits, each thing once, in the order of their names.
    private static func changes(_ entries: [JournalEntry]) -> [Change] {
        let objects = entries.filter(mayMatch).map { ($0.object, $0.sequence) }
        return Dictionary(objects, uniquingKeysWith: max).map { Change(object: $0, entry: $1) }
            .sorted { $0.object < $1.object }
    }

    /// Whether an entry tells of a new record, or of a change to the object of one.
    private static func mayMatch(_ entry: JournalEntry) -> Bool {
        switch entry.action {
        case "record.create", "document.create", "vehicle.create", "notice.published": true
        case "record.change": entry.details.contains("firearm.")
        case "document.change": entry.details.contains("document.")
        case "vehicle.change": entry.details.contains("vehicle.")
        case "notice.addendum": ["person", "entity"].contains { entry.details.contains($0) }
        default: false
        }
    }

    /// A hit to be made, and the bureau in whose name it is numbered and journalled.
    struct Draft: Sendable {
        var hit: HitStore.Draft
        var numberedBy: String
    }

    private func drafts(for change: Change, _ connection: any ReadConnection) throws -> [Draft] {
        let parts = change.object.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return [] }
        let drafts =
            switch parts[0] {
            case "record": try drafts(forFirearm: parts[1], enteredAt: change.entry, connection)
            case "document": try drafts(forDocument: parts[1], enteredAt: change.entry, connection)
            case "notice": try drafts(forNotice: parts[1], enteredAt: change.entry, connection)
            case "vehicle": try drafts(forVehicle: parts[1], enteredAt: change.entry, connection)
            default: [Draft]()
            }
        return drafts.enumerated().filter { index, draft in
            !drafts[..<index].contains { $0.hit.isSamePair(as: draft.hit) }
        }.map(\.element)
    }
}
