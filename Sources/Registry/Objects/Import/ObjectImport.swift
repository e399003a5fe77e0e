public import DelimitedText
import Firearms
import Storage

/// What an import takes where a row is silent.
public struct ObjectImportDefaults<Object: ImportedObject>: Sendable {
    /// Why the objects are on record.
    public var recordClass: Object.Class?
    /// What the records may be used for.
    public var purpose: Purpose
    /// How secret the records are.
    public var handling: HandlingLevel
    /// Order of day and month in dates that do not say; nil refuses them.
    public var dateOrder: WrittenDate.Order?

    /// States what is taken.
    public init(
        recordClass: Object.Class? = nil, purpose: Purpose = .identifyObjects,
        handling: HandlingLevel = .officialUseOnly, dateOrder: WrittenDate.Order? = nil
    ) {
        self.recordClass = recordClass
        self.purpose = purpose
        self.handling = handling
        self.dateOrder = dateOrder
    }
}

/// A file of documents or vehicles on its way into the registry, with a verdict for every row.
///
/// There is no state beside the records: a file that was stopped is imported again, and the rows that were entered
/// already are refused with the numbers of their records.
public struct ObjectImport<Object: ImportedObject>: Sendable {
    let context: RegistryContext

    /// Fields that every kind of object has.
    private static var commonFields: [(field: String, headings: [String])] {
        [
            ("class", ["status", "clase", "classe", "motivo", "situacion", "situacao"]),
            ("event-date", ["date", "fecha", "data", "fecha del hecho"]), ("place", ["lugar", "local"]),
            ("circumstances", ["remarks", "notes", "circunstancias", "observaciones", "observacoes"]),
            ("national-reference", ["reference", "case", "referencia", "expediente", "processo"]),
            ("purpose", []), ("handling", []),
        ]
    }

    /// The field of each heading; nil for a heading that names none, and where a field was named before.
    public static func fields(of headings: [String]) -> [String?] {
        var taken: Set<String> = []
        return headings.map { heading in
            let word = ImportMapping.compared(heading)
            let found = (Object.importFields + commonFields).first { field, names in
                !taken.contains(field) && (field.replacing("-", with: " ") == word || names.contains(word))
            }
            if let field = found?.field { taken.insert(field) }
            return found?.field
        }
    }

    /// Whether any of the fields says something of an object.
    static func nameObjects(_ fields: [String?]) -> Bool {
        fields.contains { field in Object.importFields.contains { $0.field == field } }
    }

    /// Goes through a file.
    /// - Parameters:
    ///   - isDryRun: whether nothing is entered; rows that are the same as others of the file are then not noticed.
    ///   - verdict: told of every row that is refused, in the order of the file.
    /// - Returns: how many rows became records, or would, and how many were refused.
    /// - Throws: `DelimitedTextError` for a file that cannot be read to its end, `RegistryError` `invalid` where no
    ///   heading names a number, `forbidden`; rows entered before stay.
    public func run(
        _ reader: consuming DelimitedReader, _ defaults: ObjectImportDefaults<Object>, isDryRun: Bool, _ actor: Actor,
        verdict: (ImportVerdict) throws -> Void
    ) async throws -> ImportProgress {
        try Access.require(.importRecords, actor)
        var reader = reader
        let fields = Self.fields(of: try reader.next()?.fields ?? [])
        guard Self.nameObjects(fields) else {
            throw RegistryError(.invalid, subject: reader.file, failures: [FieldFailure("columns", "required")])
        }
        var progress = ImportProgress()
        while true {
            var rows: [DelimitedRow] = []
            while rows.count < context.settings.importRowsPerTransaction, let row = try reader.next() {
                rows.append(row)
            }
            if rows.isEmpty { return progress }
            let drafts = rows.map { draft($0, fields, defaults) }
            let failures = try await enter(drafts, isDryRun: isDryRun, actor)
            for (row, failures) in zip(rows, failures) {
                progress.number = row.number
                progress.line = row.line
                if failures.isEmpty {
                    progress.accepted += 1
                } else {
                    progress.refused += 1
                    try verdict(
                        ImportVerdict(
                            row: row.number, line: row.line, isRefused: true, failures: failures, fields: row.fields))
                }
            }
            try Task.checkCancellation()
        }
    }

    typealias Draft = Result<ObjectContent<Object>, RegistryError>

    /// What a row states, made ready to be entered, or what is wrong with it.
    func draft(_ row: DelimitedRow, _ fields: [String?], _ defaults: ObjectImportDefaults<Object>) -> Draft {
        var values: [String: String] = [:]
        for (field, text) in zip(fields, row.fields) {
            let text = text.trimmingCharacters
            if let field, !text.isEmpty { values[field] = text }
        }
        var read = ObjectRow(values, dateOrder: defaults.dateOrder)
        let object = Object(&read)
        let recordClass = read.value("class") { Object.recordClass(worded: $0) } ?? defaults.recordClass
        let purpose = read.value("purpose") { Purpose(rawValue: $0) } ?? defaults.purpose
        let handling = read.value("handling") { HandlingLevel(rawValue: $0) } ?? defaults.handling
        let eventDate = read.date("event-date")
        var failures = read.failures
        if recordClass == nil, values["class"] == nil { failures.append(FieldFailure("class", "required")) }
        // A row without a class is held to the other rules all the same, so that all its errors are told at once.
        let content = ObjectContent(
            recordClass: recordClass ?? Object.Class.allCases[Object.Class.allCases.startIndex], object: object,
            eventDate: eventDate, place: values["place"], circumstances: values["circumstances"],
            nationalReference: values["national-reference"], purpose: purpose, handling: handling
        )
        do {
            let prepared = try ObjectService<Object>(context: context).prepare(content)
            return failures.isEmpty ? .success(prepared) : .failure(RegistryError(.invalid, failures: failures))
        } catch {
            return .failure(RegistryError(.invalid, failures: failures + error.failures))
        }
    }

    /// Enters the drafts in one transaction.
    /// - Returns: what was wrong with each; nothing for those that were entered.
    private func enter(_ drafts: [Draft], isDryRun: Bool, _ actor: Actor) async throws -> [[FieldFailure]] {
        if isDryRun {
            return try await context.database.read { connection in
                try drafts.map { try Self.tryOut($0, bureau: actor.bureau, connection) }
            }
        }
        return try await context.write(actor) { connection in try drafts.map { try Self.enter($0, connection) } }
    }

    /// What would be wrong with entering a draft.
    static func tryOut(_ draft: Draft, bureau: String, _ connection: any ReadConnection) throws -> [FieldFailure] {
        try failures(draft) { content in
            let first = try ObjectService.duplicate(of: content.object, bureau: bureau, connection)
            if let first { throw ObjectService.duplicateError(first, content.object) }
        }
    }

    /// Enters a draft.
    /// - Returns: what was wrong with it; nothing where it was entered.
    static func enter(_ draft: Draft, _ connection: JournalledConnection) throws -> [FieldFailure] {
        try failures(draft) { content in _ = try ObjectService.enter(content, connection) }
    }

    private static func failures(
        _ draft: Draft, _ enter: (ObjectContent<Object>) throws -> Void
    ) throws -> [FieldFailure] {
        do {
            try enter(try draft.get())
            return []
        } catch let error as RegistryError where !error.failures.isEmpty {
            return error.failures
        }
    }
}

extension String {
    /// Without white space at both ends.
    fileprivate var trimmingCharacters: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
