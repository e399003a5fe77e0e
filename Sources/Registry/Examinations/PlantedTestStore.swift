import Storage

/// Planted tests in the database.
enum PlantedTestStore {
    static func insert(
        _ examination: Int64, truth: PlantedTest.Truth, note: String, _ connection: JournalledConnection
    ) throws {
        try connection.execute(
            "INSERT INTO planted_tests(examination, truth, planted_by, planted_at, note) VALUES (?, ?, ?, ?, ?)",
            [
                .integer(examination), .text(truth.rawValue), .text(connection.actor.name),
                connection.time.databaseValue, .text(note),
            ]
        )
    }

    /// The tests of the actor's laboratory, the latest first; for its quality managers alone.
    static func tests(_ actor: Actor, _ connection: any ReadConnection) throws -> [PlantedTest] {
        let examinations = try ExaminationStore.examinations(
            where: "EXISTS (SELECT 1 FROM planted_tests t WHERE t.examination = x.sequence)", [],
            order: "x.sequence DESC", limit: 10_000, actor, connection
        )
        return try examinations.compactMap { examination in
            let conclusions = try ExaminationStore.conclusions(of: examination.sequence, connection)
            return try connection.first(
                "SELECT truth, planted_by, planted_at, note FROM planted_tests WHERE examination = ?",
                [.integer(examination.sequence)]
            ) { row in
                PlantedTest(
                    examination: examination, truth: PlantedTest.Truth(rawValue: row.text(0)) ?? .differentSources,
                    plantedBy: row.text(1), plantedAt: row.moment(2), note: row.text(3), conclusions: conclusions
                )
            }
        }
    }
}
