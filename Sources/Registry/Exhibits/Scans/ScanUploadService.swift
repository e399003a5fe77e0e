public import Storage

/// Scans that arrive in several requests: each goes on where the last one ended, for as many hours as the settings say.
/// An upload is known to the user who began it alone.
public struct ScanUploadService: Sendable {
    let context: RegistryContext

    private static let mostUploads = 20

    /// Begins an upload.
    /// - Parameters:
    ///   - size: bytes.
    ///   - reading: what is stated about a file that does not say it itself.
    /// - Throws: `RegistryError` `invalid` where the size or the target is none; `forbidden`; `not-found`.
    public func begin(
        _ target: ScanTarget, name: String, size: Int, reading: ScanReading = ScanReading(), _ actor: Actor
    ) async throws -> ScanUpload {
        try Access.require(.writeExhibits, actor)
        let most = context.settings.largestScanBytes
        var failures = reading.failures
        if !(1...most).contains(size) {
            let code = size < 1 ? "empty" : "too-large"
            failures.append(FieldFailure("file", code, value: "\(size)", arguments: ["maximum": "\(most)"]))
        }
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
        let row = ScanUploadStore.Row(
            id: .make(), target: target, reading: reading, fileName: String(name.prefix(200)), size: size,
            createdAt: context.now()
        )
        try await context.write(actor) { connection in
            let exhibit = try ExhibitService.owned(target.exhibit, actor, connection)
            if case .mark(let number) = target, try MarkStore.mark(number, actor, connection) == nil {
                throw RegistryError(.notFound, subject: "\(number)")
            }
            guard try ScanUploadStore.count(of: actor, connection) < Self.mostUploads else {
                throw RegistryError(
                    .invalid,
                    failures: [FieldFailure("file", "too-many", arguments: ["maximum": "\(Self.mostUploads)"])]
                )
            }
            try ScanUploadStore.insert(row, connection)
            try connection.journal("scan.upload", "exhibit:\(exhibit.number)", ["bytes": "\(size)"])
        }
        return try upload(row)
    }

    /// How far an upload is.
    /// - Throws: `RegistryError` `not-found` also where it is somebody else's, ended or was given up.
    public func upload(_ id: Identifier, _ actor: Actor) async throws -> ScanUpload {
        try Access.require(.writeExhibits, actor)
        let row = try await context.database.read { try ScanUploadStore.upload(id, actor, $0) }
        guard let row else { throw RegistryError(.notFound, subject: "\(id)") }
        return try upload(row)
    }

    /// Takes the next bytes, as far as they come: what arrived before an error is kept.
    /// - Parameters:
    ///   - offset: the number of bytes the sender believes to have arrived.
    ///   - body: hands over the pieces.
    /// - Throws: `StorageError` `wrongOffset`, `busy` or `tooLarge`; what `body` throws.
    public func append(
        to id: Identifier, at offset: Int, _ actor: Actor,
        _ body: (PartialBlobWriter) async throws -> Void
    ) async throws -> ScanUpload {
        let upload = try await upload(id, actor)
        let writer = try context.blobs.resumePartial(id, at: offset, limit: upload.size)
        do {
            try await body(writer)
        } catch {
            try? writer.close()
            throw error
        }
        try writer.close()
        return try await self.upload(id, actor)
    }

    /// Ends an upload whose every byte has arrived: its scan is kept and prepared.
    /// - Returns: the number of the mark and the scan's row number; nil while bytes are missing.
    /// - Throws: what `MarkService.addScan` throws; the upload has ended then, too.
    public func finish(_ id: Identifier, _ actor: Actor) async throws -> (mark: MarkNumber, scan: Int64)? {
        let upload = try await upload(id, actor)
        guard upload.isComplete else { return nil }
        let blob = try context.blobs.storePartial(id)
        do {
            let added = try await context.write(actor) { connection in
                guard try ScanUploadStore.delete(id, connection) else {
                    throw RegistryError(.notFound, subject: "\(id)")
                }
                return try MarkService.addScan(
                    blob, name: upload.fileName, size: upload.size, reading: upload.reading, to: upload.target, actor,
                    connection
                )
            }
            try context.blobs.removePartial(id)
            return added
        } catch let error as RegistryError where error.code != .notFound {
            try await abandon(id, actor)
            throw error
        }
    }

    /// Gives an upload up and removes what has arrived.
    public func abandon(_ id: Identifier, _ actor: Actor) async throws {
        _ = try await upload(id, actor)
        _ = try await context.database.write { try ScanUploadStore.delete(id, $0) }
        try context.blobs.removePartial(id)
    }

    /// Removes uploads that nobody went on with.
    /// - Returns: how many.
    @discardableResult
    public func expire(limit: Int = 100) async throws -> Int {
        let end = context.now().adding(seconds: -3_600 * Int64(context.settings.scanUploadHours))
        let due = try await context.database.read { try ScanUploadStore.begun(before: end, limit: limit, $0) }
        for id in due {
            _ = try await context.database.write { try ScanUploadStore.delete(id, $0) }
            try context.blobs.removePartial(id)
        }
        return due.count
    }

    private func upload(_ row: ScanUploadStore.Row) throws -> ScanUpload {
        ScanUpload(
            id: row.id, target: row.target, reading: row.reading, fileName: row.fileName, size: row.size,
            offset: try context.blobs.partialSize(row.id),
            expiresAt: row.createdAt.adding(seconds: 3_600 * Int64(context.settings.scanUploadHours))
        )
    }
}

extension ScanTarget {
    /// The number of the exhibit.
    public var exhibit: String {
        switch self {
        case .mark(let number): number.exhibit
        case .newMark(let exhibit, _, _): exhibit
        }
    }
}
