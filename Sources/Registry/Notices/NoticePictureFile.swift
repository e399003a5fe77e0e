import Storage

/// A picture's file as it is sent to a reader.
public struct NoticePictureFile: Sendable, Hashable {
    /// `image/jpeg` or `image/png`.
    public var mediaType: String
    /// The file's content.
    public var bytes: [UInt8]

    /// - Parameter isThumbnail: whether the small one is asked for; where there is none, the picture itself serves.
    init(_ picture: NoticePicture, isThumbnail: Bool, _ blobs: BlobStore) throws {
        let small = isThumbnail ? picture.thumbnail : nil
        let isOther = small != nil && small != picture.blob
        mediaType = isOther ? "image/jpeg" : picture.mediaType
        bytes = try blobs.get(small ?? picture.blob)
    }
}
