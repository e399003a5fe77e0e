import Firearms
import Storage
import Surfaces
import Toolmarks

@testable import Registry

/// A mark for tests: its exhibit with what decides comparisons, and its prepared surface.
struct EnteredMark: Sendable {
    var content = ExhibitContent(kind: .cartridgeCase)
    var kind = ToolmarkKind.breechFace
    var submission = Exhibit.Submission.submitted
    var event: EventContent?
    /// The surface; nil for a preparation whose file is gone.
    var surface: SurfaceMap?
    /// Marks with the same name belong to one exhibit.
    var exhibitName: String?
    /// Exhibits with the same name belong to one case.
    var caseName: String?

    /// A firing of one of the generated breech faces.
    init(tool: Int, firing: Int = 0) {
        surface = Self.surface(tool: tool, firing: firing)
    }

    /// A land of one of the generated bullets.
    init(land: Int, barrel: UInt64, bullet: UInt64) {
        content = ExhibitContent(kind: .bullet)
        kind = .land
        surface = LandGenerator(barrel: barrel, bullet: bullet).scan(land: land)
    }

    static func surface(tool: Int, firing: Int) -> SurfaceMap {
        let seed = GeneratedTool.seed(11, .granular, tool)
        return GeneratedTool(.granular, seed: seed).firing(firing).prepared(pitch: 12.5)
    }

    /// The same with other facts.
    func with(_ change: (inout EnteredMark) -> Void) -> EnteredMark {
        var changed = self
        change(&changed)
        return changed
    }
}

extension World {
    /// Enters a mark with its case, exhibit, scan and preparation.
    @discardableResult
    func enter(_ mark: EnteredMark, _ bureau: String, isJournalled: Bool = true) async throws -> MarkNumber {
        let actor = try await actor(.examiner, bureau)
        let surface = try stored(mark.surface)
        let form = try mark.kind.isImpressed ? mark.surface.map { try ScreeningForm($0).bytes } ?? [] : []
        let now = clock.now
        return try await database.write { base in
            let connection = JournalledConnection(base: base, actor: actor, time: now)
            let exhibit = try Self.exhibit(mark, actor, connection)
            let place =
                try connection.count("SELECT COUNT(*) FROM marks WHERE exhibit = ?", [.integer(exhibit.sequence)]) + 1
            let sequence = try connection.first(
                """
                INSERT INTO marks (exhibit, place, kind, label, created_at) VALUES (?, ?, ?, '', ?) RETURNING sequence
                """,
                [.integer(exhibit.sequence), .integer(place), .text(mark.kind.rawValue), now.databaseValue]
            ) { $0.integer(0) }
            let number = MarkNumber(exhibit: exhibit.number, place: place)
            try Self.prepare(sequence ?? 0, surface, form, connection)
            if isJournalled { try connection.journal("mark.prepare", "mark:\(number)") }
            return number
        }
    }

    /// Prepares a mark anew.
    func prepareAgain(_ number: MarkNumber, _ map: SurfaceMap, _ bureau: String) async throws {
        let actor = try await actor(.examiner, bureau)
        let surface = try stored(map)
        let form = try ScreeningForm(map).bytes
        let now = clock.now
        try await database.write { base in
            let connection = JournalledConnection(base: base, actor: actor, time: now)
            let mark = try MarkStore.mark(number, actor, connection)
            try Self.prepare(mark?.sequence ?? 0, surface, form, connection)
            try connection.journal("mark.prepare", "mark:\(number)")
        }
    }

    /// Changes columns of an exhibit, as its owner would through the exhibit's own service.
    func change(_ exhibit: String, _ assignment: String, _ bureau: String) async throws {
        let actor = try await actor(.examiner, bureau)
        let now = clock.now
        try await database.write { base in
            let connection = JournalledConnection(base: base, actor: actor, time: now)
            try connection.execute("UPDATE exhibits SET \(assignment) WHERE number = ?", [.text(exhibit)])
            try connection.journal("exhibit.change", "exhibit:\(exhibit)")
        }
    }

    /// Works the queue off.
    func correlate(_ worker: CorrelationWorker? = nil) async throws {
        let worker = worker ?? registry.correlationWorker(threads: 2)
        while try await worker.step() {}
    }

    /// The numbers of the list of a mark, best first.
    func ranked(_ number: MarkNumber, _ actor: Actor) async throws -> [MarkNumber] {
        try await registry.correlations.list(of: number, limit: 200, actor).entries.map(\.mark.number)
    }

    private func stored(_ map: SurfaceMap?) throws -> BlobHash {
        guard let map else { return BlobHash(of: [0]) }
        return try registry.blobs.put(X3PDocument(map).encoded(level: 1))
    }

    private static func exhibit(
        _ mark: EnteredMark, _ actor: Actor, _ connection: JournalledConnection
    ) throws -> (sequence: Int64, number: String) {
        let now = connection.time.databaseValue
        let known = try connection.count("SELECT COUNT(*) FROM exhibits") + 1
        let name = mark.exhibitName.map { "\(actor.bureau)-E-\($0)" } ?? "\(actor.bureau)-E-2026-\(100_000 + known)"
        if let found = try connection.first(
            "SELECT sequence FROM exhibits WHERE number = ?", [.text(name)], { $0.integer(0) }
        ) {
            return (found, name)
        }
        let caseName = mark.caseName.map { "\(actor.bureau)-C-\($0)" } ?? name.replacing("-E-", with: "-C-")
        let content = try DocumentCoding.text(CaseContent(title: caseName, laboratory: "Laboratory"))
        try connection.execute(
            """
            INSERT INTO ballistic_cases (number, bureau, reference, version, document, created_at, changed_at)
            VALUES (?, ?, '', 1, ?, ?, ?) ON CONFLICT (number) DO NOTHING
            """,
            [.text(caseName), .text(actor.bureau), .text(content), now, now]
        )
        let caseRow = try connection.count("SELECT sequence FROM ballistic_cases WHERE number = ?", [.text(caseName)])
        var event: Int64?
        if let happened = mark.event {
            event = try connection.first(
                """
                INSERT INTO ballistic_events (ballistic_case, place, kind, date_from, date_until, country, latitude, \
                longitude, document) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING sequence
                """,
                [
                    .integer(caseRow), .integer(known), .text(happened.kind.rawValue),
                    .optional(happened.from?.description), .optional(happened.until?.description),
                    .optional(happened.country?.code), .optional(happened.coordinates?.latitude),
                    .optional(happened.coordinates?.longitude), .text(try DocumentCoding.text(happened)),
                ]
            ) { $0.integer(0) }
        }
        let facts = mark.content
        let sequence = try connection.first(
            """
            INSERT INTO exhibits (number, bureau, ballistic_case, event, kind, is_test_fire, calibre_code, lands, \
            twist, firing_pin_shape, breech_face_class, handling, hidden_from, submission, retention_until, version, \
            document, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)
            RETURNING sequence
            """,
            [
                .text(name), .text(actor.bureau), .integer(caseRow), .optional(event), .text(facts.kind.rawValue),
                .flag(facts.isTestFire), .optional(facts.calibreCode), .optional(facts.characteristics.lands),
                .optional(facts.characteristics.twist?.rawValue),
                .optional(facts.characteristics.firingPinShape?.rawValue),
                .optional(facts.characteristics.breechFaceClass?.rawValue), .integer(facts.handling.rank),
                .text(AccessStore.hiddenFromColumn(facts.hiddenFrom)), .text(mark.submission.rawValue),
                .optional(facts.retentionUntil?.description), .text(try DocumentCoding.text(facts)), now, now,
            ]
        ) { $0.integer(0) }
        return (sequence ?? 0, name)
    }

    private static func prepare(
        _ mark: Int64, _ surface: BlobHash, _ form: [UInt8], _ connection: JournalledConnection
    ) throws {
        let now = connection.time.databaseValue
        let scan = try connection.first(
            """
            INSERT INTO scans (mark, blob, file_name, size, state, findings, uploaded_by, uploaded_at)
            VALUES (?, ?, 'scan.x3p', 0, 'ready', '[]', ?, ?) RETURNING sequence
            """,
            [.integer(mark), surface.databaseValue, .text(connection.actor.name), now]
        ) { $0.integer(0) }
        let version =
            try connection.count("SELECT COUNT(*) FROM mark_preparations WHERE mark = ?", [.integer(mark)]) + 1
        let preparation = try connection.first(
            """
            INSERT INTO mark_preparations (mark, scan, version, surface, screening_form, picture, thumbnail, made_by, \
            made_at, document) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '{}') RETURNING sequence
            """,
            [
                .integer(mark), .optional(scan), .integer(version), surface.databaseValue, .blob(form),
                surface.databaseValue, surface.databaseValue, .text(connection.actor.name), now,
            ]
        ) { $0.integer(0) }
        try connection.execute(
            "UPDATE marks SET current_preparation = ? WHERE sequence = ?", [.optional(preparation), .integer(mark)]
        )
    }
}
