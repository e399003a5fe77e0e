import Storage

extension HitStore {
    /// Hits name records of every kind: the column `kind` says in which table the row numbers are. The tables are laid
    /// anew because the old ones tied hits to firearm records alone.
    static let allClassesMigration = Migration(name: "hits of every kind of record") { dialect in
        [
            """
            CREATE TABLE hits_of_every_kind (
                sequence \(dialect.identityColumn),
                number TEXT NOT NULL UNIQUE,
                state TEXT NOT NULL,
                urgency TEXT NOT NULL,
                origin TEXT NOT NULL,
                searcher_bureau TEXT NOT NULL REFERENCES bureaus(code),
                owner_bureau TEXT NOT NULL REFERENCES bureaus(code),
                check_id \(dialect.blobType),
                kind TEXT NOT NULL,
                record BIGINT NOT NULL,
                other_record BIGINT,
                score DOUBLE PRECISION NOT NULL,
                reasons TEXT NOT NULL,
                created_at BIGINT NOT NULL,
                changed_at BIGINT NOT NULL,
                due_at BIGINT,
                remind_at BIGINT,
                reminded_at BIGINT,
                escalated_at BIGINT,
                version INTEGER NOT NULL
            )
            """,
            """
            INSERT INTO hits_of_every_kind(number, state, urgency, origin, searcher_bureau, owner_bureau, check_id, kind,
                record, other_record, score, reasons, created_at, changed_at, due_at, remind_at, reminded_at,
                escalated_at, version)
            SELECT number, state, urgency, origin, searcher_bureau, owner_bureau, check_id, 'firearm', record,
                other_record, score, reasons, created_at, changed_at, due_at, remind_at, reminded_at, escalated_at,
                version
            FROM hits ORDER BY sequence
            """,
            """
            CREATE TABLE hit_events_of_every_kind (
                hit BIGINT NOT NULL REFERENCES hits_of_every_kind(sequence),
                position INTEGER NOT NULL,
                time BIGINT NOT NULL,
                account TEXT NOT NULL,
                bureau TEXT NOT NULL,
                action TEXT NOT NULL,
                state TEXT NOT NULL,
                note TEXT NOT NULL,
                until BIGINT,
                PRIMARY KEY (hit, position)
            )
            """,
            """
            INSERT INTO hit_events_of_every_kind(hit, position, time, account, bureau, action, state, note, until)
            SELECT n.sequence, e.position, e.time, e.account, e.bureau, e.action, e.state, e.note, e.until
            FROM hit_events e JOIN hits h ON h.sequence = e.hit JOIN hits_of_every_kind n ON n.number = h.number
            """,
            "DROP TABLE hit_events",
            "DROP TABLE hits",
            "ALTER TABLE hits_of_every_kind RENAME TO hits",
            "ALTER TABLE hit_events_of_every_kind RENAME TO hit_events",
            "CREATE INDEX hits_by_owner ON hits(owner_bureau, state)",
            "CREATE INDEX hits_by_searcher ON hits(searcher_bureau, state)",
            "CREATE INDEX hits_by_due ON hits(due_at) WHERE due_at IS NOT NULL",
            "CREATE UNIQUE INDEX hits_once_per_check ON hits(kind, record, check_id) WHERE check_id IS NOT NULL",
            """
            CREATE UNIQUE INDEX hits_once_per_pair ON hits(kind, record, other_record) WHERE other_record IS NOT NULL
            """,
        ]
    }
}
