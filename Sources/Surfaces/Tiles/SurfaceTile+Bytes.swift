import CDeflate

/// The bytes of a tile, little endian:
///
/// | bytes | content |
/// |---|---|
/// | 0 | version of the form, 1 |
/// | 1 | predictor: 0 the point to the left, 1 the plane through the points to the left, above and between |
/// | 2-3, 4-5 | columns, rows |
/// | 6-7 | 0 |
/// | 8-11, 12-15 | lowest value and step, 32-bit floating point |
/// | 16... | deflated (zlib, RFC 1950): the high bytes of all differences, then their low bytes; nothing for an empty tile |
///
/// A difference is the code less what the predictor says, modulo 65,536, folded so that small ones of either sign have
/// a high byte of zero: 0, -1, 1, -2 become 0, 1, 2, 3.
extension SurfaceTile {
    /// The bytes of the head.
    static let headBytes = 16
    private static let version: UInt8 = 1

    private enum Predictor: UInt8, CaseIterable {
        case left = 0
        case plane = 1
    }

    /// The tile in its compact form.
    ///
    /// - Throws: `tooLarge` when memory is short.
    public func bytes() throws(SurfacesError) -> [UInt8] {
        let choices = Predictor.allCases.map { predictor in (predictor, differences(predictor)) }
        // The sum of the differences follows the packed size closely enough to choose by it.
        let best = choices.min { weight($0.1) < weight($1.1) }
        guard let (predictor, differences) = best else { return [] }
        var bytes: [UInt8] = [Self.version, predictor.rawValue]
        for size in [columns, rows, 0] { bytes += [UInt8(truncatingIfNeeded: size), UInt8(size >> 8)] }
        for value in [lowest, step] {
            let bits = value.bitPattern
            bytes += [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: bits >> $0) }
        }
        guard !isEmpty else { return bytes }
        let planes = differences.map { UInt8($0 >> 8) } + differences.map { UInt8(truncatingIfNeeded: $0) }
        return bytes + (try Zlib.deflated(planes))
    }

    /// Reads a tile.
    ///
    /// - Throws: `malformed` for bytes that are no tile.
    public init(_ bytes: [UInt8]) throws(SurfacesError) {
        let reader = LittleEndianReader(bytes: bytes)
        guard bytes.count >= Self.headBytes, bytes[0] == Self.version, let predictor = Predictor(rawValue: bytes[1]),
            let columns = reader.byte16(2).map(Int.init), let rows = reader.byte16(4).map(Int.init),
            let lowest = reader.byte32(8).map(Float.init(bitPattern:)),
            let step = reader.byte32(12).map(Float.init(bitPattern:)),
            (1...Self.side).contains(columns), (1...Self.side).contains(rows),
            lowest.isFinite, step.isFinite, step >= 0
        else { throw .badTile }
        let count = columns * rows
        guard step > 0 else {
            self.init(
                columns: columns, rows: rows, lowest: 0, step: 0, codes: [UInt16](repeating: 0, count: count)
            )
            return
        }
        let planes = try Zlib.inflated(bytes[Self.headBytes...], count: 2 * count)
        var codes = [UInt16](repeating: 0, count: count)
        for place in 0..<count {
            let folded = UInt16(planes[place]) << 8 | UInt16(planes[count + place])
            let difference = folded >> 1 ^ (0 &- (folded & 1))
            let expected = Self.prediction(predictor, codes, place, columns)
            codes[place] = expected &+ difference
        }
        self.init(columns: columns, rows: rows, lowest: lowest, step: step, codes: codes)
    }

    private func differences(_ predictor: Predictor) -> [UInt16] {
        codes.indices.map { place in
            let difference = codes[place] &- Self.prediction(predictor, codes, place, columns)
            return difference << 1 ^ (0 &- (difference >> 15))
        }
    }

    private func weight(_ differences: [UInt16]) -> Int { differences.reduce(0) { $0 + Int($1) } }

    @inline(__always)
    private static func prediction(_ predictor: Predictor, _ codes: [UInt16], _ place: Int, _ columns: Int) -> UInt16 {
        let isFirstColumn = place % columns == 0
        let isFirstRow = place < columns
        if isFirstColumn { return isFirstRow ? 0 : codes[place - columns] }
        if predictor == .left || isFirstRow { return codes[place - 1] }
        return codes[place - 1] &+ codes[place - columns] &- codes[place - columns - 1]
    }
}

extension SurfacesError {
    /// Bytes that are no tile.
    static var badTile: SurfacesError {
        SurfacesError(code: .malformed, place: "tile", detail: "The bytes are no tile of a surface. Make it again.")
    }
}

/// Deflated bytes with the head and the checksum of RFC 1950, which browsers inflate themselves.
private enum Zlib {
    private static let level: Int32 = 6

    static func deflated(_ content: [UInt8]) throws(SurfacesError) -> [UInt8] {
        guard let compressor = unsafe libdeflate_alloc_compressor(level) else {
            throw SurfacesError(code: .tooLarge, place: "tile", detail: "There is not enough memory to pack a tile.")
        }
        defer { unsafe libdeflate_free_compressor(compressor) }
        let room = unsafe libdeflate_zlib_compress_bound(compressor, content.count)
        return unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
            filled = unsafe content.withUnsafeBytes {
                unsafe libdeflate_zlib_compress(compressor, $0.baseAddress, $0.count, buffer.baseAddress, room)
            }
        }
    }

    static func inflated(_ content: ArraySlice<UInt8>, count: Int) throws(SurfacesError) -> [UInt8] {
        guard let decompressor = unsafe libdeflate_alloc_decompressor() else {
            throw SurfacesError(code: .tooLarge, place: "tile", detail: "There is not enough memory to unpack a tile.")
        }
        defer { unsafe libdeflate_free_decompressor(decompressor) }
        var isWhole = false
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            let result = unsafe content.withUnsafeBytes {
                unsafe libdeflate_zlib_decompress(
                    decompressor, $0.baseAddress, $0.count, buffer.baseAddress, count, nil
                )
            }
            isWhole = result == LIBDEFLATE_SUCCESS
            filled = isWhole ? count : 0
        }
        guard isWhole else { throw .badTile }
        return bytes
    }
}
