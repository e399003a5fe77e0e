/// A surface cut into tiles at full and at lower resolutions, so that a viewer fetches what it shows.
///
/// Level 0 has every point; each further level has half the points along each axis (`SurfaceMap.halved`), down to one
/// point. A point of level n covers 2 to the power of n points of the scan along each axis: its middle lies at
/// `(place + 0.5) * 2^n - 0.5` of them.
public struct TiledSurface: Sendable, Hashable {
    /// One resolution.
    public struct Level: Sendable, Hashable {
        /// Points along x.
        public let columns: Int
        /// Points along y.
        public let rows: Int

        /// Tiles along x.
        public var tilesAcross: Int { (columns + SurfaceTile.side - 1) / SurfaceTile.side }
        /// Tiles along y.
        public var tilesDown: Int { (rows + SurfaceTile.side - 1) / SurfaceTile.side }
    }

    /// Distance between neighbouring columns of level 0, micrometres.
    public let pitchX: Double
    /// Distance between neighbouring rows of level 0, micrometres.
    public let pitchY: Double
    /// What the values mean.
    public let kind: SurfaceKind
    /// The resolutions, the finest first.
    public let levels: [Level]
    /// The bytes of every tile, level by level, row by row.
    let tiles: [[UInt8]]

    /// Cuts a surface into tiles.
    ///
    /// - Throws: `tooLarge` when memory is short.
    public init(_ map: SurfaceMap, step: Float = SurfaceTile.usualStep) throws(SurfacesError) {
        pitchX = map.pitchX
        pitchY = map.pitchY
        kind = map.kind
        // Reflectance runs from 0 to 1: the steps of heights are too coarse for it.
        let step = map.kind == .height ? step : 1 / 65_534
        var levels: [Level] = []
        var tiles: [[UInt8]] = []
        var resolution = map
        while true {
            let level = Level(columns: resolution.columns, rows: resolution.rows)
            levels.append(level)
            for row in 0..<level.tilesDown {
                for column in 0..<level.tilesAcross {
                    tiles.append(try resolution.tile(column: column, row: row, step: step).bytes())
                }
            }
            guard level.columns > 1 || level.rows > 1 else { break }
            resolution = resolution.halved()
        }
        self.levels = levels
        self.tiles = tiles
    }

    init(pitchX: Double, pitchY: Double, kind: SurfaceKind, levels: [Level], tiles: [[UInt8]]) {
        self.pitchX = pitchX
        self.pitchY = pitchY
        self.kind = kind
        self.levels = levels
        self.tiles = tiles
    }

    /// The bytes of one tile, see `SurfaceTile.bytes()`; nil where there is none.
    public func tile(level: Int, column: Int, row: Int) -> [UInt8]? {
        guard levels.indices.contains(level), (0..<levels[level].tilesAcross).contains(column),
            (0..<levels[level].tilesDown).contains(row)
        else { return nil }
        let before = levels[..<level].reduce(0) { $0 + $1.tilesAcross * $1.tilesDown }
        return tiles[before + row * levels[level].tilesAcross + column]
    }
}

extension SurfaceMap {
    /// One tile of the map.
    fileprivate func tile(column: Int, row: Int, step: Float) -> SurfaceTile {
        let (left, top) = (column * SurfaceTile.side, row * SurfaceTile.side)
        let width = min(SurfaceTile.side, columns - left)
        let height = min(SurfaceTile.side, rows - top)
        var part: [Float] = []
        part.reserveCapacity(width * height)
        for y in top..<top + height {
            let start = y * columns + left
            part += values[start..<start + width]
        }
        return SurfaceTile(columns: width, rows: height, values: part, step: step)
    }
}
