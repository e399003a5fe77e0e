import Firearms
import Storage
import Synchronization
import TestSupport

@testable import Registry

/// A small installation in a folder of its own: bureaus BR, AR, CL and the coordination centre HUB, each with a user in
/// every role, and a clock that stands until a test moves it.
struct World: Sendable {
    let folder: TemporaryFolder
    let database: SQLiteDatabase
    let registry: Registry
    let clock: SettableClock

    static let bureaus = [
        Bureau(code: "BR", name: "NCB Brasilia", country: Country("BR")),
        Bureau(code: "AR", name: "NCB Buenos Aires", country: Country("AR")),
        Bureau(code: "CL", name: "NCB Santiago", country: Country("CL")),
        Bureau(code: "HUB", name: "Coordination centre", country: nil),
    ]

    /// - Parameter databaseName: the file of the database; the program looks for `cartouche.sqlite`.
    init(_ settings: RegistrySettings = RegistrySettings(), databaseName: String = "cartouche.db") async throws {
        var settings = settings
        // Small, so that a short file has several.
        settings.importRowsPerTransaction = 1_000
        // Tests wait for lists, beside much other work.
        settings.correlation.niceness = 0
        let folder = try TemporaryFolder()
        let clock = SettableClock("2026-11-23T10:00:00.000Z")
        database = try SQLiteDatabase.open(at: folder.path(of: databaseName), readers: 2)
        registry = try await Registry.open(
            database: database, blobs: try BlobStore(folder: folder.path(of: "blobs")), settings: settings,
            // The registry keeps the folder: it is in use as long as the registry is.
            now: { withExtendedLifetime(folder) { clock.now } }
        )
        self.folder = folder
        self.clock = clock
        let now = clock.now
        try await database.write { connection in
            for bureau in Self.bureaus {
                try BureauStore.insert(bureau, connection)
                for role in Role.allCases {
                    let user = User(
                        id: .make(), name: Self.userName(role, bureau.code), displayName: role.rawValue,
                        bureau: bureau.code, role: role, isDisabled: false, language: "en", createdAt: now
                    )
                    try BureauStore.insert(user, passwordHash: "", connection)
                }
            }
        }
    }

    /// What services of another process over the same data share.
    func context(cacheFolder: String? = nil) -> RegistryContext {
        RegistryContext(
            database: database, blobs: registry.blobs, settings: registry.settings, cacheFolder: cacheFolder,
            now: { clock.now })
    }

    static func userName(_ role: Role, _ bureau: String) -> String { "\(role.rawValue).\(bureau.lowercased())" }

    /// The user of a bureau with the role.
    func actor(_ role: Role, _ bureau: String) async throws -> Actor {
        try await registry.signIn.actor(onThisMachine: Self.userName(role, bureau))
    }

    func desk(_ bureau: String) async throws -> Actor { try await actor(.bureauDesk, bureau) }
    func officer(_ bureau: String) async throws -> Actor { try await actor(.officer, bureau) }
    func coordinator() async throws -> Actor { try await actor(.coordinator, "HUB") }

    /// Enters a record of a bureau through its desk.
    @discardableResult
    func enter(_ content: RecordContent, _ bureau: String) async throws -> FirearmRecord {
        try await registry.records.create(content, try await desk(bureau))
    }

    /// Works off the journal until the matcher has nothing left to do.
    func match() async throws {
        while try await registry.matcher.advance() > 0 {}
    }

    /// A whole export as one text.
    func export(_ filter: RecordFilter, _ actor: Actor) async throws -> String {
        var piece = try await registry.export.start(filter, actor)
        var bytes = piece.bytes
        while let next = piece.next {
            piece = try await registry.export.piece(filter, from: next, actor)
            bytes += piece.bytes
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The number of rows a query counts.
    func count(_ sql: String, _ values: [DatabaseValue] = []) async throws -> Int {
        try await database.read { try $0.count(sql, values) }
    }

    /// The actions of the journal, oldest first.
    func actions(after sequence: Int64 = 0) async throws -> [String] {
        try await database.read { try $0.journalEntries(after: sequence, limit: 100_000).map(\.action) }
    }

    /// The records that a row rule on alias `r` lets through.
    func sequences(_ rule: RowRule) async throws -> Set<Int64> {
        Set(
            try await database.read {
                try $0.rows("SELECT r.sequence FROM firearm_records r WHERE \(rule.sql)", rule.values) {
                    $0.integer(0)
                }
            })
    }

    func journalHead() async throws -> Int64 {
        try await database.read { try $0.journalHead().sequence }
    }

    /// What the call throws; nil where it throws nothing or something else.
    func refusal(_ body: () async throws -> some Any) async -> RegistryError? {
        do {
            _ = try await body()
            return nil
        } catch {
            return error as? RegistryError
        }
    }
}

/// A clock that moves when it is told to.
final class SettableClock: Sendable {
    private let time: Mutex<Moment>

    init(_ text: String) { time = Mutex(Moment(text) ?? Moment(milliseconds: 0)) }

    var now: Moment { time.withLock { $0 } }

    func advance(seconds: Int64 = 0, days: Int64 = 0) {
        time.withLock { $0 = $0.adding(seconds: seconds).adding(days: days) }
    }
}

/// A stolen pistol with a number on its frame.
func gun(
    _ serial: String, make: String? = "TAURUS", model: String? = "PT 92", calibre: String? = "9mm",
    state: NumberState = .legible, handling: HandlingLevel = .officialUseOnly, hiddenFrom: [String] = [],
    retentionUntil: String? = nil
) -> RecordContent {
    let countries = hiddenFrom.compactMap { Country($0) }
    return RecordContent(
        recordClass: .stolen,
        firearm: Firearm(
            type: .pistol, make: make, model: model, calibre: calibre,
            numbers: [FirearmNumber(part: .frame, text: serial, state: state)]
        ),
        handling: handling, hiddenFrom: countries.isEmpty ? nil : countries,
        retentionUntil: retentionUntil.flatMap { CalendarDate($0) }
    )
}

/// A check of a number with nothing else known.
func reading(_ serial: String, make: String? = nil, calibre: String? = nil) -> CheckRequest {
    CheckRequest(serial: serial, make: make, calibre: calibre, purpose: .borderControl)
}

/// The record of a report; nil where it is of another kind.
func firearm(_ report: CheckReport) -> FirearmRecord? {
    if case .firearm(let record) = report.content { return record }
    return nil
}
