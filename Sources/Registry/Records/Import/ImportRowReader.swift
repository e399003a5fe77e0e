import DelimitedText
import Firearms
import Foundation

/// Turns one row of a file into a record's content, collecting everything that is wrong or doubtful.
struct ImportRowReader: Sendable {
    let mapping: ImportMapping
    let dateOrder: WrittenDate.Order?
    let today: CalendarDate
    let settings: RegistrySettings
    /// The reference table of the bureau.
    let table: BureauTable
    /// The retention date of rows that give none; worked out once, not for every row.
    private let latestRetention: CalendarDate

    init(
        mapping: ImportMapping, dateOrder: WrittenDate.Order?, today: CalendarDate,
        settings: RegistrySettings, table: BureauTable
    ) {
        self.mapping = mapping
        self.dateOrder = dateOrder
        self.today = today
        self.settings = settings
        self.table = table
        latestRetention = today.adding(days: settings.recordRetentionDays)
    }

    /// The same with another version of the bureau's table.
    func with(_ table: BureauTable) -> ImportRowReader {
        ImportRowReader(mapping: mapping, dateOrder: dateOrder, today: today, settings: settings, table: table)
    }

    /// What one row gave.
    struct Outcome: Sendable {
        /// Content ready to be stored; nil where the row is refused.
        var prepared: PreparedContent?
        var refusals: [FieldFailure] = []
        var warnings: [FieldFailure] = []
        /// How well each field was understood that holds more than free text.
        var readings: [ColumnReading] = []
    }

    /// - Parameter reader: remembers the texts of earlier rows.
    func read(_ row: DelimitedRow, _ reader: inout DescriptionReader) -> Outcome {
        var draft = Draft(mapping: mapping, dateOrder: dateOrder, today: today)
        if row.fields.count > mapping.columns.count,
            row.fields[mapping.columns.count...].contains(where: { !$0.isEmpty })
        {
            draft.refusals.append(
                FieldFailure(
                    "row", "too-many-columns", value: row.fields[mapping.columns.count],
                    arguments: ["expected": "\(mapping.columns.count)", "found": "\(row.fields.count)"]
                )
            )
        }
        for (column, text) in row.fields.enumerated().prefix(mapping.columns.count) {
            guard let field = mapping.columns[column] else { continue }
            let text = Self.withoutFormulaGuard(Self.trimmed(text))
            if !text.isEmpty { draft.take(text, field, column: column) }
        }
        return finish(draft, &reader)
    }

    private func finish(_ draft: Draft, _ reader: inout DescriptionReader) -> Outcome {
        var draft = draft
        if draft.firearm.numbers.isEmpty { draft.warnings.append(FieldFailure("serial", "missing")) }
        let described = draft.described(&reader)
        if let written = described.typeWritten, described.type == nil {
            draft.warnings.append(FieldFailure("type", "unknown-value", value: written))
        }
        if let make = described.make, described.makeCode == nil {
            draft.warnings.append(FieldFailure("make", "not-in-reference-table", value: make))
        }
        if let calibre = described.calibre, described.calibreCode == nil {
            draft.warnings.append(FieldFailure("calibre", "not-in-reference-table", value: calibre))
        }
        var content = draft.content(described)
        if content.retentionUntil == nil { content.retentionUntil = latestRetention }
        draft.refusals += RecordValidation.failures(content, today: today, settings: settings)
        var outcome = Outcome(refusals: draft.refusals, warnings: draft.warnings, readings: draft.readings)
        if outcome.refusals.isEmpty { outcome.prepared = PreparedContent(content) }
        return outcome
    }

    /// Without the apostrophe that an export sets before what a spreadsheet would take for a formula.
    private static func withoutFormulaGuard(_ text: String) -> String {
        guard text.utf8.first == UInt8(ascii: "'"), let second = text.unicodeScalars.dropFirst().first else {
            return text
        }
        return "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(second)
            ? String(text.dropFirst()) : text
    }

    /// Without the white space around it; most fields have none, and are returned as they are.
    private static func trimmed(_ text: String) -> String {
        func isSpace(_ byte: UInt8?) -> Bool { byte.map { $0 <= 0x20 || $0 >= 0x80 } ?? false }
        guard isSpace(text.utf8.first) || isSpace(text.utf8.last) else { return text }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
