/// The bytes of all tiles, little endian: `CTS1`, pitches along x and y in micrometres (64-bit floating point), columns
/// and rows of level 0 (32 bits each), the kind's number of bytes (16 bits) and text, then for every tile, level by
/// level, row by row, its number of bytes (32 bits), then the tiles.
extension TiledSurface {
    private static let mark = Array("CTS1".utf8)

    /// All tiles in one piece, to be kept beside the surface.
    public var bytes: [UInt8] {
        var bytes = Self.mark
        for pitch in [pitchX, pitchY] { bytes.append(little: pitch.bitPattern) }
        for size in [levels[0].columns, levels[0].rows] { bytes.append(little: UInt32(size)) }
        bytes.append(little: UInt16(kind.rawValue.utf8.count))
        bytes += Array(kind.rawValue.utf8)
        for tile in tiles { bytes.append(little: UInt32(tile.count)) }
        for tile in tiles { bytes += tile }
        return bytes
    }

    /// Reads what `bytes` made; the tiles themselves are not looked at.
    ///
    /// - Throws: `malformed` for anything else.
    public init(_ bytes: [UInt8]) throws(SurfacesError) {
        let reader = LittleEndianReader(bytes: bytes)
        guard bytes.starts(with: Self.mark), let pitchX = reader.pitch(4), let pitchY = reader.pitch(12),
            let columns = reader.byte32(20).map(Int.init), let rows = reader.byte32(24).map(Int.init),
            let length = reader.byte16(28).map(Int.init), columns > 0, rows > 0, columns <= Self.mostPoints / rows,
            bytes.count >= 30 + length
        else { throw .badTile }
        let kind = SurfaceKind(rawValue: String(decoding: bytes[30..<30 + length], as: UTF8.self))
        var levels = [Level(columns: columns, rows: rows)]
        while let last = levels.last, last.columns > 1 || last.rows > 1 {
            levels.append(Level(columns: max(1, last.columns / 2), rows: max(1, last.rows / 2)))
        }
        let count = levels.reduce(0) { $0 + $1.tilesAcross * $1.tilesDown }
        let index = 30 + length
        var start = index + 4 * count
        var tiles: [[UInt8]] = []
        for place in 0..<count {
            guard let size = reader.byte32(index + 4 * place).map(Int.init), start <= bytes.count - size else {
                throw .badTile
            }
            tiles.append(Array(bytes[start..<start + size]))
            start += size
        }
        self.init(pitchX: pitchX, pitchY: pitchY, kind: kind, levels: levels, tiles: tiles)
    }

    /// As many points as a scan that is read at all can have.
    private static let mostPoints = SurfaceLimits().points
}

extension LittleEndianReader {
    fileprivate func pitch(_ offset: Int) -> Double? {
        guard let low = byte32(offset), let high = byte32(offset + 4) else { return nil }
        let pitch = Double(bitPattern: UInt64(low) | UInt64(high) << 32)
        return pitch.isFinite && pitch > 0 ? pitch : nil
    }
}

extension [UInt8] {
    fileprivate mutating func append(little value: some FixedWidthInteger) {
        for byte in 0..<value.bitWidth / 8 { append(UInt8(truncatingIfNeeded: value >> (8 * byte))) }
    }
}
