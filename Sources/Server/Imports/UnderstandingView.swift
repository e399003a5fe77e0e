import Firearms
import Registry

/// How much of an import's columns was understood, as its pages show it.
struct UnderstandingView: Sendable {
    struct Column: Sendable {
        var heading: String
        var field: String
        var filled: String
        var sure: String
        var doubtful: String
        var unknown: String
        /// Shares of the bar, 0 to 100, and where the second and the third begin.
        var sureShare: Int
        var doubtfulShare: Int
        var unknownShare: Int
        var unknownStart: Int
        var texts: [Text]
        /// That more texts are not shown, if there are any.
        var more: String?
    }

    /// A text that a person should look at.
    struct Text: Sendable {
        var text: String
        var count: String
        var state: Badge
        /// What it was taken for.
        var meaning: String?
        /// The form with which its meaning is decided; absent for texts that have no table.
        var form: Form?
    }

    struct Form: Sendable {
        /// `make`, `model`, `calibre` or `type`.
        var field: String
        var written: String
    }

    var columns: [Column]
    /// Whether any text may be corrected.
    var mayCorrect: Bool
    /// Names that may be chosen.
    var makes: [String]
    var calibres: [String]
    var types: [Choice]

    /// Texts of each column that are shown.
    static let mostTexts = 12

    init(_ columns: [ColumnUnderstanding], headings: [String], table: ReferenceTable, in language: Language) {
        self.columns = columns.map { column in
            let (sure, doubtful) = (Self.share(column.sure, column.filled), Self.share(column.doubtful, column.filled))
            return Column(
                heading: headings.indices.contains(column.column) ? headings[column.column] : "",
                field: language.label("import-field", column.field.rawValue),
                filled: language.number(column.filled), sure: Self.part(column.sure, of: column.filled, language),
                doubtful: Self.part(column.doubtful, of: column.filled, language),
                unknown: Self.part(column.unknown, of: column.filled, language),
                sureShare: sure, doubtfulShare: doubtful, unknownShare: max(0, 100 - sure - doubtful),
                unknownStart: sure + doubtful,
                texts: column.texts.prefix(Self.mostTexts).map { Self.text($0, column.field, table, language) },
                more: column.texts.count > Self.mostTexts ? language.text("understanding.more") : nil
            )
        }
        mayCorrect = self.columns.contains { $0.texts.contains { $0.form != nil } }
        makes = table.makes.map(\.name)
        calibres = table.calibres.map(\.name)
        types = FirearmType.all.map { Choice(value: $0.rawValue, label: language.label("type", $0.rawValue)) }
    }

    private static func text(
        _ text: ColumnText, _ field: ImportField, _ table: ReferenceTable, _ language: Language
    ) -> Text {
        let corrected = SpellingCorrection.Field(rawValue: field.rawValue)
        return Text(
            text: text.text, count: language.number(text.count),
            state: language.badge("understanding", text.understanding.rawValue),
            meaning: text.meaning.map { name(of: $0, field, table, language) },
            form: corrected.flatMap { field in
                text.text.utf8.count <= ReferenceService.longestText
                    ? Form(field: field.rawValue, written: text.text) : nil
            }
        )
    }

    private static func name(
        of code: String, _ field: ImportField, _ table: ReferenceTable, _ language: Language
    ) -> String {
        switch field {
        case .make: table.make(code: code)?.name ?? code
        case .calibre: table.calibre(code: code)?.name ?? code
        case .model: table.model(reference: code)?.name ?? code
        case .type: language.label("type", code)
        default: code
        }
    }

    /// `1 204 (93 %)`.
    private static func part(_ count: Int, of all: Int, _ language: Language) -> String {
        all == 0 ? language.number(count) : "\(language.number(count)) (\(share(count, all))\u{202F}%)"
    }

    /// Rounded, but never to all where something is missing or to nothing where something is there.
    private static func share(_ count: Int, _ all: Int) -> Int {
        guard all > 0, count > 0 else { return 0 }
        if count == all { return 100 }
        return min(99, max(1, Int((Double(count) / Double(all) * 100).rounded())))
    }
}

extension Site {
    /// How much of an import was understood, for its page.
    func understanding(_ job: ImportJob, _ context: WebContext, in language: Language) async throws
        -> UnderstandingView?
    {
        let actor = try context.requireActor()
        let columns = try await registry.imports.understanding(job.id, texts: UnderstandingView.mostTexts + 1, actor)
        if columns.isEmpty { return nil }
        let table = try await registry.reference.table(actor)
        return UnderstandingView(columns, headings: job.headings, table: table, in: language)
    }
}
