import CTIFF

/// Reads TIFF files with libtiff: grey and colour of eight or sixteen bits, in strips or tiles; the first picture of a
/// file. Other kinds that libtiff can bring to red, green and blue (palettes, YCbCr) are read with eight bits.
@safe struct TIFFDecoder {
    private let handle: OpaquePointer
    private let width: Int
    private let height: Int
    private let bits: Int
    private let samples: Int
    private let photometric: Int
    private let isPlanar: Bool
    private let format: Int
    private let extra: Int

    /// Whether some bytes begin as a TIFF or BigTIFF file does.
    static func isTIFF(_ bytes: [UInt8]) -> Bool {
        [[0x49, 0x49, 0x2A, 0], [0x4D, 0x4D, 0, 0x2A], [0x49, 0x49, 0x2B, 0], [0x4D, 0x4D, 0, 0x2B]]
            .contains { bytes.starts(with: $0 as [UInt8]) }
    }

    /// Reads a picture. Throws when it is damaged, cut off, too large, or of a kind that is not read.
    static func decode(
        _ bytes: [UInt8],
        limits: SurfaceLimits
    ) throws(SurfacesError) -> (samples: ImageSamples, pictures: Int) {
        let source = TIFFSource(bytes)
        guard let handle = unsafe source.open(largestAllocation: limits.points * 8 + bytes.count) else {
            throw source.problem()
        }
        defer { unsafe TIFFClose(handle) }
        let decoder = unsafe TIFFDecoder(handle)
        try ImageSamples.check(
            width: decoder.width,
            height: decoder.height,
            bitsPerPixel: max(1, decoder.bits * max(1, decoder.samples)),
            fileBytes: bytes.count,
            limits: limits
        )
        guard decoder.format == Int(SAMPLEFORMAT_UINT), decoder.bits <= 16 else {
            throw SurfacesError(
                code: .unsupported,
                detail: "The TIFF file holds samples of \(decoder.bits) bits that are no brightness of 8 or 16 bits. "
                    + "Export heights as x3p or .npy, pictures with 8 or 16 bits."
            )
        }
        guard let samples = decoder.isPlain ? decoder.plain() : decoder.converted() else { throw source.problem() }
        return (samples, unsafe Int(TIFFNumberOfDirectories(handle)))
    }

    private init(_ handle: OpaquePointer) {
        unsafe self.handle = handle
        func number<Value: FixedWidthInteger & CVarArg>(_ tag: Int32, _ zero: Value) -> Int {
            var value = zero
            let found = unsafe withUnsafeMutablePointer(to: &value) { pointer in
                unsafe withVaList([pointer]) { unsafe TIFFVGetFieldDefaulted(handle, UInt32(tag), $0) }
            }
            return found == 1 ? Int(value) : 0
        }
        width = number(TIFFTAG_IMAGEWIDTH, UInt32(0))
        height = number(TIFFTAG_IMAGELENGTH, UInt32(0))
        bits = number(TIFFTAG_BITSPERSAMPLE, UInt16(0))
        samples = number(TIFFTAG_SAMPLESPERPIXEL, UInt16(0))
        photometric = number(TIFFTAG_PHOTOMETRIC, UInt16(0))
        isPlanar = number(TIFFTAG_PLANARCONFIG, UInt16(0)) == Int(PLANARCONFIG_SEPARATE)
        format = number(TIFFTAG_SAMPLEFORMAT, UInt16(0))
        // How many samples beyond the colours there are; the first of them is taken for opacity.
        let colours = photometric == Int(PHOTOMETRIC_RGB) ? 3 : 1
        extra = max(0, samples - colours)
    }

    /// Whether the samples are taken as stored.
    private var isPlain: Bool {
        guard bits == 8 || bits == 16, !isPlanar || samples == 1, extra <= 1 else { return false }
        return switch photometric {
        case Int(PHOTOMETRIC_RGB): samples >= 3
        case Int(PHOTOMETRIC_MINISBLACK), Int(PHOTOMETRIC_MINISWHITE): samples >= 1
        default: false
        }
    }

    /// The samples as stored; nil when the file is damaged.
    private func plain() -> ImageSamples? {
        let isTiled = unsafe TIFFIsTiled(handle) != 0
        guard let rows = isTiled ? tiles() : strips() else { return nil }
        var values = rows
        let largest: UInt16 = bits == 16 ? .max : 255
        if photometric == Int(PHOTOMETRIC_MINISWHITE) {
            for place in stride(from: 0, to: values.count, by: samples) { values[place] = largest - values[place] }
        }
        return ImageSamples(
            width: width,
            height: height,
            channels: samples,
            hasOpacity: extra == 1,
            largest: largest,
            values: values
        )
    }

    private func strips() -> [UInt16]? {
        let size = unsafe Int(TIFFScanlineSize(handle))
        guard size >= width * samples * bits / 8 else { return nil }
        var line = [UInt8](repeating: 0, count: size)
        var values: [UInt16] = []
        for row in 0..<height {
            let read = unsafe line.withUnsafeMutableBytes {
                unsafe TIFFReadScanline(handle, $0.baseAddress, UInt32(row), 0)
            }
            guard read == 1 else { return nil }
            append(line, start: 0, count: width * samples, to: &values)
        }
        return values
    }

    private func tiles() -> [UInt16]? {
        var (across, down) = (UInt32(0), UInt32(0))
        for (tag, isWidth) in [(TIFFTAG_TILEWIDTH, true), (TIFFTAG_TILELENGTH, false)] {
            var value = UInt32(0)
            _ = unsafe withUnsafeMutablePointer(to: &value) { pointer in
                unsafe withVaList([pointer]) { unsafe TIFFVGetField(handle, UInt32(tag), $0) }
            }
            if isWidth { across = value } else { down = value }
        }
        let (tileWidth, tileHeight) = (Int(across), Int(down))
        let size = unsafe Int(TIFFTileSize(handle))
        let rowSize = tileWidth * samples
        guard tileWidth > 0, tileHeight > 0, size > 0, size >= rowSize * tileHeight * bits / 8,
            // A tile may be larger than the picture, but not without limit.
            tileWidth <= width + 65_536, tileHeight <= height + 65_536, size <= 1 << 28
        else { return nil }
        var tile = [UInt8](repeating: 0, count: size)
        var values = [UInt16](repeating: 0, count: width * height * samples)
        for top in stride(from: 0, to: height, by: tileHeight) {
            for left in stride(from: 0, to: width, by: tileWidth) {
                let read = unsafe tile.withUnsafeMutableBytes {
                    unsafe TIFFReadTile(handle, $0.baseAddress, UInt32(left), UInt32(top), 0, 0)
                }
                guard read > 0 else { return nil }
                for row in 0..<min(tileHeight, height - top) {
                    var line: [UInt16] = []
                    let count = min(tileWidth, width - left) * samples
                    append(tile, start: row * rowSize * bits / 8, count: count, to: &line)
                    let target = ((top + row) * width + left) * samples
                    values.replaceSubrange(target..<target + count, with: line)
                }
            }
        }
        return values
    }

    /// Appends samples that stand in the byte order of the machine, into which libtiff brings them.
    private func append(_ bytes: [UInt8], start: Int, count: Int, to values: inout [UInt16]) {
        if bits == 8 {
            for place in start..<start + count { values.append(UInt16(bytes[place])) }
        } else {
            unsafe bytes.withUnsafeBytes { buffer in
                for place in 0..<count {
                    unsafe values.append(buffer.loadUnaligned(fromByteOffset: start + place * 2, as: UInt16.self))
                }
            }
        }
    }

    /// The picture as libtiff brings it to red, green, blue and opacity; nil when it cannot.
    private func converted() -> ImageSamples? {
        var message = [CChar](repeating: 0, count: 1_024)
        guard unsafe TIFFRGBAImageOK(handle, &message) == 1 else { return nil }
        var raster = [UInt32](repeating: 0, count: width * height)
        let done = unsafe raster.withUnsafeMutableBufferPointer {
            unsafe TIFFReadRGBAImageOriented(
                handle, UInt32(width), UInt32(height), $0.baseAddress, ORIENTATION_TOPLEFT, 1)
        }
        guard done == 1 else { return nil }
        return ImageSamples(
            width: width,
            height: height,
            channels: 4,
            hasOpacity: true,
            largest: 255,
            values: raster.flatMap { pixel in
                stride(from: UInt32(0), to: 32, by: 8).map { UInt16(pixel >> $0 & 0xFF) }
            }
        )
    }
}
