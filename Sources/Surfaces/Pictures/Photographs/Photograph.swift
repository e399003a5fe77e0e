/// A photograph that came from outside, read as a whole: its pixels the right way up, and its file without what cameras
/// and programs note beside them (place, time, owner, device, comments, a second picture).
public struct Photograph: Sendable, Hashable {
    /// The pixels.
    public let picture: Picture
    /// The file, PNG or JPEG as it came, without metadata. Colour profiles stay.
    public let file: [UInt8]

    /// Reads a PNG or JPEG file. Decoding the whole of it is what shows that it is a picture and nothing else.
    ///
    /// - Throws: as `Picture.read`.
    public init(
        reading bytes: [UInt8],
        limits: SurfaceLimits = SurfaceLimits()
    ) throws(SurfacesError) {
        picture = try Picture.read(bytes, limits: limits)
        if bytes.starts(with: PNGDecoder.signature) {
            file = PictureMetadata.removed(fromPNG: bytes)
        } else if CameraOrientation(jpeg: bytes) == .upright {
            file = PictureMetadata.removed(fromJPEG: bytes)
        } else {
            // How the camera was held goes with the rest, so the pixels themselves are turned.
            file = try picture.jpeg(quality: 92)
        }
    }
}
