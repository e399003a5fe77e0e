import Registry
import Surfaces

/// A mark's surface as the microscope reads it.
struct SurfaceWire: Encodable {
    /// One resolution, the finest first.
    struct Level: Encodable {
        var columns: Int
        var rows: Int
    }

    /// The number of the mark.
    var number: String
    /// Where its tiles are; level, column and row follow.
    var tiles: String
    /// Which preparation the tiles are asked of.
    var preparation: Int64
    /// `height` or `reflectance`.
    var values: String
    /// Points along a side of a tile.
    var tileSide = SurfaceTile.side
    /// Micrometres between columns and rows.
    var pitchX: Double
    var pitchY: Double
    var levels: [Level]
    /// Micrometres: mean, standard deviation and the range that 98 of 100 values lie in.
    var mean: Double
    var deviation: Double
    var low: Double
    var high: Double

    init(_ mark: ComparedMark, _ tiled: TiledSurface) {
        number = "\(mark.mark.number)"
        tiles = "/microscope/\(HTTPQuery.escaped(number))/tiles"
        preparation = mark.preparation
        values = tiled.surface.kind.rawValue
        pitchX = tiled.surface.pitchX
        pitchY = tiled.surface.pitchY
        levels = tiled.levels.map { Level(columns: $0.columns, rows: $0.rows) }
        let spread = tiled.spread
        (mean, deviation, low, high) = (spread.mean, spread.deviation, spread.low, spread.high)
    }
}
