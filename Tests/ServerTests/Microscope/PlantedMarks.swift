import Storage
import Surfaces
import TestSupport
import Toolmarks

@testable import Registry
@testable import Server

extension TestServer {
    /// Enters an exhibit whose marks are prepared already, without the steps that lead there.
    /// - Returns: the numbers of the marks.
    func plant(
        _ bureau: String, _ kind: ToolmarkKind, _ surfaces: [SurfaceMap],
        change: (inout ExhibitContent) -> Void = { _ in }, submission: Exhibit.Submission = .submitted
    ) async throws -> [String] {
        var content = ExhibitContent(kind: kind == .land ? .bullet : .cartridgeCase)
        change(&content)
        let files = try surfaces.map { try registry.blobs.put(X3PDocument($0).encoded()) }
        let pictures = try surfaces.map {
            try registry.blobs.put(SurfaceRendering(longestSide: 240).draw($0).picture.png())
        }
        let number = "\(bureau)-E-2026-\(Serial.next())"
        let stated = content
        return try await registry.database.write { connection in
            let now = Moment.now().databaseValue
            try connection.execute(
                """
                INSERT INTO ballistic_cases(number, bureau, reference, version, document, created_at, changed_at)
                VALUES (?, ?, '', 1, ?, ?, ?)
                """,
                [
                    .text("C-\(number)"), .text(bureau),
                    .text(try DocumentCoding.text(CaseContent(title: "Planted", laboratory: "Laboratory"))), now, now,
                ]
            )
            try connection.execute(
                """
                INSERT INTO exhibits(number, bureau, ballistic_case, kind, is_test_fire, lands, handling, hidden_from,
                    submission, version, document, created_at, changed_at)
                SELECT ?, ?, sequence, ?, 0, ?, ?, ?, ?, 1, ?, ?, ? FROM ballistic_cases WHERE number = ?
                """,
                [
                    .text(number), .text(bureau), .text(stated.kind.rawValue),
                    stated.characteristics.lands.map { .integer(Int64($0)) } ?? .null,
                    .integer(Int64(stated.handling.rank)),
                    .text(AccessStore.hiddenFromColumn(stated.hiddenFrom)), .text(submission.rawValue),
                    .text(try DocumentCoding.text(stated)), now, now, .text("C-\(number)"),
                ]
            )
            return try files.indices.map { index in
                try connection.execute(
                    """
                    INSERT INTO marks(exhibit, place, kind, label, created_at)
                    SELECT sequence, ?, ?, '', ? FROM exhibits WHERE number = ?
                    """,
                    [.integer(Int64(index + 1)), .text(kind.rawValue), now, .text(number)]
                )
                let mark = try connection.count("SELECT MAX(sequence) FROM marks")
                try connection.execute(
                    """
                    INSERT INTO scans(mark, blob, file_name, size, state, findings, uploaded_by, uploaded_at)
                    VALUES (?, ?, 'scan.x3p', 1, 'ready', '[]', 'test', ?)
                    """,
                    [.integer(Int64(mark)), files[index].databaseValue, now]
                )
                let scan = try connection.count("SELECT MAX(sequence) FROM scans")
                try connection.execute(
                    """
                    INSERT INTO mark_preparations(mark, scan, version, surface, screening_form, picture, thumbnail, made_by,
                        made_at, document)
                    VALUES (?, ?, 1, ?, ?, ?, ?, 'test', ?, '{}')
                    """,
                    [
                        .integer(Int64(mark)), .integer(Int64(scan)), files[index].databaseValue, .blob([]),
                        pictures[index].databaseValue, pictures[index].databaseValue, now,
                    ]
                )
                try connection.execute(
                    "UPDATE marks SET current_preparation = (SELECT MAX(sequence) FROM mark_preparations) WHERE sequence = ?",
                    [.integer(Int64(mark))]
                )
                return "\(number).\(index + 1)"
            }
        }
    }

    /// A browser window in which a user is signed in.
    func open(_ path: String, as user: String, _ secret: String, _ browser: Browser) async throws {
        _ = try await self.browser(user, secret)
        try await browser.open(address("/sign-in"))
        try await browser.script("document.cookie = 'cartouche=\(secret); path=/'")
        try await browser.open(address(path))
    }

    func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }
}

/// Surfaces that tests know everything about.
enum KnownSurface {
    /// Flat but for a round bump.
    static func bump(
        at middle: (x: Double, y: Double), radius: Double = 60, height: Double = 8, columns: Int = 300, rows: Int = 300,
        pitch: Double = 4
    ) -> SurfaceMap {
        var map = SurfaceMap(columns: columns, rows: rows, pitchX: pitch, pitchY: pitch, repeating: 0)
        var values = map.values
        for row in 0..<rows {
            for column in 0..<columns {
                let (x, y) = (Double(column) * pitch - middle.x, Double(row) * pitch - middle.y)
                let distance = (x * x + y * y) / (radius * radius)
                if distance < 1 { values[row * columns + column] = Float(height * (1 - distance)) }
            }
        }
        map.values = values
        return map
    }

    /// Two firings of one generated tool.
    static func firings(_ seed: UInt64, pitch: Double = 6.25) -> (SurfaceMap, SurfaceMap) {
        var conditions = FiringConditions()
        conditions.missingProbability = 0
        let tool = GeneratedTool(.granular, seed: seed, conditions: conditions)
        return (tool.firing(0).prepared(pitch: pitch), tool.firing(1).prepared(pitch: pitch))
    }
}
