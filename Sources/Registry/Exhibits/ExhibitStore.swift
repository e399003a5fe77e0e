import Storage

/// Cases, exhibits, marks, scans and preparations in the database.
enum ExhibitStore {
    static let migration = Migration(name: "exhibits") { dialect in
        [
            """
            CREATE TABLE ballistic_cases (
                sequence \(dialect.identityColumn),
                number TEXT NOT NULL UNIQUE,
                bureau TEXT NOT NULL REFERENCES bureaus(code),
                reference TEXT NOT NULL,
                version INTEGER NOT NULL,
                document TEXT NOT NULL,
                created_at BIGINT NOT NULL,
                changed_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX ballistic_cases_by_bureau ON ballistic_cases(bureau, sequence)",
            """
            CREATE TABLE ballistic_case_versions (
                ballistic_case BIGINT NOT NULL REFERENCES ballistic_cases(sequence),
                version INTEGER NOT NULL,
                document TEXT NOT NULL,
                changed_at BIGINT NOT NULL,
                changed_by TEXT NOT NULL,
                reason TEXT NOT NULL,
                PRIMARY KEY (ballistic_case, version)
            )\(dialect.clusteredTableSuffix)
            """,
            """
            CREATE TABLE ballistic_events (
                sequence \(dialect.identityColumn),
                ballistic_case BIGINT NOT NULL REFERENCES ballistic_cases(sequence),
                place INTEGER NOT NULL,
                kind TEXT NOT NULL,
                date_from TEXT,
                date_until TEXT,
                country TEXT,
                latitude DOUBLE PRECISION,
                longitude DOUBLE PRECISION,
                document TEXT NOT NULL,
                UNIQUE (ballistic_case, place)
            )
            """,
            """
            CREATE TABLE exhibits (
                sequence \(dialect.identityColumn),
                number TEXT NOT NULL UNIQUE,
                bureau TEXT NOT NULL REFERENCES bureaus(code),
                ballistic_case BIGINT NOT NULL REFERENCES ballistic_cases(sequence),
                event BIGINT REFERENCES ballistic_events(sequence),
                kind TEXT NOT NULL,
                is_test_fire INTEGER NOT NULL,
                calibre_code TEXT,
                lands INTEGER,
                twist TEXT,
                firing_pin_shape TEXT,
                breech_face_class TEXT,
                handling INTEGER NOT NULL,
                hidden_from TEXT NOT NULL,
                submission TEXT NOT NULL,
                retention_until TEXT,
                version INTEGER NOT NULL,
                document TEXT NOT NULL,
                created_at BIGINT NOT NULL,
                changed_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX exhibits_by_case ON exhibits(ballistic_case)",
            "CREATE INDEX exhibits_by_bureau ON exhibits(bureau, sequence)",
            """
            CREATE TABLE exhibit_versions (
                exhibit BIGINT NOT NULL REFERENCES exhibits(sequence),
                version INTEGER NOT NULL,
                submission TEXT NOT NULL,
                document TEXT NOT NULL,
                changed_at BIGINT NOT NULL,
                changed_by TEXT NOT NULL,
                reason TEXT NOT NULL,
                PRIMARY KEY (exhibit, version)
            )\(dialect.clusteredTableSuffix)
            """,
            """
            CREATE TABLE exhibit_custody (
                sequence \(dialect.identityColumn),
                exhibit BIGINT NOT NULL REFERENCES exhibits(sequence),
                happened_at BIGINT NOT NULL,
                document TEXT NOT NULL,
                entered_at BIGINT NOT NULL,
                entered_by TEXT NOT NULL
            )
            """,
            "CREATE INDEX exhibit_custody_by_exhibit ON exhibit_custody(exhibit)",
            """
            CREATE TABLE marks (
                sequence \(dialect.identityColumn),
                exhibit BIGINT NOT NULL REFERENCES exhibits(sequence),
                place INTEGER NOT NULL,
                kind TEXT NOT NULL,
                label TEXT NOT NULL,
                current_preparation BIGINT,
                created_at BIGINT NOT NULL,
                UNIQUE (exhibit, place)
            )
            """,
            """
            CREATE TABLE scans (
                sequence \(dialect.identityColumn),
                mark BIGINT NOT NULL REFERENCES marks(sequence),
                blob TEXT NOT NULL,
                file_name TEXT NOT NULL,
                size BIGINT NOT NULL,
                state TEXT NOT NULL,
                findings TEXT NOT NULL,
                instrument TEXT,
                uploaded_by TEXT NOT NULL,
                uploaded_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX scans_by_mark ON scans(mark)",
            "CREATE INDEX scans_by_blob ON scans(blob)",
            "CREATE INDEX scans_waiting ON scans(sequence) WHERE state = 'waiting'",
            """
            CREATE TABLE mark_preparations (
                sequence \(dialect.identityColumn),
                mark BIGINT NOT NULL REFERENCES marks(sequence),
                scan BIGINT NOT NULL REFERENCES scans(sequence),
                version INTEGER NOT NULL,
                surface TEXT NOT NULL,
                screening_form \(dialect.blobType) NOT NULL,
                picture TEXT NOT NULL,
                thumbnail TEXT NOT NULL,
                made_by TEXT NOT NULL,
                made_at BIGINT NOT NULL,
                document TEXT NOT NULL,
                UNIQUE (mark, version)
            )
            """,
        ]
    }

    /// Columns of an exhibit `e` joined with its case `c` and, from the left, its event `v`.
    static let columns = """
        e.sequence, e.number, e.bureau, e.submission, e.version, e.created_at, e.changed_at, e.document, c.number, \
        v.sequence, v.place, v.document
        """

    /// What `columns` are read from.
    static let tables = """
        exhibits e JOIN ballistic_cases c ON c.sequence = e.ballistic_case \
        LEFT JOIN ballistic_events v ON v.sequence = e.event
        """

    /// Reads `columns`, without what only the owner may see where another bureau reads.
    static func exhibit(_ row: any ResultRow, _ actor: Actor) throws -> Exhibit {
        var event: ForensicEvent?
        if !row.isNull(9) {
            event = ForensicEvent(
                sequence: row.integer(9), place: Int(row.integer(10)),
                content: try DocumentCoding.value(EventContent.self, from: row.text(11))
            )
        }
        var exhibit = Exhibit(
            sequence: row.integer(0), number: row.text(1), bureau: row.text(2), caseNumber: row.text(8), event: event,
            submission: Exhibit.Submission(rawValue: row.text(3)) ?? .undecided, version: Int(row.integer(4)),
            createdAt: row.moment(5), changedAt: row.moment(6),
            content: try DocumentCoding.value(ExhibitContent.self, from: row.text(7))
        )
        if exhibit.bureau != actor.bureau { exhibit.content.hiddenFrom = [] }
        return exhibit
    }

    /// The exhibit of a number, as far as the actor may know of it.
    static func exhibit(_ number: String, _ actor: Actor, _ connection: any ReadConnection) throws -> Exhibit? {
        let rule = AccessStore.mayKnowExhibit("e", actor)
        return try connection.first(
            "SELECT \(columns) FROM \(tables) WHERE e.number = ? AND \(rule.sql)", [.text(number)] + rule.values
        ) { try exhibit($0, actor) }
    }
}
