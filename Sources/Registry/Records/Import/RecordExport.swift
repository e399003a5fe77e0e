import DelimitedText
import Firearms
import Storage

/// Writing records as a delimited file in the columns an import reads.
public struct RecordExport: Sendable {
    let context: RegistryContext

    private static let recordsPerStep = 1_000
    private static let fields: [ImportField] = ImportField.allCases

    /// Streams every record the actor may know of, heading first.
    /// - Parameters:
    ///   - filter: narrows the export.
    ///   - sink: takes pieces of UTF-8.
    /// - Returns: how many records were written.
    @discardableResult
    public func write(
        _ filter: RecordFilter, _ actor: Actor, to sink: ([UInt8]) async throws -> Void
    ) async throws -> Int {
        try Access.require(.exportRecords, actor)
        try await sink(
            try Self.bytes([["record number", "owner", "status"] + Self.fields.map { $0.headings.first ?? $0.rawValue }])
        )
        var last: Int64 = 0
        var count = 0
        while true {
            let after = last
            let records = try await context.database.read {
                try RecordListStore.records(filter, after: after, limit: Self.recordsPerStep, actor, $0)
            }
            guard let end = records.last else { break }
            try await sink(try Self.bytes(records.map { Self.row($0, actor) }))
            count += records.count
            last = end.sequence
            try Task.checkCancellation()
        }
        let total = count
        try await context.write(actor) { try $0.journal("record.export", "records", ["count": "\(total)"]) }
        return count
    }

    private static func bytes(_ rows: [[String]]) throws -> [UInt8] {
        try DelimitedWriter.bytes(rows, format: DelimitedFormat())
    }

    /// Restrictions are told to the owner alone: to others they say what the owner fears.
    private static func row(_ record: ExportedRecord, _ actor: Actor) -> [String] {
        [record.number, record.bureau, record.status.rawValue]
            + fields.map { text(of: $0, record.content, isOwner: record.bureau == actor.bureau) }
    }

    private static func text(of field: ImportField, _ content: RecordContent, isOwner: Bool) -> String {
        let firearm = content.firearm
        return switch field {
        case .serial: firearm.primaryNumber?.text ?? ""
        case .otherSerial: firearm.numbers.first { $0 != firearm.primaryNumber }?.text ?? ""
        case .serialState: firearm.primaryNumber?.state.rawValue ?? ""
        case .type: firearm.type?.rawValue ?? ""
        case .action: firearm.action?.rawValue ?? ""
        case .make: firearm.make ?? ""
        case .model: firearm.model ?? ""
        case .calibre: firearm.calibre ?? ""
        case .countryOfManufacture: firearm.countryOfManufacture?.code ?? ""
        case .countryOfImport: firearm.countryOfImport?.code ?? ""
        case .importer: firearm.importer ?? ""
        case .importYear: firearm.importYear.map { "\($0)" } ?? ""
        case .yearMade: firearm.yearMade.map { "\($0)" } ?? ""
        case .barrelLength: firearm.barrelLengthMillimetres.map { "\($0)" } ?? ""
        case .finish: firearm.finish ?? ""
        case .conversion: firearm.conversion?.rawValue ?? ""
        case .recordClass: content.recordClass.rawValue
        case .eventDate: content.eventDate?.description ?? ""
        case .eventDateEnd: content.eventDateEnd?.description ?? ""
        case .place: content.place ?? ""
        case .circumstances: content.circumstances ?? ""
        case .nationalReference: content.nationalReference ?? ""
        case .purpose: content.purpose.rawValue
        case .handling: content.handling.rawValue
        case .hiddenFrom: isOwner ? (content.hiddenFrom ?? []).map(\.code).joined(separator: " ") : ""
        case .retentionUntil: content.retentionUntil?.description ?? ""
        }
    }
}
