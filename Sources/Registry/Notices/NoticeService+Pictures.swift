public import Storage

extension NoticeService {
    /// What may be a picture of a notice.
    public static let pictureTypes: Set<String> = ["image/jpeg", "image/png"]
    private static let mostPictures = 20

    /// Adds a picture that lies in the blob store to an open notice of the actor's bureau.
    /// - Throws: `RegistryError` `invalid` where the file is not of the stated type, is too large or one too many.
    public func addPicture(
        mediaType: String, blob: BlobHash, to number: NoticeNumber, _ actor: Actor
    ) async throws -> NoticePicture {
        try Access.require(.writeNotices, actor)
        let size = try context.blobs.size(blob)
        let failures = try pictureFailures(mediaType, size, blob)
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
        return try await context.write(actor) { connection in
            let notice = try Self.found(number, actor, connection)
            guard Access.mayChange(noticeOf: notice.bureau, actor) else {
                throw RegistryError(.forbidden, subject: notice.number)
            }
            guard notice.state.isOpen else { throw Self.illegal(notice, "picture") }
            guard try NoticePictureStore.pictures(of: notice.sequence, connection).count < Self.mostPictures else {
                throw RegistryError(
                    .invalid, subject: notice.number,
                    failures: [FieldFailure("pictures", "too-many", arguments: ["maximum": "\(Self.mostPictures)"])]
                )
            }
            let sequence = try NoticePictureStore.insert(
                mediaType: mediaType, size: Int64(size), blob: blob, of: notice.sequence, at: connection.time,
                connection
            )
            try connection.journal("notice.picture", "notice:\(number)", ["picture": "\(sequence)"])
            return NoticePicture(
                sequence: sequence, mediaType: mediaType, size: Int64(size), blob: blob, addedAt: connection.time
            )
        }
    }

    private func pictureFailures(_ mediaType: String, _ size: Int, _ blob: BlobHash) throws -> [FieldFailure] {
        guard Self.pictureTypes.contains(mediaType) else {
            return [FieldFailure("mediaType", "not-allowed", value: mediaType)]
        }
        let most = context.settings.largestAttachmentBytes
        guard size <= most else {
            return [FieldFailure("file", "too-large", value: "\(size)", arguments: ["maximum": "\(most)"])]
        }
        // What a browser is told to show as a picture must begin like one (PNG, section 5.2; JFIF, part 1).
        let start: [UInt8] =
            mediaType == "image/png" ? [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] : [0xFF, 0xD8, 0xFF]
        guard try context.blobs.get(blob).starts(with: start) else {
            return [FieldFailure("file", "unreadable", value: mediaType)]
        }
        return []
    }

    /// The pictures of a notice, the first one added first.
    public func pictures(of number: NoticeNumber, _ actor: Actor) async throws -> [NoticePicture] {
        try Access.require(.readNotices, actor)
        return try await context.database.read { connection in
            try NoticePictureStore.pictures(of: Self.found(number, actor, connection).sequence, connection)
        }
    }

    /// What one picture's file holds.
    public func picture(
        _ sequence: Int64, of number: NoticeNumber, _ actor: Actor
    ) async throws -> (picture: NoticePicture, bytes: [UInt8]) {
        guard let picture = try await pictures(of: number, actor).first(where: { $0.sequence == sequence }) else {
            throw RegistryError(.notFound, subject: "\(sequence)")
        }
        return (picture, try context.blobs.get(picture.blob))
    }
}
