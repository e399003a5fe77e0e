import CSodium
public import Storage

/// The capabilities of Cartouche over one database: everything a person or a program does goes through these
/// services, which decide rights, keep rules, change data and write the journal.
public struct Registry: Sendable {
    /// Where everything but file contents is kept.
    public let database: any Database
    /// Where the contents of attachments and imported files are kept.
    public let blobs: BlobStore
    /// The times and limits in force.
    public let settings: RegistrySettings

    /// Signing in and out, and who a session or token stands for.
    public let signIn: SignInService
    /// The API tokens of the actor itself.
    public let tokens: TokenService
    /// The bureaus that take part.
    public let bureaus: BureauService
    /// The users of a bureau, and one's own account.
    public let users: UserService
    /// Entering, changing, reading and listing firearm records.
    public let records: RecordService
    /// Entering, changing, reading and listing records of travel documents.
    public let documents: DocumentService
    /// Entering, changing, reading and listing records of vehicles.
    public let vehicles: VehicleService
    /// Files of travel documents on their way into the registry.
    public let documentImport: ObjectImport<TravelDocument>
    /// Files of vehicles on their way into the registry.
    public let vehicleImport: ObjectImport<Vehicle>
    /// Files that belong to records.
    public let attachments: AttachmentService
    /// Delimited files on their way into the registry.
    public let imports: ImportService
    /// Records written out in the columns of an import.
    public let export: RecordExport
    /// What a bureau adds to the reference table.
    public let reference: ReferenceService
    /// Checking firearms, documents, vehicles and persons, and the report of a candidate.
    public let checks: CheckService
    /// Keeps numbers ready that are found although they were read with an error.
    public let numberIndex: NumberIndexService
    /// Keeps numbers of documents and vehicles ready.
    public let objectIndex: ObjectIndexService
    /// Keeps names of persons and entities in notices ready.
    public let personIndex: PersonIndexService
    /// What parties do with hits, and the clocks of hits.
    public let hits: HitService
    /// Matching of new records against earlier checks and other bureaus' records.
    public let matcher: HitMatcher
    /// The joint operations that checks may belong to.
    public let operations: OperationService
    /// Writing, screening, publishing and reading notices.
    public let notices: NoticeService
    /// The library of methods that purple notices share.
    public let methods: MethodService
    /// The extracts of notices that anybody may read.
    public let publicNotices: PublicNoticeService
    /// Examinations of pairs of exhibits: conclusions, verification, and the leads and hits that come of them.
    public let examinations: ExaminationService
    /// Ranked lists of marks, and the queue of correlations.
    public let correlations: CorrelationService
    /// Two marks side by side, and what the engine says of them.
    public let comparisons: ComparisonService
    /// What examiners note and keep of two marks.
    public let pairMaterial: PairMaterialService
    /// The cases of laboratories and their events.
    public let cases: CaseService
    /// Cartridge cases and bullets, their custody, and whether other countries may compare them.
    public let exhibits: ExhibitService
    /// The marks of exhibits and their scans.
    public let marks: MarkService
    /// Scans that arrive in several requests.
    public let scanUploads: ScanUploadService
    /// Folders of scans on their way into the registry.
    public let exhibitImports: ExhibitImportService
    /// Preparing scans behind the requests that brought them.
    public let preparations: PreparationService
    /// Reading the journal.
    public let audit: AuditService
    /// Setting up an empty installation.
    public let installation: InstallationService
    /// Answers kept so that a repeated request is done once.
    public let idempotency: IdempotencyService

    /// Opens the registry on a database, bringing its tables up to date.
    /// - Parameters:
    ///   - cacheFolder: where files are kept that a restart is quicker with and that can be made again; nil for none.
    ///   - now: the clock; tests give their own.
    /// - Throws: `StorageError`, for example where the database is newer than the program.
    public static func open(
        database: any Database, blobs: BlobStore, settings: RegistrySettings = RegistrySettings(),
        cacheFolder: String? = nil,
        now: @escaping @Sendable () -> Moment = { .now() }
    ) async throws -> Registry {
        // Idempotent and thread-safe; chooses the fastest implementations for this processor.
        _ = sodium_init()
        try await database.migrate(migrations)
        let context = RegistryContext(
            database: database, blobs: blobs, settings: settings, cacheFolder: cacheFolder, now: now)
        return Registry(context)
    }

    /// Every table, in the order in which they came to be. Never edited: a change is a new migration.
    static let migrations: [Migration] = [
        Journal.migration, BureauStore.migration, SessionStore.migration, RecordStore.migration,
        AttachmentStore.migration, OperationStore.migration, CheckStore.migration, HitStore.migration,
        ImportStore.migration, AuditStore.migration, IdempotencyStore.migration,
        IdempotencyStore.entityTagMigration, RecordStore.traitsMigration, NoticeStore.migration,
        ReferenceStore.migration, ImportUnderstandingStore.migration,
        ExhibitStore.migration, NoticePictureStore.thumbnailMigration, ExaminationStore.migration,
        CorrelationStore.migration, NoticeStore.listMigration, ObjectStore.migration, CheckedPersonStore.migration,
        HitStore.allClassesMigration, PairMaterialStore.migration,
        CorrelationStore.orderMigration, ScanStore.migration,
        ExaminationReportStore.migration, ObjectStore.keysByRecordMigration,
    ]

    private let context: RegistryContext

    private init(_ context: RegistryContext) {
        self.context = context
        database = context.database
        blobs = context.blobs
        settings = context.settings
        signIn = SignInService(context: context)
        tokens = TokenService(context: context)
        bureaus = BureauService(context: context)
        users = UserService(context: context)
        records = RecordService(context: context)
        documents = DocumentService(context: context)
        vehicles = VehicleService(context: context)
        documentImport = ObjectImport(context: context)
        vehicleImport = ObjectImport(context: context)
        attachments = AttachmentService(context: context)
        imports = ImportService(context: context)
        export = RecordExport(context: context)
        reference = ReferenceService(context: context)
        checks = CheckService(context: context)
        numberIndex = NumberIndexService(context: context)
        objectIndex = ObjectIndexService(context: context)
        personIndex = PersonIndexService(context: context)
        hits = HitService(context: context)
        matcher = HitMatcher(context: context)
        operations = OperationService(context: context)
        notices = NoticeService(context: context)
        methods = MethodService(context: context)
        publicNotices = PublicNoticeService(context: context)
        examinations = ExaminationService(context: context)
        correlations = CorrelationService(context: context)
        comparisons = ComparisonService(context: context)
        pairMaterial = PairMaterialService(context: context, comparisons: comparisons)
        cases = CaseService(context: context)
        exhibits = ExhibitService(context: context)
        marks = MarkService(context: context)
        scanUploads = ScanUploadService(context: context)
        exhibitImports = ExhibitImportService(context: context)
        preparations = PreparationService(context: context)
        audit = AuditService(context: context)
        installation = InstallationService(context: context)
        idempotency = IdempotencyService(context: context)
    }
}

extension Registry {
    /// A worker that takes correlation jobs from the queue, with so many threads of its own.
    public func correlationWorker(threads: Int) -> CorrelationWorker {
        CorrelationWorker(context: context, threads: threads)
    }

    /// Workers that take jobs side by side, one thread each, with one memory of coarse forms between them.
    public func correlationWorkers(_ count: Int) -> [CorrelationWorker] {
        CorrelationWorker.workers(count, context: context)
    }
}

extension RegistryContext {
    var checks: CheckService { CheckService(context: self) }
}
