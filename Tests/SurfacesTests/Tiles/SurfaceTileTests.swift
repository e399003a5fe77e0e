import Testing

@testable import Surfaces

@Suite("Tiles of a surface") struct SurfaceTileTests {
    @Test(
        "A decoded height differs from the measured one by no more than the tile says, and missing points stay missing")
    func roundTrip() throws {
        var map = StepTests.rough(columns: 200, rows: 131)
        for place in stride(from: 0, to: map.count, by: 37) { map.values[place] = .nan }
        let tile = SurfaceTile(columns: 200, rows: 131, values: map.values)
        #expect(tile.tolerance < 0.0011)
        let read = try SurfaceTile(tile.bytes())
        #expect(read == tile)
        for (value, decoded) in zip(map.values, read.values) {
            #expect(value.isNaN ? decoded.isNaN : abs(value - decoded) <= tile.tolerance)
        }
    }

    @Test(
        "A tile whose heights lie far apart takes larger steps and states them",
        arguments: [400, 9_000, 3e7] as [Float])
    func farApart(_ height: Float) throws {
        var generator = Seeded(state: 8)
        let values = (0..<4_000).map { _ in Float.random(in: -height...height, using: &generator) }
        let tile = SurfaceTile(columns: 80, rows: 50, values: values)
        #expect(tile.tolerance >= height / 65_534)
        let decoded = try SurfaceTile(tile.bytes()).values
        for (value, decoded) in zip(values, decoded) { #expect(abs(value - decoded) <= tile.tolerance) }
    }

    @Test("A tile without a measured point and one of equal heights are read as they were")
    func plain() throws {
        let empty = SurfaceTile(columns: 3, rows: 2, values: [Float](repeating: .nan, count: 6))
        #expect(try SurfaceTile(empty.bytes()) == empty)
        #expect(empty.isEmpty && empty.values.allSatisfy(\.isNaN))
        #expect(try empty.bytes().count == SurfaceTile.headBytes)
        let even = SurfaceTile(columns: 2, rows: 2, values: [7.25, 7.25, .nan, 7.25])
        #expect(try SurfaceTile(even.bytes()).values.map { $0.isNaN ? -1 : $0 } == [7.25, 7.25, -1, 7.25])
    }

    @Test("Tiles of a filtered surface take less than two bytes a point")
    func compact() throws {
        let map = StepTests.rough(columns: 256, rows: 256, pitch: 2)
        #expect(try SurfaceTile(columns: 256, rows: 256, values: map.values).bytes().count < 65_536)
    }

    @Test("Bytes that are no tile are refused whatever they are")
    func hostile() throws {
        let bytes = try SurfaceTile(columns: 40, rows: 30, values: StepTests.rough(columns: 40, rows: 30).values)
            .bytes()
        for end in 0..<bytes.count {
            #expect(throws: SurfacesError.self) { try SurfaceTile(Array(bytes[..<end])) }
        }
        var generator = Seeded(state: 3)
        for _ in 0..<2_000 {
            var changed = bytes
            changed[Int.random(in: 0..<changed.count, using: &generator)] ^= UInt8.random(
                in: 1...255, using: &generator)
            if let tile = try? SurfaceTile(changed) { #expect(tile.codes.count == tile.columns * tile.rows) }
        }
    }
}
