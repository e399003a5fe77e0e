public import Storage

extension NoticeService {
    private static let mostPictures = 20

    /// Adds a picture that lies in the blob store to an open notice of the actor's bureau: decoded as a whole, without
    /// what its camera noted, and with a small one for lists.
    /// - Throws: `RegistryError` `invalid` where the file is not a whole picture of the stated type, too large, or one too
    ///   many.
    public func addPicture(
        mediaType: String, blob: BlobHash, to number: NoticeNumber, _ actor: Actor
    ) async throws -> NoticePicture {
        try Access.require(.writeNotices, actor)
        let arrived = try await NoticePictureArrival.prepare(mediaType: mediaType, blob: blob, context)
        return try await context.write(actor) { connection in
            let notice = try Self.openNotice(number, actor, connection)
            guard try NoticePictureStore.pictures(of: notice.sequence, connection).count < Self.mostPictures else {
                throw RegistryError(
                    .invalid, subject: notice.number,
                    failures: [FieldFailure("pictures", "too-many", arguments: ["maximum": "\(Self.mostPictures)"])]
                )
            }
            var picture = arrived
            picture.addedAt = connection.time
            picture.sequence = try NoticePictureStore.insert(picture, of: notice.sequence, connection)
            try connection.journal("notice.picture", "notice:\(number)", ["picture": "\(picture.sequence)"])
            return picture
        }
    }

    /// Takes a picture away from an open notice of the actor's bureau.
    public func removePicture(_ sequence: Int64, from number: NoticeNumber, _ actor: Actor) async throws {
        try Access.require(.writeNotices, actor)
        try await context.write(actor) { connection in
            let notice = try Self.openNotice(number, actor, connection)
            let pictures = try NoticePictureStore.pictures(of: notice.sequence, connection)
            guard pictures.contains(where: { $0.sequence == sequence }) else {
                throw RegistryError(.notFound, subject: "\(sequence)")
            }
            try NoticePictureStore.remove(sequence, of: notice.sequence, connection)
            try connection.journal("notice.picture-removed", "notice:\(number)", ["picture": "\(sequence)"])
        }
    }

    private static func openNotice(
        _ number: NoticeNumber, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> Notice {
        let notice = try found(number, actor, connection)
        guard Access.mayChange(noticeOf: notice.bureau, actor) else {
            throw RegistryError(.forbidden, subject: notice.number)
        }
        guard notice.state.isOpen else { throw illegal(notice, "picture") }
        return notice
    }

    /// The pictures of a notice, the first one added first.
    public func pictures(of number: NoticeNumber, _ actor: Actor) async throws -> [NoticePicture] {
        try Access.require(.readNotices, actor)
        return try await context.database.read { connection in
            try NoticePictureStore.pictures(of: Self.found(number, actor, connection).sequence, connection)
        }
    }

    /// What one picture's file holds, or the small one for lists.
    public func picture(
        _ sequence: Int64, of number: NoticeNumber, isThumbnail: Bool = false, _ actor: Actor
    ) async throws -> NoticePictureFile {
        guard let picture = try await pictures(of: number, actor).first(where: { $0.sequence == sequence }) else {
            throw RegistryError(.notFound, subject: "\(sequence)")
        }
        return try NoticePictureFile(picture, isThumbnail: isThumbnail, context.blobs)
    }
}
