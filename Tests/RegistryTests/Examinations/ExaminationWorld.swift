import Firearms
import Storage
import Toolmarks

@testable import Registry

/// Exhibits to examine, and the examiners who do. `World` has one examiner in each bureau; a verification takes more.
extension World {
    /// Adds a further examiner to a bureau.
    func examiner(_ name: String, _ bureau: String) async throws -> Actor {
        let now = clock.now
        try await database.write { connection in
            let user = User(
                id: .make(), name: name, displayName: "Examiner \(name)", bureau: bureau, role: .examiner,
                isDisabled: false, language: "en", createdAt: now
            )
            try BureauStore.insert(user, passwordHash: "", connection)
        }
        return try await registry.signIn.actor(onThisMachine: name)
    }

    /// Enters a cartridge case with one breech face mark into a case of its bureau.
    /// - Returns: the number of the exhibit.
    func exhibit(
        _ number: String, _ bureau: String, case caseNumber: String, submission: Exhibit.Submission = .submitted,
        kind: ExhibitKind = .cartridgeCase, handling: HandlingLevel = .officialUseOnly, hiddenFrom: [String] = []
    ) async throws -> String {
        let now = clock.now
        var content = ExhibitContent(kind: kind)
        content.handling = handling
        content.hiddenFrom = hiddenFrom.compactMap { Country($0) }
        let document = try DocumentCoding.text(content)
        let caseDocument = try DocumentCoding.text(CaseContent(title: caseNumber, laboratory: bureau))
        let hidden = AccessStore.hiddenFromColumn(content.hiddenFrom)
        try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO ballistic_cases(number, bureau, reference, version, document, created_at, changed_at)
                VALUES (?, ?, '', 1, ?, ?, ?) ON CONFLICT(number) DO NOTHING
                """,
                [.text(caseNumber), .text(bureau), .text(caseDocument), now.databaseValue, now.databaseValue]
            )
            try connection.execute(
                """
                INSERT INTO exhibits(number, bureau, ballistic_case, kind, is_test_fire, handling, hidden_from, submission,
                    version, document, created_at, changed_at)
                SELECT ?, ?, sequence, ?, 0, ?, ?, ?, 1, ?, ?, ? FROM ballistic_cases WHERE number = ?
                """,
                [
                    .text(number), .text(bureau), .text(kind.rawValue), .integer(handling.rank), .text(hidden),
                    .text(submission.rawValue), .text(document), now.databaseValue, now.databaseValue,
                    .text(caseNumber),
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

    /// An exhibit of Brazil and one of Argentina, of two cases, and their examination at Brazil's laboratory.
    func opened(basis: ExaminationBasis = .screen) async throws -> Examination {
        let first = try await exhibit("BR-E-2026-000001", "BR", case: "BR-C-2026-000001")
        let second = try await exhibit("AR-E-2026-000001", "AR", case: "AR-C-2026-000001")
        return try await registry.examinations.open(
            first, second, basis: basis, try await actor(.examiner, "BR")
        )
    }

    /// Signs a conclusion on the first marks of both exhibits.
    @discardableResult
    func conclude(
        _ conclusion: Conclusion, on examination: Examination, isLikely: Bool = false, asksVerification: Bool = true,
        _ actor: Actor
    ) async throws -> Examination {
        let marks = [
            ComparedMarks(
                first: MarkNumber(exhibit: examination.first.number, place: 1),
                second: MarkNumber(exhibit: examination.second.number, place: 1)
            )
        ]
        var draft = ConclusionDraft(
            conclusion, content: ConclusionContent(reasons: "by \(actor.name)", marks: marks)
        )
        draft.isLikely = isLikely
        draft.asksVerification = asksVerification
        clock.advance(seconds: 60)
        return try await registry.examinations.conclude(examination.number, draft, actor)
    }
}
