import Firearms
import Storage

/// Bringing records in line with what their texts mean now.
extension ReferenceService {
    /// Row numbers that one step goes through.
    private static let rowsPerStep: Int64 = 20_000
    /// Records that are changed in one transaction, so that others wait for moments only.
    private static let recordsPerTransaction = 200

    /// Goes on with the work that corrections and own rows made: records whose texts mean something else now get a new
    /// version with the new code. It may stop at any moment and goes on where it was; two processes do nothing twice.
    /// - Returns: how much was done; 0 when nothing is left to do.
    public func advance() async throws -> Int {
        guard let work = try await context.database.read({ try ReferenceStore.nextWork($0) }) else { return 0 }
        let end = work.position + Self.rowsPerStep
        let (changed, isLast) = try await context.database.read { connection in
            let table = try context.tables.table(of: work.bureau, connection).table
            let records = try ReferenceStore.described(work, through: end, connection).filter {
                Self.isOther($0, work, table)
            }
            return (records.map(\.record), try RecordStore.lastSequence(connection) <= end)
        }
        var present = work
        var rest = changed[...]
        while true {
            let batch = Array(rest.prefix(Self.recordsPerTransaction))
            rest = rest.dropFirst(batch.count)
            let position = rest.isEmpty ? (isLast ? nil : end) : batch.last
            guard try await describeAnew(batch, present, position) else { return 1 }
            guard let position, !rest.isEmpty else { return max(changed.count, 1) }
            present.position = position
            try Task.checkCancellation()
        }
    }

    /// Whether records of the actor's bureau are still being brought in line.
    public func isAtWork(_ actor: Actor) async throws -> Bool {
        try await context.database.read { try ReferenceStore.workCount(of: actor.bureau, $0) > 0 }
    }

    private static func isOther(
        _ record: ReferenceStore.Described, _ work: ReferenceWork, _ table: ReferenceTable
    ) -> Bool {
        if !work.spelling.isEmpty, SpellingCorrection.key(work.field, record.text) != work.spelling { return false }
        return switch work.field {
        case .make, .model: table.make(record.text)?.value.code != record.code
        case .calibre: table.calibre(record.text, type: record.type)?.value.code != record.code
        case .type: table.type(record.text)?.value.rawValue != record.code
        }
    }

    /// - Returns: false where somebody else went on with the work meanwhile; nothing is changed then.
    private func describeAnew(_ records: [Int64], _ work: ReferenceWork, _ position: Int64?) async throws -> Bool {
        let context = context
        let known = try await context.database.read {
            try SessionStore.actor(userNamed: work.user, channel: .system, $0)
        }
        return try await context.write(known ?? .system(bureau: work.bureau)) { connection in
            guard try ReferenceStore.advance(work, to: position, connection) else { return false }
            let table = try context.tables.table(of: work.bureau, connection).table
            for sequence in records {
                guard let record = try RecordStore.record(sequence: sequence, connection),
                    record.bureau == work.bureau, record.status.isSearchable
                else { continue }
                var content = record.content
                content.firearm = RecordCompletion.describe(content.firearm, table)
                let fields = RecordDifference.fields(record.content, content)
                if fields.isEmpty { continue }
                try RecordStore.replace(
                    record, status: record.status, with: PreparedContent(content), by: work.user,
                    reason: "reference", at: connection.time, connection
                )
                try connection.journal(
                    "record.change", "record:\(record.number)",
                    ["fields": fields.joined(separator: " "), "reference": work.field.rawValue]
                )
            }
            return true
        }
    }
}
