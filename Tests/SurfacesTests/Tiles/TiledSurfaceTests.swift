import Testing

@testable import Surfaces

@Suite("A surface cut into tiles") struct TiledSurfaceTests {
    @Test("The tiles of the finest level put together are the surface")
    func whole() throws {
        let map = StepTests.rough(columns: 560, rows: 530)
        let tiled = TiledSurface(map)
        #expect(tiled.levels[0] == TiledSurface.Level(columns: 560, rows: 530))
        #expect(tiled.levels[0].tilesAcross == 2 && tiled.levels[0].tilesDown == 2)
        for row in 0..<2 {
            for column in 0..<2 {
                let tile = try #require(tiled.tile(level: 0, column: column, row: row))
                #expect(tile.columns == (column == 0 ? 512 : 48) && tile.rows == (row == 0 ? 512 : 18))
                for (place, value) in tile.values.enumerated() {
                    let x = column * 512 + place % tile.columns
                    let y = row * 512 + place / tile.columns
                    #expect(abs(value - map[x, y]) <= tile.tolerance)
                }
            }
        }
        #expect(tiled.tile(level: 0, column: 2, row: 0) == nil)
        #expect(tiled.tile(level: 20, column: 0, row: 0) == nil)
        #expect(tiled.tile(level: -1, column: 0, row: 0) == nil)
    }

    @Test("Levels go down to one point and halve like those of a graphics texture")
    func levels() {
        let tiled = TiledSurface(StepTests.rough(columns: 301, rows: 40))
        #expect(tiled.levels.map(\.columns) == [301, 150, 75, 37, 18, 9, 4, 2, 1])
        #expect(tiled.levels.map(\.rows) == [40, 20, 10, 5, 2, 1, 1, 1, 1])
    }

    @Test("A coarser point is the mean of the measured ones below it, and missing where most of them are")
    func halves() {
        let map = SurfaceMap(
            columns: 5,
            rows: 2,
            pitchX: 2,
            pitchY: 3,
            values: [1, 3, .nan, 4, 9, 5, .nan, .nan, .nan, 9]
        )
        let half = map.halved()
        #expect(half.columns == 2 && half.rows == 1 && half.pitchX == 4 && half.pitchY == 6)
        #expect(half.values[0] == 3 && half.values[1].isNaN)
        let line = SurfaceMap(columns: 4, rows: 1, pitchX: 1, pitchY: 1, values: [1, .nan, .nan, .nan]).halved()
        #expect(line.rows == 1 && line.pitchY == 1 && line.values[0] == 1 && line.values[1].isNaN)
    }

    @Test("The spread is that of the measured points")
    func spread() {
        var map = SurfaceMap(columns: 101, rows: 2, pitchX: 1, pitchY: 1)
        map.values = (0..<202).map { $0 < 101 ? Float($0) : .nan }
        let spread = ValueSpread(of: map)
        #expect(spread.mean == 50 && spread.low == 1 && spread.high == 99)
        #expect(abs(spread.deviation - 29.154_76) < 0.000_1)
        #expect(ValueSpread(of: SurfaceMap(columns: 2, rows: 2, pitchX: 1, pitchY: 1)).deviation == 0)
    }
}
