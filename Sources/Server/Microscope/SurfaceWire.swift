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
        let spread = HeightSpread(tiled.overview)
        (mean, deviation, low, high) = (spread.mean, spread.deviation, spread.low, spread.high)
    }
}

/// How the values of a surface are spread.
private struct HeightSpread {
    var mean = 0.0
    var deviation = 0.0
    var low = 0.0
    var high = 0.0

    init(_ map: SurfaceMap) {
        let values = map.values.filter { !$0.isNaN }.sorted()
        guard !values.isEmpty else { return }
        let count = Double(values.count)
        mean = values.reduce(0.0) { $0 + Double($1) } / count
        let center = mean
        deviation = (values.reduce(0.0) { $0 + (Double($1) - center) * (Double($1) - center) } / count).squareRoot()
        low = Double(values[values.count / 100])
        high = Double(values[values.count - 1 - values.count / 100])
    }
}

extension TiledSurface {
    /// A level of at most some hundred thousand points: enough for statistics, and quick.
    fileprivate var overview: SurfaceMap { resolution(ofAtMost: 300_000) }
}
