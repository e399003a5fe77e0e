import CPNG

/// Reads PNG files with libpng.
///
/// Samples of eight bits come as stored. Samples of sixteen bits come as stored too, unless the file states a gamma: then
/// they are brought to values in proportion to light.
enum PNGDecoder {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// Where the depth of a sample stands in every file.
    private static let depthPlace = 24

    /// Reads a picture. Throws when it is damaged, cut off or too large.
    static func decode(_ bytes: [UInt8], limits: SurfaceLimits) throws(SurfacesError) -> ImageSamples {
        let isDeep = bytes.count > depthPlace && bytes[depthPlace] == 16
        if isDeep {
            let image = try read(bytes, limits: limits, as: UInt16.self) {
                $0 & UInt32(PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA) | UInt32(PNG_FORMAT_FLAG_LINEAR)
            }
            return samples(image, image.values, largest: .max)
        }
        let image = try read(bytes, limits: limits, as: UInt8.self) {
            $0 & UInt32(PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA)
        }
        return samples(image, image.values.map(UInt16.init), largest: 255)
    }

    /// Reads the colours of a picture, such as a mask with annotations, eight bits each; transparency is dropped.
    static func colours(
        _ bytes: [UInt8],
        limits: SurfaceLimits
    ) throws(SurfacesError) -> (width: Int, height: Int, colours: [Colour]) {
        let image = try pixels(bytes, limits: limits)
        let colours = stride(from: 0, to: image.values.count, by: 4).map {
            Colour(red: image.values[$0], green: image.values[$0 + 1], blue: image.values[$0 + 2])
        }
        return (image.width, image.height, colours)
    }

    /// Reads a picture as red, green, blue and opacity, eight bits each, pixel by pixel, row by row.
    static func pixels(
        _ bytes: [UInt8],
        limits: SurfaceLimits
    ) throws(SurfacesError) -> (width: Int, height: Int, values: [UInt8]) {
        let image = try read(bytes, limits: limits, as: UInt8.self) { _ in
            UInt32(PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA)
        }
        return (image.width, image.height, image.values)
    }

    private struct Image<Sample> {
        var width: Int
        var height: Int
        /// libpng's description of a pixel of `values`.
        var format: UInt32
        var values: [Sample]

        var hasColour: Bool { format & UInt32(PNG_FORMAT_FLAG_COLOR) != 0 }
        var hasOpacity: Bool { format & UInt32(PNG_FORMAT_FLAG_ALPHA) != 0 }
        var channels: Int { (hasColour ? 3 : 1) + (hasOpacity ? 1 : 0) }
    }

    private static func samples<Sample>(_ image: Image<Sample>, _ values: [UInt16], largest: UInt16) -> ImageSamples {
        ImageSamples(
            width: image.width,
            height: image.height,
            channels: image.channels,
            hasOpacity: image.hasOpacity,
            largest: largest,
            values: values
        )
    }

    /// Reads a picture in the format that `choose` makes of the file's own.
    private static func read<Sample: FixedWidthInteger & BitwiseCopyable>(
        _ bytes: [UInt8],
        limits: SurfaceLimits,
        as type: Sample.Type,
        choose: (UInt32) -> UInt32
    ) throws(SurfacesError) -> Image<Sample> {
        try checkHeader(bytes, limits: limits)
        return try unsafe bytes.withUnsafeBytesTyped { source throws(SurfacesError) in
            // libpng keeps the address of the picture between the two calls, so it may not move.
            let image = UnsafeMutablePointer<png_image>.allocate(capacity: 1)
            unsafe image.initialize(to: png_image())
            defer {
                unsafe png_image_free(image)
                unsafe image.deallocate()
            }
            unsafe image.pointee.version = UInt32(PNG_IMAGE_VERSION)
            guard unsafe png_image_begin_read_from_memory(image, source.baseAddress, source.count) != 0 else {
                throw unsafe problem(image.pointee)
            }
            unsafe image.pointee.format = choose(image.pointee.format)
            var result = unsafe Image<Sample>(
                width: Int(image.pointee.width),
                height: Int(image.pointee.height),
                format: image.pointee.format,
                values: []
            )
            let count = result.width * result.height * result.channels
            var done = false
            result.values = unsafe [Sample](unsafeUninitializedCapacity: count) { buffer, filled in
                // What a damaged file leaves out must not show what was in memory before.
                unsafe buffer.initialize(repeating: 0)
                done = unsafe png_image_finish_read(image, nil, buffer.baseAddress, 0, nil) != 0
                filled = count
            }
            guard done else { throw unsafe problem(image.pointee) }
            return result
        }
    }

    /// Looks at the header before libpng sees it, so that a large size costs nothing.
    private static func checkHeader(_ bytes: [UInt8], limits: SurfaceLimits) throws(SurfacesError) {
        guard bytes.starts(with: signature), bytes.count > 33 else {
            throw SurfacesError(code: .truncated, detail: "The PNG file ends within its header.")
        }
        func number(_ place: Int) -> Int { bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
        try ImageSamples.check(
            width: number(16),
            height: number(20),
            bitsPerPixel: max(1, Int(bytes[depthPlace])),
            fileBytes: bytes.count,
            limits: limits
        )
    }

    private static func problem(_ image: png_image) -> SurfacesError {
        let message = unsafe withUnsafeBytes(of: image.message) { bytes in
            unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        return SurfacesError(
            code: .malformed,
            detail: "The PNG file is damaged (\(message)). Fetch it again from its source."
        )
    }
}
