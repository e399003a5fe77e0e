import CSodium
public import Storage

/// The capabilities of Cartouche over one database: everything a person or a program does goes through these
/// services, which decide rights, keep rules, change data and write the journal.
public struct Registry: Sendable {
    public let database: any Database
    public let blobs: BlobStore
    public let settings: RegistrySettings

    public let signIn: SignInService
    public let tokens: TokenService
    public let bureaus: BureauService
    public let users: UserService
    public let records: RecordService
    public let attachments: AttachmentService
    public let imports: ImportService
    public let export: RecordExport
    public let checks: CheckService
    public let hits: HitService
    public let matcher: HitMatcher
    public let operations: OperationService
    public let audit: AuditService
    public let installation: InstallationService
    public let idempotency: IdempotencyService

    /// Opens the registry on a database, bringing its tables up to date.
    /// - Parameter now: the clock; tests give their own.
    /// - Throws: `StorageError`, for example where the database is newer than the program.
    public static func open(
        database: any Database, blobs: BlobStore, settings: RegistrySettings = RegistrySettings(),
        now: @escaping @Sendable () -> Moment = { .now() }
    ) async throws -> Registry {
        // Idempotent and thread-safe; chooses the fastest implementations for this processor.
        _ = sodium_init()
        try await database.migrate(migrations)
        return Registry(RegistryContext(database: database, blobs: blobs, settings: settings, now: now))
    }

    /// Every table, in the order in which they came to be. Never edited: a change is a new migration.
    static let migrations: [Migration] = [
        Journal.migration, BureauStore.migration, SessionStore.migration, RecordStore.migration,
        AttachmentStore.migration, OperationStore.migration, CheckStore.migration, HitStore.migration,
        ImportStore.migration, AuditStore.migration, IdempotencyStore.migration,
        IdempotencyStore.entityTagMigration,
    ]

    private init(_ context: RegistryContext) {
        database = context.database
        blobs = context.blobs
        settings = context.settings
        signIn = SignInService(context: context)
        tokens = TokenService(context: context)
        bureaus = BureauService(context: context)
        users = UserService(context: context)
        records = RecordService(context: context)
        attachments = AttachmentService(context: context)
        imports = ImportService(context: context)
        export = RecordExport(context: context)
        checks = CheckService(context: context)
        hits = HitService(context: context)
        matcher = HitMatcher(context: context)
        operations = OperationService(context: context)
        audit = AuditService(context: context)
        installation = InstallationService(context: context)
        idempotency = IdempotencyService(context: context)
    }
}

extension RegistryContext {
    var checks: CheckService { CheckService(context: self) }
}
