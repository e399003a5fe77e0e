import Storage

/// Examinations, their conclusions and steps in the database.
enum ExaminationStore {
    static let migration = Migration(name: "examinations") { dialect in
        [
            """
            CREATE TABLE examinations (
                sequence \(dialect.identityColumn),
                number TEXT NOT NULL UNIQUE,
                bureau TEXT NOT NULL REFERENCES bureaus(code),
                first_exhibit BIGINT NOT NULL REFERENCES exhibits(sequence),
                second_exhibit BIGINT NOT NULL REFERENCES exhibits(sequence),
                state TEXT NOT NULL,
                basis TEXT NOT NULL,
                round INTEGER NOT NULL,
                outcome TEXT,
                version INTEGER NOT NULL,
                opened_at BIGINT NOT NULL,
                round_opened_at BIGINT NOT NULL,
                changed_at BIGINT NOT NULL,
                UNIQUE (bureau, first_exhibit, second_exhibit)
            )
            """,
            "CREATE INDEX examinations_by_state ON examinations(bureau, state)",
            "CREATE INDEX examinations_by_first ON examinations(first_exhibit)",
            "CREATE INDEX examinations_by_second ON examinations(second_exhibit)",
            """
            CREATE TABLE examination_conclusions (
                examination BIGINT NOT NULL REFERENCES examinations(sequence),
                position INTEGER NOT NULL,
                round INTEGER NOT NULL,
                basis TEXT NOT NULL,
                conclusion TEXT NOT NULL,
                is_likely INTEGER NOT NULL,
                examiner TEXT NOT NULL,
                examiner_name TEXT NOT NULL,
                concluded_at BIGINT NOT NULL,
                document TEXT NOT NULL,
                PRIMARY KEY (examination, position),
                UNIQUE (examination, round, examiner)
            )
            """,
            """
            CREATE TABLE examination_steps (
                examination BIGINT NOT NULL REFERENCES examinations(sequence),
                position INTEGER NOT NULL,
                round INTEGER NOT NULL,
                kind TEXT NOT NULL,
                account TEXT NOT NULL,
                time BIGINT NOT NULL,
                note TEXT NOT NULL,
                conclusion TEXT,
                PRIMARY KEY (examination, position)
            )
            """,
            """
            CREATE TABLE exhibit_links (
                examination BIGINT PRIMARY KEY NOT NULL REFERENCES examinations(sequence),
                bureau TEXT NOT NULL REFERENCES bureaus(code),
                first_exhibit BIGINT NOT NULL REFERENCES exhibits(sequence),
                second_exhibit BIGINT NOT NULL REFERENCES exhibits(sequence),
                first_case BIGINT NOT NULL REFERENCES ballistic_cases(sequence),
                second_case BIGINT NOT NULL REFERENCES ballistic_cases(sequence),
                standing TEXT NOT NULL,
                since BIGINT NOT NULL,
                lead_at BIGINT NOT NULL,
                hit_at BIGINT,
                requested_at BIGINT,
                sent_at BIGINT,
                received_at BIGINT
            )
            """,
            "CREATE INDEX exhibit_links_by_first ON exhibit_links(first_exhibit)",
            "CREATE INDEX exhibit_links_by_second ON exhibit_links(second_exhibit)",
            "CREATE INDEX exhibit_links_by_cases ON exhibit_links(first_case, second_case)",
            """
            CREATE TABLE exhibit_link_steps (
                examination BIGINT NOT NULL REFERENCES exhibit_links(examination),
                position INTEGER NOT NULL,
                time BIGINT NOT NULL,
                account TEXT NOT NULL,
                bureau TEXT NOT NULL,
                step TEXT NOT NULL,
                note TEXT NOT NULL,
                PRIMARY KEY (examination, position)
            )
            """,
            """
            CREATE TABLE case_hits (
                sequence \(dialect.identityColumn),
                number TEXT NOT NULL UNIQUE,
                first_case BIGINT NOT NULL REFERENCES ballistic_cases(sequence),
                second_case BIGINT NOT NULL REFERENCES ballistic_cases(sequence),
                bureau TEXT NOT NULL REFERENCES bureaus(code),
                examination BIGINT NOT NULL REFERENCES examinations(sequence),
                made_at BIGINT NOT NULL,
                withdrawn_at BIGINT
            )
            """,
            "CREATE UNIQUE INDEX case_hits_once ON case_hits(first_case, second_case) WHERE withdrawn_at IS NULL",
            """
            CREATE TABLE planted_tests (
                examination BIGINT PRIMARY KEY NOT NULL REFERENCES examinations(sequence),
                truth TEXT NOT NULL,
                planted_by TEXT NOT NULL,
                planted_at BIGINT NOT NULL,
                note TEXT NOT NULL
            )
            """,
        ]
    }

    // MARK: Reading

    /// What every query reads from: the examination with both exhibits, as the row rule needs them.
    static let source = """
        FROM examinations x JOIN exhibits a ON a.sequence = x.first_exhibit \
        JOIN exhibits b ON b.sequence = x.second_exhibit
        """

    /// Whether the actor has concluded in the present round; its value is the actor's name.
    static let hasConcluded = """
        EXISTS (SELECT 1 FROM examination_conclusions k WHERE k.examination = x.sequence AND k.round = x.round \
        AND k.examiner = ?)
        """

    private static let columns = """
        x.sequence, x.number, x.bureau, x.state, x.basis, x.round, x.outcome, x.version, x.opened_at, \
        x.round_opened_at, x.changed_at, a.number, b.number, \
        (SELECT COUNT(*) FROM examination_conclusions k WHERE k.examination = x.sequence AND k.round = x.round), \
        (SELECT MIN(k.concluded_at) FROM examination_conclusions k WHERE k.examination = x.sequence \
        AND k.round = x.round), \
        CASE WHEN \(hasConcluded) THEN 1 ELSE 0 END
        """

    /// - Parameter condition: on `x`, `a` and `b`, without values of its own before those given.
    static func examinations(
        where condition: String, _ values: [DatabaseValue], order: String = "x.changed_at DESC", limit: Int,
        _ actor: Actor, _ connection: any ReadConnection
    ) throws -> [Examination] {
        let rule = AccessStore.mayKnowExamination(actor)
        let rows = try connection.rows(
            """
            SELECT \(columns) \(source) WHERE \(rule.sql) AND (\(condition)) ORDER BY \(order) LIMIT ?
            """,
            [.text(actor.name)] + rule.values + values + [.integer(limit)]
        ) { row in
            (row: Reading(row), first: row.text(11), second: row.text(12))
        }
        return try rows.compactMap { reading, first, second in
            guard let first = try ExhibitStore.exhibit(first, actor, connection),
                let second = try ExhibitStore.exhibit(second, actor, connection)
            else { return nil }
            return reading.examination(first, second, actor)
        }
    }

    /// The examination of a number, as far as the actor may know of it and of what happened in it.
    static func examination(
        _ number: String, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> Examination? {
        try examinations(where: "x.number = ?", [.text(number)], limit: 1, actor, connection).first
    }

    /// The columns of a row, before its exhibits are read.
    private struct Reading {
        var sequence: Int64
        var number: String
        var bureau: String
        var state: ExaminationState
        var basis: ExaminationBasis
        var round: Int
        var outcome: Conclusion?
        var version: Int
        var openedAt: Moment
        var roundOpenedAt: Moment
        var changedAt: Moment
        var conclusions: Int
        var firstConcludedAt: Moment?
        var hasConcluded: Bool

        init(_ row: any ResultRow) {
            sequence = row.integer(0)
            number = row.text(1)
            bureau = row.text(2)
            state = ExaminationState(rawValue: row.text(3)) ?? .opened
            basis = ExaminationBasis(rawValue: row.text(4)) ?? .screen
            round = Int(row.integer(5))
            outcome = row.optionalText(6).flatMap(Conclusion.init(rawValue:))
            version = Int(row.integer(7))
            openedAt = row.moment(8)
            roundOpenedAt = row.moment(9)
            changedAt = row.moment(10)
            conclusions = Int(row.integer(13))
            firstConcludedAt = row.optionalMoment(14)
            hasConcluded = row.flag(15)
        }

        /// The examination as the actor may see it. To a blind reader a disagreement looks like the wait for a
        /// verification: a third examiner must not know that two disagree.
        func examination(_ first: Exhibit, _ second: Exhibit, _ actor: Actor) -> Examination {
            let isBlind = Access.isBlind(in: state, hasConcluded: hasConcluded, actor)
            return Examination(
                sequence: sequence, number: number, bureau: bureau, first: first, second: second,
                state: isBlind && state == .disagreed ? .awaitingVerification : state, basis: basis, round: round,
                outcome: isBlind ? nil : outcome, version: isBlind ? round + min(conclusions, 1) : version,
                openedAt: openedAt, roundOpenedAt: roundOpenedAt,
                changedAt: isBlind ? firstConcludedAt ?? roundOpenedAt : changedAt,
                hasReaderConcluded: hasConcluded, isReaderBlind: isBlind
            )
        }
    }
}
