import CJPEG

/// Reads JPEG files with libjpeg-turbo.
enum JPEGDecoder {
    /// Whether some bytes begin as a JPEG file does.
    static func isJPEG(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0xFF, 0xD8, 0xFF]) }

    /// Reads the brightness of a picture. Throws when it is damaged, cut off, too large, or of a kind that is not read.
    static func decode(
        _ bytes: [UInt8],
        limits: SurfaceLimits
    ) throws(SurfacesError) -> (samples: ImageSamples, hadColour: Bool) {
        let image = try read(bytes, limits: limits, format: TJPF_GRAY, channels: 1)
        let samples = ImageSamples(
            width: image.width,
            height: image.height,
            channels: 1,
            hasOpacity: false,
            largest: 255,
            values: image.values.map(UInt16.init)
        )
        return (samples, !image.isGrey)
    }

    /// Reads a picture as red, green and blue, eight bits each, pixel by pixel, row by row. Throws as `decode` does.
    static func pixels(
        _ bytes: [UInt8],
        limits: SurfaceLimits
    ) throws(SurfacesError) -> (width: Int, height: Int, values: [UInt8]) {
        let image = try read(bytes, limits: limits, format: TJPF_RGB, channels: 3)
        return (image.width, image.height, image.values)
    }

    private struct Image {
        var width: Int
        var height: Int
        /// Whether the file itself holds brightness only.
        var isGrey: Bool
        var values: [UInt8]
    }

    private static func read(
        _ bytes: [UInt8],
        limits: SurfaceLimits,
        format: TJPF,
        channels: Int
    ) throws(SurfacesError) -> Image {
        guard let decompressor = unsafe tjInitDecompress() else {
            throw SurfacesError(code: .tooLarge, detail: "There is not enough memory to read the picture.")
        }
        defer { unsafe _ = tjDestroy(decompressor) }
        var (width, height, sampling, space) = (Int32(0), Int32(0), Int32(0), Int32(0))
        let header = unsafe bytes.withUnsafeBytes { buffer in
            unsafe tjDecompressHeader3(
                decompressor,
                buffer.baseAddress?.assumingMemoryBound(to: UInt8.self),
                UInt(buffer.count),
                &width,
                &height,
                &sampling,
                &space
            )
        }
        guard header == 0 else { throw unsafe problem(decompressor) }
        let isGrey = sampling == Int32(TJSAMP_GRAY.rawValue)
        try ImageSamples.check(
            width: Int(width),
            height: Int(height),
            bitsPerPixel: isGrey ? 8 : 12,
            fileBytes: bytes.count,
            limits: limits
        )
        guard space == Int32(TJCS_GRAY.rawValue) || space == Int32(TJCS_YCbCr.rawValue) else {
            throw SurfacesError(
                code: .unsupported,
                detail: "The JPEG file is neither grey nor YCbCr. Export the picture as PNG or TIFF."
            )
        }
        let count = Int(width) * Int(height) * channels
        var status: Int32 = 0
        let values = unsafe [UInt8](unsafeUninitializedCapacity: count) { target, filled in
            unsafe target.initialize(repeating: 0)
            status = unsafe bytes.withUnsafeBytes { buffer in
                unsafe tjDecompress2(
                    decompressor,
                    buffer.baseAddress?.assumingMemoryBound(to: UInt8.self),
                    UInt(buffer.count),
                    target.baseAddress,
                    width,
                    0,
                    height,
                    Int32(format.rawValue),
                    // A picture that ends early would be filled up with grey; hundreds of scans only cost time.
                    TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS | TJFLAG_ACCURATEDCT
                )
            }
            filled = count
        }
        guard status == 0 else { throw unsafe problem(decompressor) }
        return Image(width: Int(width), height: Int(height), isGrey: isGrey, values: values)
    }

    private static func problem(_ decompressor: tjhandle) -> SurfacesError {
        let message = unsafe tjGetErrorStr2(decompressor).map { unsafe String(cString: $0) } ?? "unknown reason"
        return SurfacesError(
            code: .malformed,
            detail: "The JPEG file is damaged or of a kind that is not read (\(message)). Export the picture as PNG."
        )
    }
}
