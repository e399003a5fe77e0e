import Storage
import Surfaces

/// What is done with a picture before it belongs to a notice.
enum NoticePictureArrival {
    /// What may be a picture of a notice.
    static let types = ["image/png", "image/jpeg"]
    /// The longer side of a small picture for lists, pixels.
    static let thumbnailSide = 320
    /// Most pixels of a picture; three bytes each are kept in memory while it is read.
    static let mostPixels = 50_000_000

    /// Decodes a picture as a whole, takes out what its camera noted, and makes the small one.
    ///
    /// A picture is shown to people in many countries, so nothing is taken on trust: what a program cannot decode to the
    /// last row, a browser is not given either.
    /// - Returns: the picture, not numbered yet.
    /// - Throws: `RegistryError` `invalid` that says what is wrong with the file.
    @concurrent
    static func prepare(
        mediaType: String, blob: BlobHash, _ context: RegistryContext
    ) async throws -> NoticePicture {
        guard types.contains(mediaType) else {
            throw invalid(FieldFailure("mediaType", "not-a-picture-type", value: mediaType))
        }
        let size = try context.blobs.size(blob)
        let most = context.settings.largestAttachmentBytes
        guard size <= most else {
            throw invalid(FieldFailure("file", "too-large", value: "\(size)", arguments: ["maximum": "\(most)"]))
        }
        let bytes = try context.blobs.get(blob)
        // The stated type is what a browser is told later (PNG, section 5.2; ITU-T T.81, annex B).
        let start: [UInt8] = mediaType == "image/png" ? [0x89, 0x50, 0x4E, 0x47] : [0xFF, 0xD8, 0xFF]
        guard bytes.starts(with: start) else { throw invalid(FieldFailure("file", "not-a-picture", value: mediaType)) }
        do {
            let photograph = try Photograph(reading: bytes, limits: SurfaceLimits(points: mostPixels))
            let small = try photograph.picture.reduced(toFit: thumbnailSide).jpeg()
            let kept = try context.blobs.put(photograph.file)
            return NoticePicture(
                sequence: 0, mediaType: mediaType, size: Int64(photograph.file.count), blob: kept,
                thumbnail: small.count < photograph.file.count ? try context.blobs.put(small) : kept,
                addedAt: Moment(milliseconds: 0)
            )
        } catch let error as SurfacesError {
            throw invalid(failure(error))
        }
    }

    private static func failure(_ error: SurfacesError) -> FieldFailure {
        switch error.code {
        case .tooLarge:
            FieldFailure("file", "too-many-pixels", arguments: ["maximum": "\(mostPixels / 1_000_000)"])
        case .unsupported: FieldFailure("file", "picture-colours")
        default: FieldFailure("file", "picture-damaged")
        }
    }

    private static func invalid(_ failure: FieldFailure) -> RegistryError {
        RegistryError(.invalid, failures: [failure])
    }
}
