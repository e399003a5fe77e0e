import Firearms
import Storage

/// Notices in the database: the present version, the superseded ones, pictures, and the readings of the screening.
enum NoticeStore {
    static let migration = Migration(name: "notices") { dialect in
        [
            "CREATE TABLE notice_counters (year TEXT PRIMARY KEY NOT NULL, last BIGINT NOT NULL)",
            """
            CREATE TABLE notices (
                sequence \(dialect.identityColumn),
                number TEXT NOT NULL UNIQUE,
                bureau TEXT NOT NULL REFERENCES bureaus(code),
                colour TEXT NOT NULL,
                state TEXT NOT NULL,
                handling INTEGER NOT NULL,
                hidden_from TEXT NOT NULL,
                addressees TEXT NOT NULL,
                is_public INTEGER NOT NULL,
                is_entity INTEGER NOT NULL,
                name_key TEXT NOT NULL,
                forename_key TEXT NOT NULL,
                text_key TEXT NOT NULL,
                sex TEXT,
                born_on TEXT,
                reference_key TEXT NOT NULL,
                resolution_key TEXT NOT NULL,
                retention_until TEXT,
                version INTEGER NOT NULL,
                document TEXT NOT NULL,
                published_at BIGINT,
                created_at BIGINT NOT NULL,
                changed_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX notices_by_publication ON notices(colour, published_at) WHERE state = 'published'",
            "CREATE INDEX notices_by_retention ON notices(retention_until) WHERE state IN ('published', 'suspended')",
            """
            CREATE TABLE notice_countries (
                role INTEGER NOT NULL,
                country TEXT NOT NULL,
                notice BIGINT NOT NULL REFERENCES notices(sequence),
                PRIMARY KEY (role, country, notice)
            )\(dialect.clusteredTableSuffix)
            """,
            "CREATE INDEX notice_countries_by_notice ON notice_countries(notice)",
            """
            CREATE TABLE notice_versions (
                notice BIGINT NOT NULL REFERENCES notices(sequence),
                version INTEGER NOT NULL,
                state TEXT NOT NULL,
                document TEXT NOT NULL,
                changed_at BIGINT NOT NULL,
                changed_by TEXT NOT NULL,
                reason TEXT NOT NULL,
                PRIMARY KEY (notice, version)
            )\(dialect.clusteredTableSuffix)
            """,
            """
            CREATE TABLE notice_readings (
                sequence \(dialect.identityColumn),
                notice BIGINT NOT NULL REFERENCES notices(sequence),
                version INTEGER NOT NULL,
                place INTEGER NOT NULL,
                reader TEXT NOT NULL,
                decision TEXT NOT NULL,
                reasons TEXT NOT NULL,
                remark TEXT NOT NULL,
                read_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX notice_readings_by_notice ON notice_readings(notice)",
            """
            CREATE TABLE notice_pictures (
                sequence \(dialect.identityColumn),
                notice BIGINT NOT NULL REFERENCES notices(sequence),
                media_type TEXT NOT NULL,
                size BIGINT NOT NULL,
                blob TEXT NOT NULL,
                added_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX notice_pictures_by_notice ON notice_pictures(notice)",
        ]
    }

    /// Lists are read in the order of changes, the screening's in the order of waiting.
    static let listMigration = Migration(name: "lists of notices") { _ in
        [
            "CREATE INDEX notices_by_change ON notices(changed_at, sequence)",
            "CREATE INDEX notices_by_colour ON notices(colour, changed_at)",
            "CREATE INDEX notices_in_screening ON notices(changed_at) WHERE state IN ('requested', 'first-read')",
        ]
    }

    static let columns =
        "n.sequence, n.number, n.bureau, n.state, n.version, n.created_at, n.changed_at, "
        + "n.published_at, n.document"

    static func notice(_ row: any ResultRow) throws -> Notice {
        try Notice(
            sequence: row.integer(0), number: row.text(1), bureau: row.text(2),
            state: NoticeState(rawValue: row.text(3)) ?? .draft, version: Int(row.integer(4)),
            createdAt: row.moment(5), changedAt: row.moment(6), publishedAt: row.optionalMoment(7),
            content: DocumentCoding.value(NoticeContent.self, from: row.text(8))
        )
    }

    /// The next number of a year.
    static func takeNumber(year: String, _ connection: any WriteConnection) throws -> NoticeNumber {
        let count = try connection.first(
            """
            INSERT INTO notice_counters(year, last) VALUES (?, 1)
            ON CONFLICT(year) DO UPDATE SET last = notice_counters.last + 1 RETURNING last
            """,
            [.text(year)]
        ) { $0.integer(0) }
        return NoticeNumber(year: year, count: count ?? 1)
    }

    static func insert(
        number: NoticeNumber, bureau: String, _ content: NoticeContent, at now: Moment,
        _ connection: any WriteConnection
    ) throws {
        let row = try NoticeRow(content)
        let sequence = try connection.first(
            """
            INSERT INTO notices(number, bureau, state, version, created_at, changed_at, colour, handling, hidden_from,
                addressees, is_public, is_entity, name_key, forename_key, text_key, sex, born_on, reference_key,
                resolution_key, retention_until, document)
            VALUES (?, ?, 'draft', 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING sequence
            """,
            [.text(number.description), .text(bureau), now.databaseValue, now.databaseValue] + row.values
        ) { $0.integer(0) }
        guard let sequence else { throw RegistryError(.duplicate, subject: number.description) }
        try insertCountries(row, of: sequence, connection)
    }

    /// Moves a notice to another state. What it says stays as the owner wrote it, also where the reader who moves it does
    /// not see all of it.
    static func setState(
        _ state: NoticeState, of notice: Notice, by user: String, reason: String, at now: Moment,
        _ connection: any WriteConnection
    ) throws {
        try keepVersion(of: notice, by: user, reason: reason, connection)
        try connection.execute(
            """
            UPDATE notices SET state = ?, published_at = COALESCE(published_at, ?), version = version + 1, changed_at = ?
            WHERE sequence = ?
            """,
            [
                .text(state.rawValue), state == .published ? now.databaseValue : .null, now.databaseValue,
                .integer(notice.sequence),
            ]
        )
    }

    private static func keepVersion(
        of notice: Notice, by user: String, reason: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO notice_versions(notice, version, state, document, changed_at, changed_by, reason)
            SELECT sequence, version, state, document, changed_at, ?, ? FROM notices WHERE sequence = ?
            """,
            [.text(user), .text(reason), .integer(notice.sequence)]
        )
    }

    /// Puts new content in place of the present one, which moves to the history; for the owner alone.
    static func replace(
        _ notice: Notice, with content: NoticeContent, by user: String, reason: String, at now: Moment,
        _ connection: any WriteConnection
    ) throws {
        try keepVersion(of: notice, by: user, reason: reason, connection)
        let row = try NoticeRow(content)
        try connection.execute(
            """
            UPDATE notices SET version = version + 1, changed_at = ?, colour = ?,
                handling = ?, hidden_from = ?, addressees = ?, is_public = ?, is_entity = ?, name_key = ?,
                forename_key = ?, text_key = ?, sex = ?, born_on = ?, reference_key = ?, resolution_key = ?,
                retention_until = ?, document = ?
            WHERE sequence = ?
            """,
            [now.databaseValue] + row.values + [.integer(notice.sequence)]
        )
        try connection.execute("DELETE FROM notice_countries WHERE notice = ?", [.integer(notice.sequence)])
        try insertCountries(row, of: notice.sequence, connection)
    }

    private static func insertCountries(
        _ row: NoticeRow, of notice: Int64, _ connection: any WriteConnection
    ) throws {
        for (role, country) in row.countries {
            try connection.execute(
                "INSERT INTO notice_countries(role, country, notice) VALUES (?, ?, ?)",
                [.integer(role.rawValue), .text(country.code), .integer(notice)]
            )
        }
    }

    /// The notice of a number, as far as the actor may know of it.
    static func notice(_ number: NoticeNumber, _ actor: Actor, _ connection: any ReadConnection) throws -> Notice? {
        let rule = AccessStore.mayKnowNotice("n", actor)
        let found = try connection.first(
            "SELECT \(columns) FROM notices n WHERE n.number = ? AND \(rule.sql)",
            [.text(number.description)] + rule.values, notice
        )
        guard var found, found.bureau != actor.bureau else { return found }
        found.content.hiddenFrom = []
        return found
    }

    static func versions(of notice: Int64, _ connection: any ReadConnection) throws -> [NoticeVersion] {
        try connection.rows(
            """
            SELECT version, state, document, changed_at, changed_by, reason FROM notice_versions
            WHERE notice = ? ORDER BY version DESC
            """,
            [.integer(notice)]
        ) { row in
            NoticeVersion(
                version: Int(row.integer(0)), state: NoticeState(rawValue: row.text(1)) ?? .draft,
                content: try DocumentCoding.value(NoticeContent.self, from: row.text(2)), changedAt: row.moment(3),
                changedBy: row.text(4), reason: row.text(5)
            )
        }
    }

    /// Notices whose retention date lies before the day and that are still kept in force.
    static func dueForExpiry(on day: CalendarDate, limit: Int, _ connection: any ReadConnection) throws -> [Notice] {
        try connection.rows(
            """
            SELECT \(columns) FROM notices n
            WHERE n.retention_until < ? AND n.state IN ('published', 'suspended') ORDER BY n.retention_until LIMIT ?
            """,
            [.text(day.description), .integer(Int64(limit))], notice
        )
    }
}
