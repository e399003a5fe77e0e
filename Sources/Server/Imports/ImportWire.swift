import DelimitedText
import Registry
import Storage

/// An import as the API writes it.
struct ImportAnswer: Encodable {
    struct Mapping: Encodable {
        /// One entry per column; null for a column that is left out.
        var columns: [String?]
        var defaultClass: String
        var defaultPurpose: String
        var defaultHandling: String
        var dayComesFirst: Bool?
    }

    var id: String
    /// What the rows are: `firearm`, `document` or `vehicle`.
    var kind: String
    var fileName: String
    var state: String
    var size: Int64
    var offset: UInt64
    var encoding: String
    var delimiter: String
    var headings: [String]
    var samples: [[String]]
    var mapping: Mapping
    var rows: Int
    var accepted: Int
    var warned: Int
    var refused: Int
    var failure: String?
    var createdAt: String

    init(_ job: ImportJob) {
        id = job.id.description
        kind = job.mapping.objectKind?.rawValue ?? "firearm"
        fileName = job.fileName
        state = job.state.rawValue
        size = job.size
        offset = job.progress.offset
        encoding = job.format.encoding.rawValue
        delimiter = job.format.delimiter.description
        headings = job.headings
        samples = job.samples
        mapping = Mapping(
            columns: job.mapping.columns.map { $0?.rawValue }, defaultClass: job.mapping.defaultClass.rawValue,
            defaultPurpose: job.mapping.defaultPurpose.rawValue,
            defaultHandling: job.mapping.defaultHandling.rawValue, dayComesFirst: job.mapping.dayComesFirst
        )
        rows = job.progress.rows
        accepted = job.progress.accepted
        warned = job.progress.warned
        refused = job.progress.refused
        failure = job.failure
        createdAt = job.createdAt.description
    }
}

/// What was decided about one row, as the API writes it.
struct ImportVerdictAnswer: Encodable {
    var row: Int
    var line: Int
    var isRefused: Bool
    var errors: [ProblemDocument.FieldError]

    init(_ verdict: ImportVerdict, in language: Language) {
        row = verdict.row
        line = verdict.line
        isRefused = verdict.isRefused
        errors = verdict.failures.map {
            .init(field: $0.field, code: $0.code, value: $0.value, message: language.failure($0.code, $0.arguments))
        }
    }
}

/// Reads a mapping from a JSON body.
enum ImportMappingInput {
    static func mapping(_ body: inout JSONBody) -> ImportMapping {
        let columns = body.optionalStrings("columns").map { text -> ImportField? in
            guard let text, !text.isEmpty else { return nil }
            if let field = ImportField(rawValue: text) { return field }
            body.note("columns", "unknown-code", text)
            return nil
        }
        return ImportMapping(
            columns: columns, defaultClass: body.code("defaultClass") { RecordClass(rawValue: $0) } ?? .stolen,
            defaultPurpose: body.code("defaultPurpose") { Purpose(rawValue: $0) } ?? .identifyObjects,
            defaultHandling: body.code("defaultHandling") { HandlingLevel(rawValue: $0) } ?? .officialUseOnly,
            dayComesFirst: body.boolean("dayComesFirst")
        )
    }
}
