extension Picture {
    /// Reads a photograph in colour: a PNG or JPEG file, turned the way up that its camera noted.
    ///
    /// Pixels that are transparent show white.
    ///
    /// - Throws: `unknownFormat` for another kind of file; `truncated`, `malformed`, `tooLarge` or `unsupported` for one
    ///   that is damaged, larger than the limits allow, or of colours that are not read.
    public static func read(
        _ bytes: [UInt8],
        limits: SurfaceLimits = SurfaceLimits()
    ) throws(SurfacesError) -> Picture {
        if bytes.starts(with: PNGDecoder.signature) {
            let image = try PNGDecoder.pixels(bytes, limits: limits)
            return Picture(width: image.width, height: image.height, bytes: onWhite(image.values))
        }
        guard JPEGDecoder.isJPEG(bytes) else {
            throw SurfacesError(
                code: .unknownFormat,
                detail: "The file is neither PNG nor JPEG. Export it as one of them."
            )
        }
        let image = try JPEGDecoder.pixels(bytes, limits: limits)
        let picture = Picture(width: image.width, height: image.height, bytes: image.values)
        return picture.turned(CameraOrientation(jpeg: bytes))
    }

    private static func onWhite(_ pixels: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(pixels.count / 4 * 3)
        for start in stride(from: 0, to: pixels.count, by: 4) {
            let opacity = Int(pixels[start + 3])
            for channel in 0..<3 {
                let value = Int(pixels[start + channel]) * opacity + 255 * (255 - opacity)
                result.append(UInt8((value + 127) / 255))
            }
        }
        return result
    }

    /// The picture the right way up.
    func turned(_ orientation: CameraOrientation) -> Picture {
        guard orientation != .upright else { return self }
        let (columns, rows) = orientation.swapsSides ? (height, width) : (width, height)
        var result = [UInt8](repeating: 0, count: bytes.count)
        for row in 0..<rows {
            for column in 0..<columns {
                let (x, y) = orientation.source(column, row, width: width, height: height)
                let (from, to) = ((y * width + x) * 3, (row * columns + column) * 3)
                for channel in 0..<3 { result[to + channel] = bytes[from + channel] }
            }
        }
        return Picture(width: columns, height: rows, bytes: result)
    }
}
