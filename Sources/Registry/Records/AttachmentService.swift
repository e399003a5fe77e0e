public import Storage

/// Documents and pictures of a record. Whoever may know of the record may see them.
public struct AttachmentService: Sendable {
    let context: RegistryContext

    /// What may be attached. Anything a browser might run is left out.
    public static let mediaTypes: Set<String> = [
        "application/pdf", "image/jpeg", "image/png", "image/tiff", "text/plain",
    ]

    /// Attaches a file that lies in the blob store to a record of the actor's own bureau.
    public func add(
        name: String, mediaType: String, blob: BlobHash, to number: String, _ actor: Actor
    ) async throws -> Attachment {
        try Access.require(.writeRecords, actor)
        var failures: [FieldFailure] = []
        if !Self.mediaTypes.contains(mediaType) {
            failures.append(FieldFailure("mediaType", "not-allowed", value: mediaType))
        }
        if name.isEmpty { failures.append(FieldFailure("name", "required")) }
        let size = try context.blobs.size(blob)
        if size > context.settings.largestAttachmentBytes {
            failures.append(
                FieldFailure(
                    "file", "too-large", value: "\(size)",
                    arguments: ["maximum": "\(context.settings.largestAttachmentBytes)"]
                )
            )
        }
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
        let attachment = Attachment(
            id: .make(), name: String(name.prefix(200)), mediaType: mediaType, size: Int64(size), blob: blob,
            addedAt: context.now(), addedBy: actor.name
        )
        try await context.write(actor) { connection in
            guard let record = try RecordStore.record(number: number, actor, connection) else {
                throw RegistryError(.notFound, subject: number)
            }
            guard Access.mayChange(recordOf: record.bureau, actor) else {
                throw RegistryError(.forbidden, subject: number)
            }
            try AttachmentStore.insert(attachment, record: record.sequence, connection)
            try connection.journal("attachment.add", "record:\(number)", ["attachment": "\(attachment.id)"])
        }
        return attachment
    }

    /// The attachments of a record.
    public func attachments(of number: String, _ actor: Actor) async throws -> [Attachment] {
        try Access.require(.readRecords, actor)
        return try await context.database.read { connection in
            guard let record = try RecordStore.record(number: number, actor, connection) else {
                throw RegistryError(.notFound, subject: number)
            }
            return try AttachmentStore.attachments(of: record.sequence, connection)
        }
    }

    /// The content of one attachment; reading it is journalled.
    public func content(
        of id: Identifier, record number: String, _ actor: Actor
    ) async throws -> (attachment: Attachment, bytes: [UInt8]) {
        guard let attachment = try await attachments(of: number, actor).first(where: { $0.id == id }) else {
            throw RegistryError(.notFound, subject: "\(id)")
        }
        try await context.write(actor) {
            try $0.journal("attachment.read", "record:\(number)", ["attachment": "\(id)"])
        }
        return (attachment, try context.blobs.get(attachment.blob))
    }
}
