import Storage

/// Operations in the database.
enum OperationStore {
    static let migration = Migration(name: "operations") { _ in
        [
            """
            CREATE TABLE operations (
                code TEXT PRIMARY KEY NOT NULL,
                name TEXT NOT NULL,
                starts_on TEXT NOT NULL,
                ends_on TEXT NOT NULL
            )
            """,
            """
            CREATE TABLE operation_bureaus (
                operation TEXT NOT NULL REFERENCES operations(code),
                bureau TEXT NOT NULL REFERENCES bureaus(code),
                PRIMARY KEY (operation, bureau)
            )
            """,
        ]
    }

    static func insert(_ operation: Operation, _ connection: any WriteConnection) throws {
        try connection.execute(
            "INSERT INTO operations(code, name, starts_on, ends_on) VALUES (?, ?, ?, ?)",
            [
                .text(operation.code), .text(operation.name), .text(operation.startsOn.description),
                .text(operation.endsOn.description),
            ]
        )
        for bureau in Set(operation.bureaus).sorted() {
            try connection.execute(
                "INSERT INTO operation_bureaus(operation, bureau) VALUES (?, ?)",
                [.text(operation.code), .text(bureau)]
            )
        }
    }

    static func operations(of bureau: String, _ connection: any ReadConnection) throws -> [Operation] {
        let found = try connection.rows(
            """
            SELECT o.code, o.name, o.starts_on, o.ends_on FROM operations o
            JOIN operation_bureaus b ON b.operation = o.code WHERE b.bureau = ? ORDER BY o.starts_on DESC, o.code
            """,
            [.text(bureau)]
        ) { ($0.text(0), $0.text(1), CalendarDate($0.text(2)), CalendarDate($0.text(3))) }
        return try found.compactMap { code, name, start, end in
            guard let start, let end else { return nil }
            let bureaus = try connection.rows(
                "SELECT bureau FROM operation_bureaus WHERE operation = ? ORDER BY bureau", [.text(code)]
            ) { $0.text(0) }
            return Operation(code: code, name: name, startsOn: start, endsOn: end, bureaus: bureaus)
        }
    }

    static func exists(_ code: String, _ connection: any ReadConnection) throws -> Bool {
        try connection.exists("SELECT 1 FROM operations WHERE code = ?", [.text(code)])
    }

    static func takesPart(_ bureau: String, in operation: String, _ connection: any ReadConnection) throws -> Bool {
        try connection.exists(
            "SELECT 1 FROM operation_bureaus WHERE operation = ? AND bureau = ?", [.text(operation), .text(bureau)]
        )
    }
}
