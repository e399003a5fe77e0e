public import Storage

/// A document or picture that belongs to a record.
public struct Attachment: Sendable, Hashable {
    /// Identifier under which the content is read.
    public var id: Identifier
    /// File name as given, at most 200 characters.
    public var name: String
    /// IANA media type, one of `AttachmentService.mediaTypes`.
    public var mediaType: String
    /// Bytes.
    public var size: Int64
    /// SHA-256 of the content, under which the blob store keeps it.
    public var blob: BlobHash
    /// When the file was attached.
    public var addedAt: Moment
    /// Sign-in name of who attached it.
    public var addedBy: String
}
