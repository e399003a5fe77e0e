/// A surface at full and at lower resolutions, cut into tiles on demand, so that a viewer fetches what it shows.
///
/// Level 0 has every point; each further level has half the points along each axis (`SurfaceMap.halved`), down to one
/// point. A point of level n covers 2 to the power of n points of the scan along each axis: its middle lies at
/// `(place + 0.5) * 2^n - 0.5` of them.
public struct TiledSurface: Sendable {
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

    /// The surface at falling resolutions, the whole one first.
    let resolutions: [SurfaceMap]
    /// How the values are spread, from a level of some hundred thousand points.
    public let spread: ValueSpread

    /// More points say hardly more about the spread.
    private static let spreadPoints = 300_000

    /// Makes the resolutions of a surface.
    public init(_ map: SurfaceMap) {
        var resolutions = [map]
        while let last = resolutions.last, last.columns > 1 || last.rows > 1 { resolutions.append(last.halved()) }
        self.resolutions = resolutions
        let overview = resolutions.first { $0.count <= Self.spreadPoints } ?? map
        spread = ValueSpread(of: overview)
    }

    /// The surface with every point.
    public var surface: SurfaceMap { resolutions[0] }

    /// The resolutions, the finest first.
    public var levels: [Level] { resolutions.map { Level(columns: $0.columns, rows: $0.rows) } }

    /// The points of all levels together, which is what a surface takes in memory.
    public var count: Int { resolutions.reduce(0) { $0 + $1.count } }

    /// One tile; nil where there is none.
    ///
    /// Heights are kept to a nanometre, brightness to a part in 130,000.
    public func tile(level: Int, column: Int, row: Int) -> SurfaceTile? {
        guard resolutions.indices.contains(level) else { return nil }
        let map = resolutions[level]
        let size = Level(columns: map.columns, rows: map.rows)
        guard (0..<size.tilesAcross).contains(column), (0..<size.tilesDown).contains(row) else { return nil }
        let (left, top) = (column * SurfaceTile.side, row * SurfaceTile.side)
        let width = min(SurfaceTile.side, map.columns - left)
        let height = min(SurfaceTile.side, map.rows - top)
        var part: [Float] = []
        part.reserveCapacity(width * height)
        for y in top..<top + height {
            let start = y * map.columns + left
            part += map.values[start..<start + width]
        }
        let step = map.kind == .height ? SurfaceTile.usualStep : 1 / 65_534
        return SurfaceTile(columns: width, rows: height, values: part, step: step)
    }
}
