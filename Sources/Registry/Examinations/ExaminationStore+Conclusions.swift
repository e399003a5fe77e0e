import Storage
import Toolmarks

/// What was concluded and done in an examination.
extension ExaminationStore {
    /// Where an examination stands, whoever reads.
    struct Position: Sendable {
        var state: ExaminationState
        var basis: ExaminationBasis
        var round: Int
        var outcome: Conclusion?
        var isPlanted: Bool
    }

    /// The position of an examination that the caller has read under the row rule.
    static func position(of examination: Int64, _ connection: any ReadConnection) throws -> Position {
        let position = try connection.first(
            """
            SELECT x.state, x.basis, x.round, x.outcome,
                CASE WHEN EXISTS (SELECT 1 FROM planted_tests t WHERE t.examination = x.sequence) THEN 1 ELSE 0 END
            FROM examinations x WHERE x.sequence = ?
            """,
            [.integer(examination)]
        ) { row in
            Position(
                state: ExaminationState(rawValue: row.text(0)) ?? .opened,
                basis: ExaminationBasis(rawValue: row.text(1)) ?? .screen, round: Int(row.integer(2)),
                outcome: row.optionalText(3).flatMap(Conclusion.init(rawValue:)), isPlanted: row.flag(4)
            )
        }
        guard let position else { throw RegistryError(.notFound, subject: "\(examination)") }
        return position
    }

    /// The conclusions of an examination, oldest first.
    /// - Parameter examiner: only those of one examiner; nil for all.
    static func conclusions(
        of examination: Int64, by examiner: String? = nil, _ connection: any ReadConnection
    ) throws -> [SignedConclusion] {
        let condition = examiner == nil ? "" : "AND examiner = ?"
        let values: [DatabaseValue] = [.integer(examination)] + (examiner.map { [.text($0)] } ?? [])
        return try connection.rows(
            """
            SELECT position, round, basis, conclusion, is_likely, examiner, examiner_name, concluded_at, document
            FROM examination_conclusions WHERE examination = ? \(condition) ORDER BY position
            """,
            values
        ) { row in
            SignedConclusion(
                position: Int(row.integer(0)), round: Int(row.integer(1)),
                basis: ExaminationBasis(rawValue: row.text(2)) ?? .screen,
                conclusion: Conclusion(rawValue: row.text(3)) ?? .unsuitable, isLikely: row.flag(4),
                examiner: row.text(5), examinerName: row.text(6), time: row.moment(7),
                content: try DocumentCoding.value(ConclusionContent.self, from: row.text(8))
            )
        }
    }

    /// What was done besides concluding, oldest first.
    static func steps(of examination: Int64, _ connection: any ReadConnection) throws -> [ExaminationStep] {
        try connection.rows(
            """
            SELECT position, round, kind, account, time, note, conclusion FROM examination_steps
            WHERE examination = ? ORDER BY position
            """,
            [.integer(examination)]
        ) { row in
            ExaminationStep(
                position: Int(row.integer(0)), round: Int(row.integer(1)),
                kind: ExaminationStep.Kind(rawValue: row.text(2)) ?? .opened, user: row.text(3), time: row.moment(4),
                note: row.text(5), conclusion: row.optionalText(6).flatMap(Conclusion.init(rawValue:))
            )
        }
    }

    /// The marks of an exhibit that the caller has read under the row rule.
    static func marks(of exhibit: Exhibit, _ connection: any ReadConnection) throws -> [Mark] {
        try connection.rows(
            """
            SELECT \(MarkStore.columns) FROM marks m JOIN exhibits e ON e.sequence = m.exhibit
            WHERE m.exhibit = ? ORDER BY m.place
            """,
            [.integer(exhibit.sequence)], MarkStore.mark
        )
    }

    /// When marks of two exhibits were first correlated; nil where none were. The caller has read both under the row rule.
    static func correlatedAt(
        _ first: Exhibit, _ second: Exhibit, _ connection: any ReadConnection
    ) throws -> Moment? {
        try connection.first(
            """
            SELECT MIN(p.found_at) FROM correlation_pairs p JOIN marks m ON m.sequence = p.first_mark
            JOIN marks n ON n.sequence = p.second_mark
            WHERE (m.exhibit = ? AND n.exhibit = ?) OR (m.exhibit = ? AND n.exhibit = ?)
            """,
            [
                .integer(first.sequence), .integer(second.sequence), .integer(second.sequence),
                .integer(first.sequence),
            ]
        ) { $0.optionalMoment(0) } ?? nil
    }

    // MARK: Writing

    /// The number of the examination of a pair at a laboratory.
    static func number(
        _ first: Int64, _ second: Int64, bureau: String, _ connection: any ReadConnection
    ) throws -> String? {
        try connection.first(
            "SELECT number FROM examinations WHERE bureau = ? AND first_exhibit = ? AND second_exhibit = ?",
            [.text(bureau), .integer(first), .integer(second)]
        ) { $0.text(0) }
    }

    /// Adds an examination with its first step.
    /// - Returns: its number.
    static func insert(
        _ first: Int64, _ second: Int64, basis: ExaminationBasis, _ connection: JournalledConnection
    ) throws -> (sequence: Int64, number: String) {
        let bureau = connection.actor.bureau
        let number = try RecordStore.takeNumber(bureau: bureau, letter: "X", connection)
        let time = connection.time.databaseValue
        let sequence = try connection.first(
            """
            INSERT INTO examinations(number, bureau, first_exhibit, second_exhibit, state, basis, round, version,
                opened_at, round_opened_at, changed_at)
            VALUES (?, ?, ?, ?, 'opened', ?, 1, 1, ?, ?, ?) RETURNING sequence
            """,
            [
                .text(number), .text(bureau), .integer(first), .integer(second), .text(basis.rawValue), time, time,
                time,
            ]
        ) { $0.integer(0) }
        guard let sequence else { throw RegistryError(.duplicate, subject: number) }
        // Who opened it stands in the journal: in the history it would tell planted tests from casework.
        try append(.opened, by: "", to: sequence, round: 1, connection)
        return (sequence, number)
    }

    static func append(
        _ draft: ConclusionDraft, to examination: Int64, at position: Position, _ connection: JournalledConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO examination_conclusions(examination, position, round, basis, conclusion, is_likely, examiner,
                examiner_name, concluded_at, document)
            SELECT ?, COALESCE(MAX(position), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ? FROM examination_conclusions
            WHERE examination = ?
            """,
            [
                .integer(examination), .integer(position.round), .text(position.basis.rawValue),
                .text(draft.conclusion.rawValue), .flag(draft.isLikely), .text(connection.actor.name),
                .text(connection.actor.displayName), connection.time.databaseValue,
                .text(try DocumentCoding.text(draft.content)), .integer(examination),
            ]
        )
    }

    static func append(
        _ kind: ExaminationStep.Kind, by user: String, note: String = "", conclusion: Conclusion? = nil,
        to examination: Int64, round: Int, _ connection: JournalledConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO examination_steps(examination, position, round, kind, account, time, note, conclusion)
            SELECT ?, COALESCE(MAX(position), 0) + 1, ?, ?, ?, ?, ?, ? FROM examination_steps WHERE examination = ?
            """,
            [
                .integer(examination), .integer(round), .text(kind.rawValue), .text(user),
                connection.time.databaseValue, .text(note), .optional(conclusion?.rawValue), .integer(examination),
            ]
        )
    }

    static func move(
        _ examination: Int64, to state: ExaminationState, outcome: Conclusion?, _ connection: JournalledConnection
    ) throws {
        try connection.execute(
            """
            UPDATE examinations SET state = ?, outcome = ?, changed_at = ?, version = version + 1 WHERE sequence = ?
            """,
            [
                .text(state.rawValue), .optional(outcome?.rawValue), connection.time.databaseValue,
                .integer(examination),
            ]
        )
    }

    static func beginRound(
        _ round: Int, of examination: Int64, basis: ExaminationBasis, _ connection: JournalledConnection
    ) throws {
        try connection.execute(
            """
            UPDATE examinations SET state = 'opened', outcome = NULL, basis = ?, round = ?, round_opened_at = ?,
                changed_at = ?, version = version + 1 WHERE sequence = ?
            """,
            [
                .text(basis.rawValue), .integer(round), connection.time.databaseValue, connection.time.databaseValue,
                .integer(examination),
            ]
        )
    }
}
