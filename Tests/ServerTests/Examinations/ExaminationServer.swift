import Firearms
import Storage
import Surfaces
import TestSupport
import Toolmarks

@testable import Registry
@testable import Server

/// Exhibits to examine on a test server, and a second examiner in Brazil.
extension TestServer {
    /// Adds a further examiner to Brazil, once.
    func secondExaminer() async throws -> String {
        let name = "second.br"
        try await registry.database.write { connection in
            guard try BureauStore.user(named: name, connection) == nil else { return }
            let user = User(
                id: .make(), name: name, displayName: "Rita Prado", bureau: "BR", role: .examiner, isDisabled: false,
                language: "en", createdAt: .now()
            )
            try BureauStore.insert(user, passwordHash: "", connection)
        }
        return name
    }

    /// Enters a cartridge case with one breech face mark into a case of its own.
    /// - Returns: the number of the exhibit.
    func exhibit(_ bureau: String, submission: Exhibit.Submission = .submitted) async throws -> String {
        let number = "\(bureau)-E-2026-\(Serial.next().suffix(6))"
        let caseNumber = number.replacing("-E-", with: "-C-")
        let document = try DocumentCoding.text(ExhibitContent(kind: .cartridgeCase))
        let caseDocument = try DocumentCoding.text(CaseContent(title: caseNumber, laboratory: bureau))
        let now = Moment.now()
        try await registry.database.write { connection in
            try connection.execute(
                """
                INSERT INTO ballistic_cases(number, bureau, reference, version, document, created_at, changed_at)
                VALUES (?, ?, '', 1, ?, ?, ?)
                """,
                [.text(caseNumber), .text(bureau), .text(caseDocument), now.databaseValue, now.databaseValue]
            )
            try connection.execute(
                """
                INSERT INTO exhibits(number, bureau, ballistic_case, kind, is_test_fire, handling, hidden_from, submission,
                    version, document, created_at, changed_at)
                SELECT ?, ?, sequence, 'cartridge-case', 0, 0, '', ?, 1, ?, ?, ? FROM ballistic_cases WHERE number = ?
                """,
                [
                    .text(number), .text(bureau), .text(submission.rawValue), .text(document), now.databaseValue,
                    now.databaseValue, .text(caseNumber),
                ]
            )
            try connection.execute(
                """
                INSERT INTO marks(exhibit, place, kind, label, created_at)
                SELECT sequence, 1, ?, 'Breech face', ? FROM exhibits WHERE number = ?
                """,
                [.text(ToolmarkKind.breechFace.rawValue), now.databaseValue, .text(number)]
            )
        }
        return number
    }

    /// Gives the mark of an exhibit a preparation: a firing of a generated tool.
    func prepare(_ exhibit: String, tool: UInt64, firing: Int) async throws {
        let map = GeneratedTool(.granular, seed: tool).firing(firing).prepared(pitch: 12.5)
        let picture = try registry.blobs.put(try SurfaceRendering().draw(map).picture.png())
        let now = Moment.now()
        try await registry.database.write { connection in
            let mark = try connection.first(
                """
                SELECT m.sequence FROM marks m JOIN exhibits e ON e.sequence = m.exhibit WHERE e.number = ?
                """, [.text(exhibit)]
            ) { $0.integer(0) }
            guard let mark else { return }
            let scan = try connection.first(
                """
                INSERT INTO scans(mark, blob, file_name, size, state, findings, instrument, uploaded_by, uploaded_at)
                VALUES (?, ?, 'breech-face.x3p', 1, 'ready', '[]', 'Generated', 'examiner.br', ?) RETURNING sequence
                """, [.integer(mark), picture.databaseValue, now.databaseValue]
            ) { $0.integer(0) }
            let preparation = try connection.first(
                """
                INSERT INTO mark_preparations(mark, scan, version, surface, screening_form, picture, thumbnail, made_by,
                    made_at, document)
                VALUES (?, ?, 1, ?, ?, ?, ?, 'examiner.br', ?, '{}') RETURNING sequence
                """,
                [
                    .integer(mark), .integer(scan ?? 0), picture.databaseValue, .blob([]), picture.databaseValue,
                    picture.databaseValue, now.databaseValue,
                ]
            ) { $0.integer(0) }
            try connection.execute(
                "UPDATE marks SET current_preparation = ? WHERE sequence = ?",
                [.integer(preparation ?? 0), .integer(mark)]
            )
        }
    }

    /// Opens the examination of a new exhibit of Brazil and a new one of Argentina at Brazil's laboratory.
    func examination(_ submission: Exhibit.Submission = .submitted) async throws -> (
        number: String, first: String, second: String
    ) {
        let first = try await exhibit("BR", submission: submission)
        let second = try await exhibit(submission == .submitted ? "AR" : "BR", submission: submission)
        let examiner = try await client("examiner.br")
        let answer = try await examiner.post(
            "/api/v1/examinations", json: ["first": .text(first), "second": .text(second), "basis": "exhibits"]
        )
        guard answer.status == 201, let number = try answer.json()["number"].text else { throw Unexpected(answer) }
        return (number, first, second)
    }

    /// Signs a conclusion through the API.
    func conclude(_ conclusion: String, _ number: String, _ user: String) async throws {
        let answer = try await client(user).post(
            "/api/v1/examinations/\(number)/conclusions",
            json: ["conclusion": .text(conclusion), "reasons": .text("Reasons of \(user)")]
        )
        guard answer.status == 201 else { throw Unexpected(answer) }
    }
}
