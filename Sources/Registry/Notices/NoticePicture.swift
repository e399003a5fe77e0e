public import Storage

/// A picture of a notice.
public struct NoticePicture: Sendable, Hashable {
    /// Row number; also its name in paths.
    public var sequence: Int64
    /// `image/jpeg` or `image/png`.
    public var mediaType: String
    /// Bytes.
    public var size: Int64
    /// What the picture's file holds, without what its camera noted.
    public var blob: BlobHash
    /// A JPEG file of it for lists; the picture itself where that is small already.
    public var thumbnail: BlobHash?
    /// When it was added.
    public var addedAt: Moment
}
