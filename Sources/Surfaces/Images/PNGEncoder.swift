import CPNG

extension Picture {
    /// The picture as a PNG file, eight bits for each of red, green and blue.
    ///
    /// - Throws: `tooLarge` when libpng cannot make the file.
    public func png() throws(SurfacesError) -> [UInt8] {
        try PNGEncoder.encode(bytes, width: width, height: height, format: UInt32(PNG_FORMAT_RGB))
    }
}

extension SurfaceMask {
    /// The mask as a PNG file of grey pixels: white counts, black does not.
    ///
    /// - Throws: `tooLarge` when libpng cannot make the file.
    public func png() throws(SurfacesError) -> [UInt8] {
        try PNGEncoder.encode(
            inside.map { $0 ? 255 : 0 },
            width: columns,
            height: rows,
            format: UInt32(PNG_FORMAT_GRAY)
        )
    }
}

extension SurfaceMap {
    /// The values as a PNG file of sixteen bits: black the lowest, white the highest, missing points transparent.
    ///
    /// - Throws: `tooLarge` when libpng cannot make the file.
    public func greyPicture() throws(SurfacesError) -> [UInt8] {
        let range = range ?? 0...0
        let extent = range.upperBound - range.lowerBound
        var pixels: [UInt16] = []
        pixels.reserveCapacity(count * 2)
        for value in values {
            let part = extent > 0 ? (value - range.lowerBound) / extent : 0
            pixels.append(value.isNaN ? 0 : UInt16((min(1, max(0, part)) * 65_535).rounded()))
            pixels.append(value.isNaN ? 0 : .max)
        }
        return try PNGEncoder.encode(deep: pixels, width: columns, height: rows, hasOpacity: true)
    }
}

/// Makes PNG files with libpng.
enum PNGEncoder {
    /// Encodes rows of pixels of eight bits a sample that follow each other without gaps.
    static func encode(
        _ pixels: [UInt8],
        width: Int,
        height: Int,
        format: UInt32
    ) throws(SurfacesError) -> [UInt8] {
        try unsafe pixels.withUnsafeBytesTyped { source throws(SurfacesError) in
            try unsafe encode(source, width: width, height: height, format: format)
        }
    }

    /// Encodes grey pixels of sixteen bits, each followed by its opacity where there is one.
    static func encode(
        deep pixels: [UInt16],
        width: Int,
        height: Int,
        hasOpacity: Bool = false
    ) throws(SurfacesError) -> [UInt8] {
        let format = UInt32(PNG_FORMAT_FLAG_LINEAR | (hasOpacity ? PNG_FORMAT_FLAG_ALPHA : 0))
        return try unsafe pixels.withUnsafeBytesTyped { source throws(SurfacesError) in
            try unsafe encode(source, width: width, height: height, format: format)
        }
    }

    private static func encode(
        _ pixels: UnsafeRawBufferPointer,
        width: Int,
        height: Int,
        format: UInt32
    ) throws(SurfacesError) -> [UInt8] {
        var image = unsafe png_image()
        unsafe image.version = UInt32(PNG_IMAGE_VERSION)
        unsafe image.width = UInt32(width)
        unsafe image.height = UInt32(height)
        unsafe image.format = format
        // The quick way: no filter and light packing. A picture of a surface is noise to better ones.
        unsafe image.flags = UInt32(PNG_IMAGE_FLAG_FAST)
        // What packing can add at the worst, and room for the chunks.
        let room = pixels.count + height + pixels.count / 1_000 + 65_536
        var done = false
        let file = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
            var size = room
            done =
                unsafe png_image_write_to_memory(&image, buffer.baseAddress, &size, 0, pixels.baseAddress, 0, nil) != 0
            filled = done ? size : 0
        }
        guard done else {
            let message = unsafe withUnsafeBytes(of: image.message) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            unsafe png_image_free(&image)
            throw SurfacesError(code: .tooLarge, place: "picture", detail: "The picture cannot be packed: \(message).")
        }
        return file
    }
}
