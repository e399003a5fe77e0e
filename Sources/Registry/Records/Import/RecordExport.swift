import DelimitedText
import Firearms
import Storage

/// Writing records as a delimited file in the columns an import reads.
public struct RecordExport: Sendable {
    let context: RegistryContext

    private static let recordsPerStep = 1_000
    private static let fields: [ImportField] = ImportField.allCases

    /// One step of an export.
    public struct Piece: Sendable {
        /// UTF-8 text of whole rows.
        public var bytes: [UInt8]
        /// How many records it holds.
        public var count: Int
        /// Where the next step begins; nil after the last.
        public var next: Int64?
    }

    /// The heading, journalled as a disclosure before the first record leaves.
    public func start(_ filter: RecordFilter, _ actor: Actor) async throws -> Piece {
        try Access.require(.exportRecords, actor)
        try await context.write(actor) { connection in
            try connection.journal("record.export", "records", ["bureau": filter.bureau ?? "every"])
        }
        let heading = ["record number", "owner", "status"] + Self.fields.map { $0.headings.first ?? $0.rawValue }
        return Piece(bytes: try Self.bytes([heading]), count: 0, next: 0)
    }

    /// The next records the actor may know of, in the order in which they were entered.
    /// - Parameter place: `next` of the piece before.
    public func piece(_ filter: RecordFilter, from place: Int64, _ actor: Actor) async throws -> Piece {
        try Access.require(.exportRecords, actor)
        let records = try await context.database.read {
            try RecordListStore.records(filter, after: place, limit: Self.recordsPerStep, actor, $0)
        }
        return Piece(
            bytes: try Self.bytes(records.map { Self.row($0, actor) }), count: records.count,
            next: records.count == Self.recordsPerStep ? records.last?.sequence : nil
        )
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
        case .serialPart: firearm.primaryNumber?.part.rawValue ?? ""
        case .otherSerial: firearm.otherNumbersText
        case .serialState: firearm.primaryNumber?.state.rawValue ?? ""
        case .type: firearm.type?.rawValue ?? firearm.typeWritten ?? ""
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
        case .marks: firearm.marksText
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
