import Foundation
import InstallationDatabase

/// Writes cases, exhibits, marks, scans and preparations as the registry would.
struct MarkWriter {
    private let database: InstallationDatabase
    private let bureau: String
    private let now = Int64(Date().timeIntervalSince1970 * 1_000)
    private var next: Int64

    private static let content = """
        {"kind":"cartridge-case","isTestFire":false,"characteristics":{},"calibre":"9 mm Luger",\
        "circumstances":{"isFromBorderOfficers":false,"isFromSuspectedTrafficker":false,\
        "isPossessorResidentElsewhere":false},"purpose":"forensics","handling":"official-use-only","hiddenFrom":[]}
        """

    init(_ database: InstallationDatabase, bureau: String) throws {
        self.database = database
        self.bureau = bureau
        next = try database.integer("SELECT COALESCE(MAX(sequence), 0) FROM exhibits") + 1
    }

    /// Writes one mark with all that it hangs on; gives its number.
    @discardableResult
    mutating func add(_ mark: GenerateMarks.Mark, file: String) throws -> String {
        let number = "\(bureau)-E-2020-\(String(format: "%06d", next))"
        next += 1
        let forensicCase = try database.run(
            """
            INSERT INTO ballistic_cases (number, bureau, reference, version, document, created_at, changed_at)
            VALUES (?, ?, '', 1, ?, ?, ?)
            """,
            [
                .text(number.replacing("-E-", with: "-C-")), .text(bureau),
                .text("{\"title\":\"Generated\",\"laboratory\":\"Benchmark\"}"), .integer(now), .integer(now),
            ]
        )
        let exhibit = try database.run(
            """
            INSERT INTO exhibits (number, bureau, ballistic_case, kind, is_test_fire, calibre_code, handling, \
            hidden_from, submission, version, document, created_at, changed_at)
            VALUES (?, ?, ?, 'cartridge-case', 0, NULL, 0, '', 'submitted', 1, ?, ?, ?)
            """,
            [
                .text(number), .text(bureau), .integer(forensicCase), .text(Self.content), .integer(now), .integer(now),
            ]
        )
        let row = try database.run(
            "INSERT INTO marks (exhibit, place, kind, label, created_at) VALUES (?, 1, 'breech-face', '', ?)",
            [.integer(exhibit), .integer(now)]
        )
        let scan = try database.run(
            """
            INSERT INTO scans (mark, blob, file_name, size, state, findings, uploaded_by, uploaded_at)
            VALUES (?, ?, ?, 0, 'ready', '[]', 'benchmark', ?)
            """,
            [.integer(row), .text(mark.surface), .text(file), .integer(now)]
        )
        let preparation = try database.run(
            """
            INSERT INTO mark_preparations (mark, scan, version, surface, screening_form, picture, thumbnail, made_by, \
            made_at, document) VALUES (?, ?, 1, ?, ?, ?, ?, 'benchmark', ?, '{}')
            """,
            [
                .integer(row), .integer(scan), .text(mark.surface), .blob(mark.form), .text(mark.surface),
                .text(mark.surface), .integer(now),
            ]
        )
        try database.run(
            "UPDATE marks SET current_preparation = ? WHERE sequence = ?", [.integer(preparation), .integer(row)]
        )
        return "\(number).1"
    }
}
