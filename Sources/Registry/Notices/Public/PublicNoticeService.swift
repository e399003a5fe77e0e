import Storage

/// The extracts of notices that anybody may read without signing in: those in force whose owner agreed, open to every
/// country. What is not public leaves no trace here.
public struct PublicNoticeService: Sendable {
    let context: RegistryContext

    /// Most notices on a page.
    public static let mostPerPage = 160

    /// A page of a list. Pages are computed over the first notices up to the cap of the settings; a page beyond the last
    /// is the last.
    public func page(_ query: PublicNoticeQuery) async throws -> PublicNoticePage {
        let today = CalendarDate(context.now())
        let cap = context.settings.publicNoticeCap
        return try await context.database.read { try PublicNoticeStore.page(query, today: today, cap: cap, $0) }
    }

    /// The notice of a number.
    /// - Throws: `RegistryError` `not-found`, also where it is not public.
    public func notice(_ number: NoticeNumber, on list: PublicNoticeQuery.List) async throws -> PublicNotice {
        let found = try await context.database.read { try PublicNoticeStore.notice(number, on: list, $0) }
        guard let found else { throw RegistryError(.notFound, subject: number.description) }
        return found
    }

    /// A picture of a public notice, or the small one for lists.
    public func picture(
        _ sequence: Int64, of number: NoticeNumber, on list: PublicNoticeQuery.List, isThumbnail: Bool = false
    ) async throws -> NoticePictureFile {
        let found = try await context.database.read { connection -> NoticePicture? in
            guard let notice = try PublicNoticeStore.notice(number, on: list, connection)?.notice else { return nil }
            return try NoticePictureStore.pictures(of: notice.sequence, connection).first { $0.sequence == sequence }
        }
        guard let found else { throw RegistryError(.notFound, subject: "\(sequence)") }
        return try NoticePictureFile(found, isThumbnail: isThumbnail, context.blobs)
    }
}
