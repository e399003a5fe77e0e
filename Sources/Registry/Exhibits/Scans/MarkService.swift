public import Storage
public import Surfaces
public import Toolmarks

/// What people do with the marks of exhibits: entering them, uploading their scans, correcting their region.
public struct MarkService: Sendable {
    let context: RegistryContext

    private static let mostMarks = 200

    /// Enters a mark of an exhibit of the actor's bureau.
    /// - Throws: `RegistryError` `invalid` where the kind or the label is none; `forbidden`; `not-found`.
    public func create(
        kind: ToolmarkKind, label: String, of number: String, _ actor: Actor
    ) async throws -> Mark {
        try Access.require(.writeExhibits, actor)
        return try await context.write(actor) { connection in
            try Self.insert(kind: kind, label: label, of: number, actor, connection)
        }
    }

    /// The marks of an exhibit in order.
    public func marks(of number: String, _ actor: Actor) async throws -> [Mark] {
        try Access.require(.readExhibits, actor)
        return try await context.database.read { connection in
            try MarkStore.marks(of: ExhibitService.found(number, actor, connection).sequence, connection)
        }
    }

    /// A mark with its scans and preparations. Reading is journalled as a consultation of its exhibit.
    /// - Throws: `RegistryError` `not-found`, also where the actor may not know that its exhibit exists.
    public func mark(_ number: MarkNumber, _ actor: Actor) async throws -> MarkDetail {
        let detail = try await look(at: number, actor)
        try await context.write(actor) {
            try $0.journal("exhibit.read", "exhibit:\(number.exhibit)", ["mark": "\(number)"])
        }
        return detail
    }

    /// The same without an entry in the journal, for what a page loads again and again, such as its pictures.
    public func look(at number: MarkNumber, _ actor: Actor) async throws -> MarkDetail {
        try Access.require(.readExhibits, actor)
        return try await context.database.read { try Self.detail(number, actor, $0) }
    }

    /// Keeps a scan that lies in the blob store and has it prepared in the background.
    /// - Parameters:
    ///   - name: the name of the file.
    ///   - reading: what is stated about a file that does not say it itself.
    /// - Returns: the number of the mark and the scan's row number.
    /// - Throws: `RegistryError` `duplicate` where the mark has the very same file already; `invalid` where the file is
    ///   too large; `forbidden`; `not-found`.
    @discardableResult
    public func addScan(
        _ blob: BlobHash, name: String, reading: ScanReading = ScanReading(), to target: ScanTarget, _ actor: Actor
    ) async throws -> (mark: MarkNumber, scan: Int64) {
        try Access.require(.writeExhibits, actor)
        let size = try context.blobs.size(blob)
        let most = context.settings.largestScanBytes
        var failures = reading.failures
        if size > most {
            failures.append(FieldFailure("file", "too-large", value: "\(size)", arguments: ["maximum": "\(most)"]))
        }
        if size == 0 { failures.append(FieldFailure("file", "empty")) }
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
        return try await context.write(actor) { connection in
            try Self.addScan(blob, name: name, size: size, reading: reading, to: target, actor, connection)
        }
    }

    /// Has a scan prepared again, with the region a person drew in place of the search, or nil to search again. The
    /// former preparations stay.
    public func prepareAgain(
        scan sequence: Int64, of number: MarkNumber, region: MaskShape?, _ actor: Actor
    ) async throws {
        try Access.require(.writeExhibits, actor)
        let failures = region?.failures ?? []
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
        try await context.write(actor) { connection in
            _ = try ExhibitService.owned(number.exhibit, actor, connection)
            let detail = try Self.detail(number, actor, connection)
            guard detail.scan(sequence) != nil else { throw RegistryError(.notFound, subject: "\(sequence)") }
            guard !detail.isWaiting else {
                throw RegistryError(
                    .illegalState, subject: "\(number)", failures: [FieldFailure("scan", "still-waiting")]
                )
            }
            try PreparationJobStore.insert(scan: sequence, region: region, connection)
            try connection.journal(
                "mark.prepare", "exhibit:\(number.exhibit)",
                ["mark": "\(number)", "region": region == nil ? "searched" : "drawn"]
            )
        }
    }

    /// Makes an earlier preparation the one the mark is compared by.
    /// - Parameter version: its number among the preparations of the mark.
    public func choose(preparation version: Int, of number: MarkNumber, _ actor: Actor) async throws {
        try Access.require(.writeExhibits, actor)
        try await context.write(actor) { connection in
            _ = try ExhibitService.owned(number.exhibit, actor, connection)
            let detail = try Self.detail(number, actor, connection)
            guard let chosen = detail.preparations.first(where: { $0.version == version }) else {
                throw RegistryError(.notFound, subject: "\(version)")
            }
            guard chosen.sequence != detail.mark.currentPreparation else { return }
            try PreparationService.makeCurrent(chosen.sequence, version, of: detail.mark, connection)
        }
    }

    /// What a file of a mark holds, whose hash came from `look`.
    public func content(of blob: BlobHash) throws -> [UInt8] { try context.blobs.get(blob) }

    /// A scan's file as it arrived. Reading it is journalled as a disclosure.
    public func file(
        ofScan sequence: Int64, of number: MarkNumber, _ actor: Actor
    ) async throws -> (scan: Scan, bytes: [UInt8]) {
        guard let scan = try await look(at: number, actor).scan(sequence) else {
            throw RegistryError(.notFound, subject: "\(sequence)")
        }
        try await context.write(actor) {
            try $0.journal("scan.read", "exhibit:\(number.exhibit)", ["mark": "\(number)", "scan": "\(sequence)"])
        }
        return (scan, try context.blobs.get(scan.blob))
    }
}

extension MarkService {
    static func detail(
        _ number: MarkNumber, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> MarkDetail {
        guard let mark = try MarkStore.mark(number, actor, connection) else {
            throw RegistryError(.notFound, subject: "\(number)")
        }
        let scans = try ScanStore.scans(of: mark.sequence, connection)
        var sameFile: [Int64: [MarkNumber]] = [:]
        for scan in scans {
            let others = try ScanStore.marks(withBlob: scan.blob, except: mark.sequence, actor, connection)
            if !others.isEmpty { sameFile[scan.sequence] = others }
        }
        return MarkDetail(
            mark: mark, scans: scans, preparations: try MarkStore.preparations(of: mark.sequence, connection),
            isWaiting: try PreparationJobStore.isWaiting(mark: mark.sequence, connection), sameFile: sameFile
        )
    }

    private static func insert(
        kind: ToolmarkKind, label: String, of number: String, _ actor: Actor, _ connection: JournalledConnection
    ) throws -> Mark {
        let exhibit = try ExhibitService.owned(number, actor, connection)
        var failures = ExhibitRules.failures(ofLabel: label)
        if !exhibit.content.kind.markKinds.contains(kind) {
            failures.append(FieldFailure("kind", "not-of-this-kind", value: kind.rawValue))
        }
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
        let marks = try MarkStore.marks(of: exhibit.sequence, connection)
        guard marks.count < mostMarks else {
            throw RegistryError(
                .invalid, failures: [FieldFailure("marks", "too-many", arguments: ["maximum": "\(mostMarks)"])]
            )
        }
        if let first = marks.first(where: { $0.kind == kind && $0.label == label }) {
            throw RegistryError(
                .duplicate, subject: "\(first.number)",
                failures: [
                    FieldFailure("label", "duplicate", value: label, arguments: ["number": "\(first.number)"])
                ])
        }
        let mark = try MarkStore.insert(kind: kind, label: label, of: exhibit, at: connection.time, connection)
        try connection.journal(
            "mark.create", "exhibit:\(exhibit.number)", ["mark": "\(mark.number)", "kind": kind.rawValue]
        )
        return mark
    }

    /// Adds a scan in a transaction that may do more.
    static func addScan(
        _ blob: BlobHash, name: String, size: Int, reading: ScanReading, to target: ScanTarget, _ actor: Actor,
        _ connection: JournalledConnection
    ) throws -> (mark: MarkNumber, scan: Int64) {
        let mark: Mark
        switch target {
        case .newMark(let exhibit, let kind, let label):
            mark = try insert(kind: ToolmarkKind(rawValue: kind), label: label, of: exhibit, actor, connection)
        case .mark(let number):
            _ = try ExhibitService.owned(number.exhibit, actor, connection)
            guard let found = try MarkStore.mark(number, actor, connection) else {
                throw RegistryError(.notFound, subject: "\(number)")
            }
            mark = found
            if try ScanStore.scans(of: mark.sequence, connection).contains(where: { $0.blob == blob }) {
                throw RegistryError(
                    .duplicate, subject: "\(number)",
                    failures: [FieldFailure("file", "duplicate", value: name, arguments: ["number": "\(number)"])]
                )
            }
        }
        let scan = try ScanStore.insert(
            blob: blob, fileName: String(name.prefix(200)), size: size, reading: reading, of: mark.sequence,
            by: actor.name, at: connection.time, connection
        )
        try PreparationJobStore.insert(scan: scan, region: nil, connection)
        try connection.journal(
            "scan.add", "exhibit:\(mark.number.exhibit)", ["mark": "\(mark.number)", "scan": "\(scan)"]
        )
        return (mark.number, scan)
    }
}

extension ExhibitKind {
    /// The kinds of marks that it can bear, the usual one first.
    public var markKinds: [ToolmarkKind] {
        switch self {
        case .cartridgeCase: [.breechFace, .firingPin, .profile]
        case .bullet: [.land, .profile]
        }
    }
}
