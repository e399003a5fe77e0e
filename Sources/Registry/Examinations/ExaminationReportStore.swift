import Foundation
import Storage

/// Issued reports in the database. Rows are added and never changed.
enum ExaminationReportStore {
    static let migration = Migration(name: "examination reports") { dialect in
        [
            """
            CREATE TABLE examination_reports (
                sequence \(dialect.identityColumn),
                number TEXT NOT NULL UNIQUE,
                examination BIGINT NOT NULL REFERENCES examinations(sequence),
                version INTEGER NOT NULL,
                sha256 TEXT NOT NULL,
                text TEXT NOT NULL,
                issued_by TEXT NOT NULL,
                issued_at BIGINT NOT NULL,
                UNIQUE (examination, version)
            )
            """,
            "CREATE INDEX examination_reports_by_hash ON examination_reports(sha256)",
            """
            CREATE TABLE examination_report_pages (
                report BIGINT NOT NULL REFERENCES examination_reports(sequence),
                language TEXT NOT NULL,
                sha256 TEXT NOT NULL,
                made_at BIGINT NOT NULL,
                PRIMARY KEY (report, language)
            )
            """,
            "CREATE INDEX examination_report_pages_by_hash ON examination_report_pages(sha256)",
        ]
    }

    /// The bytes a report's hash is over.
    static func canonicalText(_ content: ReportContent) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(content), as: UTF8.self)
    }

    private static let supersededBy = """
        (SELECT n.number FROM examination_reports n WHERE n.examination = r.examination AND n.version = r.version + 1)
        """

    /// Adds a report.
    static func insert(
        _ content: ReportContent, _ examination: Examination, version: Int, _ connection: JournalledConnection
    ) throws {
        let text = try canonicalText(content)
        try connection.execute(
            """
            INSERT INTO examination_reports(number, examination, version, sha256, text, issued_by, issued_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text(content.number), .integer(examination.sequence), .integer(version),
                BlobHash(of: text.utf8).databaseValue, .text(text), .text(connection.actor.displayName),
                connection.time.databaseValue,
            ]
        )
    }

    /// How many reports of an examination there are.
    static func count(of examination: Int64, _ connection: any ReadConnection) throws -> Int {
        try connection.count("SELECT COUNT(*) FROM examination_reports WHERE examination = ?", [.integer(examination)])
    }

    /// The reports that meet a condition on `r` and `x`, as far as the actor may know of their examination and is not
    /// kept blind in it; oldest first.
    static func reports(
        where condition: String, _ values: [DatabaseValue], _ actor: Actor, _ connection: any ReadConnection
    ) throws -> [ExaminationReport] {
        var rule = AccessStore.mayKnowExamination(actor)
        if Access.isExaminer(actor) {
            rule.sql += """
                 AND (x.state NOT IN ('opened', 'awaiting-verification', 'disagreed') \
                OR \(ExaminationStore.hasConcluded))
                """
            rule.values.append(.text(actor.name))
        }
        return try connection.rows(
            """
            SELECT r.number, x.number, x.bureau, r.issued_by, r.issued_at, r.sha256, \(supersededBy), r.text
            \(ExaminationStore.source) JOIN examination_reports r ON r.examination = x.sequence
            WHERE \(rule.sql) AND (\(condition)) ORDER BY r.sequence
            """,
            rule.values + values
        ) { row in
            ExaminationReport(
                number: row.text(0), examination: row.text(1), bureau: row.text(2), issuer: row.text(3),
                issuedAt: row.moment(4), hash: try row.blobHash(5), supersededBy: row.optionalText(6),
                text: row.text(7), content: try DocumentCoding.value(ReportContent.self, from: row.text(7))
            )
        }
    }

    // MARK: Pages

    /// The hash of the printed pages in a language, of a report the caller has read under its rule.
    static func pages(
        of report: String, language: String, _ connection: any ReadConnection
    ) throws -> BlobHash? {
        try connection.first(
            """
            SELECT p.sha256 FROM examination_report_pages p JOIN examination_reports r ON r.sequence = p.report
            WHERE r.number = ? AND p.language = ?
            """,
            [.text(report), .text(language)]
        ) { try $0.blobHash(0) }
    }

    /// Keeps the printed pages in a language, unless they were printed meanwhile.
    static func insertPages(
        _ hash: BlobHash, of report: String, language: String, at time: Moment, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO examination_report_pages(report, language, sha256, made_at)
            SELECT sequence, ?, ?, ? FROM examination_reports WHERE number = ? ON CONFLICT DO NOTHING
            """,
            [.text(language), hash.databaseValue, time.databaseValue, .text(report)]
        )
    }

    /// What a hash belongs to. Whoever has the hash has the report: no row rule applies.
    static func verification(
        of hash: BlobHash, _ connection: any ReadConnection
    ) throws -> ReportVerification? {
        func found(_ form: ReportVerification.Form, _ tables: String, _ column: String) throws -> ReportVerification? {
            try connection.first(
                """
                SELECT r.number, x.bureau, r.issued_at, \(supersededBy) FROM \(tables)
                JOIN examinations x ON x.sequence = r.examination WHERE \(column) = ?
                """,
                [hash.databaseValue]
            ) { row in
                ReportVerification(
                    number: row.text(0), bureau: row.text(1), issuedAt: row.moment(2), form: form,
                    supersededBy: row.optionalText(3)
                )
            }
        }
        return try found(.statement, "examination_reports r", "r.sha256")
            ?? found(
                .pages, "examination_report_pages p JOIN examination_reports r ON r.sequence = p.report", "p.sha256"
            )
    }
}
