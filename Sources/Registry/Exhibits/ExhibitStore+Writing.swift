import Firearms
import Storage

extension ExhibitStore {
    /// Adds an exhibit, not yet submitted.
    /// - Returns: the row's sequence.
    static func insert(
        number: String, bureau: String, forensicCase: Int64, event: Int64?, _ content: ExhibitContent, at now: Moment,
        _ connection: any WriteConnection
    ) throws -> Int64 {
        let sequence = try connection.first(
            """
            INSERT INTO exhibits(number, bureau, ballistic_case, submission, version, created_at, changed_at, event,
                kind, is_test_fire, calibre_code, lands, twist, firing_pin_shape, breech_face_class, handling,
                hidden_from, retention_until, document)
            VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING sequence
            """,
            [
                .text(number), .text(bureau), .integer(forensicCase), .text(Exhibit.Submission.undecided.rawValue),
                now.databaseValue, now.databaseValue,
            ] + (try values(content, event: event))
        ) { $0.integer(0) }
        guard let sequence else { throw RegistryError(.duplicate, subject: number) }
        return sequence
    }

    /// Puts a new version in place of the present one, which moves to the history.
    static func replace(
        _ exhibit: Exhibit, with content: ExhibitContent, event: Int64?, by user: String, reason: String,
        at now: Moment, _ connection: any WriteConnection
    ) throws {
        try keepVersion(of: exhibit, by: user, reason: reason, connection)
        try connection.execute(
            """
            UPDATE exhibits SET version = version + 1, changed_at = ?, event = ?, kind = ?, is_test_fire = ?,
                calibre_code = ?, lands = ?, twist = ?, firing_pin_shape = ?, breech_face_class = ?, handling = ?,
                hidden_from = ?, retention_until = ?, document = ?
            WHERE sequence = ?
            """,
            [now.databaseValue] + (try values(content, event: event)) + [.integer(exhibit.sequence)]
        )
    }

    /// Decides whether other bureaus may compare it; what it says stays.
    static func setSubmission(
        _ submission: Exhibit.Submission, of exhibit: Exhibit, by user: String, reason: String, at now: Moment,
        _ connection: any WriteConnection
    ) throws {
        try keepVersion(of: exhibit, by: user, reason: reason, connection)
        try connection.execute(
            "UPDATE exhibits SET submission = ?, version = version + 1, changed_at = ? WHERE sequence = ?",
            [.text(submission.rawValue), now.databaseValue, .integer(exhibit.sequence)]
        )
    }

    private static func keepVersion(
        of exhibit: Exhibit, by user: String, reason: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO exhibit_versions(exhibit, version, submission, document, changed_at, changed_by, reason)
            SELECT sequence, version, submission, document, changed_at, ?, ? FROM exhibits WHERE sequence = ?
            """,
            [.text(user), .text(reason), .integer(exhibit.sequence)]
        )
    }

    private static func values(_ content: ExhibitContent, event: Int64?) throws -> [DatabaseValue] {
        let traits = content.characteristics
        return [
            .optional(event), .text(content.kind.rawValue), .flag(content.isTestFire), .optional(content.calibreCode),
            .optional(traits.lands), .optional(traits.twist?.rawValue), .optional(traits.firingPinShape?.rawValue),
            .optional(traits.breechFaceClass?.rawValue), .integer(Int64(content.handling.rank)),
            .text(AccessStore.hiddenFromColumn(content.hiddenFrom)), .optional(content.retentionUntil?.description),
            .text(try DocumentCoding.text(content)),
        ]
    }

    /// Superseded versions, newest first; for the owner.
    static func versions(of exhibit: Int64, _ connection: any ReadConnection) throws -> [ExhibitVersion] {
        try connection.rows(
            """
            SELECT version, submission, document, changed_at, changed_by, reason FROM exhibit_versions
            WHERE exhibit = ? ORDER BY version DESC
            """,
            [.integer(exhibit)]
        ) { row in
            ExhibitVersion(
                version: Int(row.integer(0)), submission: Exhibit.Submission(rawValue: row.text(1)) ?? .undecided,
                content: try DocumentCoding.value(ExhibitContent.self, from: row.text(2)), changedAt: row.moment(3),
                changedBy: row.text(4), reason: row.text(5)
            )
        }
    }

    // MARK: Custody

    static func insertCustody(
        _ content: CustodyContent, happenedAt: Moment, of exhibit: Int64, by user: String, at now: Moment,
        _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO exhibit_custody(exhibit, happened_at, document, entered_at, entered_by) VALUES (?, ?, ?, ?, ?)
            """,
            [
                .integer(exhibit), happenedAt.databaseValue, .text(try DocumentCoding.text(content)),
                now.databaseValue, .text(user),
            ]
        )
    }

    /// The steps in the order in which they happened; for the owner.
    static func custody(of exhibit: Int64, _ connection: any ReadConnection) throws -> [CustodyStep] {
        try connection.rows(
            """
            SELECT sequence, happened_at, document, entered_at, entered_by FROM exhibit_custody
            WHERE exhibit = ? ORDER BY happened_at, sequence
            """,
            [.integer(exhibit)]
        ) { row in
            CustodyStep(
                sequence: row.integer(0), happenedAt: row.moment(1),
                content: try DocumentCoding.value(CustodyContent.self, from: row.text(2)), enteredAt: row.moment(3),
                enteredBy: row.text(4)
            )
        }
    }
}
