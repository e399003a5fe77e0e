import GeneratedContent
import Identity
import InstallationDatabase

/// Writes records of travel documents and of vehicles with the keys they are found by.
struct ObjectWriter {
    let database: InstallationDatabase
    let bureau: String

    func addDocuments(_ count: Int) throws {
        var random = SplitMix64(state: 3)
        try add(count, kind: "document", series: "-D", recordClass: "stolen") { _ in
            let number = random.text("AA9999999")
            let content = """
                {"recordClass":"stolen","object":{"number":"\(number)","type":"passport","issuer":"BRA"},\
                "eventDate":"\(GeneratedRecord.day(random.next()))","purpose":"identify-objects",\
                "handling":"official-use-only","retentionUntil":"2031-01-01"}
                """
            return (content, [(0, DocumentNumber(number)?.folded)])
        }
    }

    func addVehicles(_ count: Int) throws {
        var random = SplitMix64(state: 4)
        try add(count, kind: "vehicle", series: "-V", recordClass: "stolen") { _ in
            let (vin, plate, engine) = (
                random.text("8ZAAA9999AA999999"), random.text("AAA9A99"), random.text("AA9999999")
            )
            let content = """
                {"recordClass":"stolen","object":{"vin":"\(vin)","plate":"\(plate)","plateCountry":"BR",\
                "engine":"\(engine)","make":"Toyota","model":"Hilux"},\
                "eventDate":"\(GeneratedRecord.day(random.next()))","purpose":"identify-objects",\
                "handling":"official-use-only","retentionUntil":"2031-01-01"}
                """
            let keys: [(Int64, String?)] = [
                (2, VehicleIdentificationNumber(vin)?.folded), (3, LicencePlate(plate, country: "BR")?.folded),
                (4, EngineNumber(engine)?.folded),
            ]
            return (content, keys)
        }
    }

    /// The keys are sorted before they are put into their table, which is their order there.
    private func add(
        _ count: Int, kind: String, series: String, recordClass: String,
        _ draw: (Int) -> (content: String, keys: [(kind: Int64, folded: String?)])
    ) throws {
        try database.run("CREATE TEMP TABLE drawn_keys (kind INTEGER, folded TEXT, record INTEGER)")
        let first = try database.integer("SELECT COALESCE(MAX(sequence), 0) FROM object_records") + 1
        for place in 0..<count {
            let (content, keys) = draw(place)
            let sequence = first + Int64(place)
            try database.run(
                """
                INSERT INTO object_records (sequence, kind, number, bureau, status, class, handling, hidden_from, \
                retention_until, version, document, created_at, changed_at)
                VALUES (?, ?, ?, ?, 'active', ?, 0, '', '2031-01-01', 1, ?, ?, ?)
                """,
                [
                    .integer(sequence), .text(kind), .text(GeneratedRecord.number(bureau, series, place)),
                    .text(bureau),
                    .text(recordClass), .text(content), .integer(GeneratedRecord.now), .integer(GeneratedRecord.now),
                ]
            )
            for key in keys {
                guard let folded = key.folded else { continue }
                try database.run(
                    "INSERT INTO drawn_keys VALUES (?, ?, ?)", [.integer(key.kind), .text(folded), .integer(sequence)]
                )
            }
        }
        try database.run(
            "INSERT INTO object_keys SELECT DISTINCT kind, folded, record FROM drawn_keys ORDER BY kind, folded, record"
        )
        try database.run("DROP TABLE drawn_keys")
    }
}
