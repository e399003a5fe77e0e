public import Storage

/// A document or picture that belongs to a record.
public struct Attachment: Sendable, Hashable {
    public var id: Identifier
    public var name: String
    /// IANA media type, one of `AttachmentService.mediaTypes`.
    public var mediaType: String
    /// Bytes.
    public var size: Int64
    public var blob: BlobHash
    public var addedAt: Moment
    public var addedBy: String
}
