/// The samples of a picture file as stored, before they become brightness.
struct ImageSamples {
    /// Pixels across.
    var width: Int
    /// Pixels down.
    var height: Int
    /// Samples of a pixel: 1 grey, 3 red, green and blue; one more for opacity.
    var channels: Int
    /// Whether the last sample of a pixel is its opacity.
    var hasOpacity: Bool
    /// The sample that means full brightness.
    var largest: UInt16
    /// The samples, pixel by pixel, row by row.
    var values: [UInt16]

    /// Whether the picture has colours, which brightness cannot keep.
    var hasColour: Bool { channels >= 3 }

    /// The brightness of every pixel, 0 to 1; NaN where a pixel is more transparent than not.
    ///
    /// Colours are weighted as in ITU-R BT.601, on the values as stored.
    func brightness() -> [Float] {
        let scale = 1 / Float(largest)
        let opaque = largest / 2
        var result = [Float](repeating: .nan, count: width * height)
        for pixel in result.indices {
            let start = pixel * channels
            if hasOpacity, values[start + channels - 1] <= opaque { continue }
            if hasColour {
                let colour =
                    0.299 * Float(values[start]) + 0.587 * Float(values[start + 1]) + 0.114 * Float(values[start + 2])
                result[pixel] = colour * scale
            } else {
                result[pixel] = Float(values[start]) * scale
            }
        }
        return result
    }

    /// Fails unless a picture is within the limits and can fit into the bytes of its file.
    ///
    /// Packing shrinks pictures at most some thousandfold, so a larger one is a lie, and nothing is asked for it.
    static func check(
        width: Int,
        height: Int,
        bitsPerPixel: Int,
        fileBytes: Int,
        limits: SurfaceLimits
    ) throws(SurfacesError) {
        let (pixels, overflow) = width.multipliedReportingOverflow(by: height)
        guard width > 0, height > 0 else {
            throw SurfacesError(code: .malformed, detail: "The picture announces \(width) x \(height) pixels.")
        }
        guard !overflow, pixels <= limits.points else {
            throw SurfacesError(
                code: .tooLarge,
                detail: "The picture announces \(width) x \(height) pixels; at most \(limits.points) are read."
            )
        }
        guard pixels * bitsPerPixel / 16_000 <= fileBytes + 4_096 else {
            throw SurfacesError(
                code: .malformed,
                detail: "\(fileBytes) bytes cannot hold the \(width) x \(height) pixels announced. "
                    + "Fetch the file again from its source."
            )
        }
    }
}
