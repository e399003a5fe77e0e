import Firearms
import Registry
import Storage

/// A correction as the API writes it.
struct CorrectionAnswer: Encodable {
    var id: String
    var field: String
    var written: String
    var meaning: String
    var meaningName: String
    var user: String
    var createdAt: String

    init(_ correction: Correction) {
        id = correction.id.description
        field = correction.correction.field.rawValue
        written = correction.correction.written
        meaning = correction.correction.meaning
        meaningName = correction.meaningName
        user = correction.user
        createdAt = correction.createdAt.description
    }
}

/// The corrections in force.
struct CorrectionsAnswer: Encodable {
    var corrections: [CorrectionAnswer]
    /// Whether records are still being brought in line.
    var isAtWork: Bool
}

/// A row of a bureau's own as the API writes it.
struct ReferenceEntryAnswer: Encodable {
    var kind: String
    var key: String
    /// The fields by the names of their columns.
    var fields: [String: String]

    init(_ entry: ReferenceEntry) {
        kind = entry.kind.rawValue
        key = entry.key
        fields = Dictionary(zip(entry.kind.columns, entry.fields), uniquingKeysWith: { first, _ in first })
    }
}

/// What an import of own rows did, as the API writes it.
struct ReferenceImportAnswer: Encodable {
    struct Verdict: Encodable {
        var line: Int
        var outcome: String
        var entry: ReferenceEntryAnswer?
        var errors: [ProblemDocument.FieldError]
    }

    var isKept: Bool
    var verdicts: [Verdict]

    init(_ result: ReferenceImport, in language: Language) {
        isKept = result.isKept
        verdicts = result.verdicts.map { verdict in
            Verdict(
                line: verdict.line, outcome: verdict.outcome.rawValue,
                entry: verdict.entry.map(ReferenceEntryAnswer.init),
                errors: verdict.failures.map {
                    .init(
                        field: $0.field, code: $0.code, value: $0.value,
                        message: language.failure($0.code, $0.arguments)
                    )
                }
            )
        }
    }
}
