import Surfaces
import Testing

@Suite struct SurfaceMapTests {
    @Test func valuesLieRowByRowWithXFastest() {
        var map = SurfaceMap(columns: 3, rows: 2, pitchX: 2, pitchY: 4, values: [0, 1, 2, 3, 4, 5])
        #expect(map[2, 0] == 2)
        #expect(map[0, 1] == 3)
        map[1, 1] = 9
        #expect(map.values == [0, 1, 2, 3, 9, 5])
        #expect(map.extentX == 4)
        #expect(map.extentY == 4)
    }

    @Test func pointsWithoutAValueAreCountedOutAndAgreeWithEachOther() {
        let map = SurfaceMap(columns: 2, rows: 2, pitchX: 1, pitchY: 1, values: [.nan, 1, -2, .nan])
        #expect(map.validCount == 2)
        #expect(map.validFraction == 0.5)
        #expect(map.range == -2...1)
        #expect(map == map)
        #expect(map != SurfaceMap(columns: 2, rows: 2, pitchX: 1, pitchY: 1, values: [.nan, 1, -2, 0]))
    }

    @Test func aMapWithoutAnyValueHasNoRange() {
        #expect(SurfaceMap(columns: 2, rows: 1, pitchX: 1, pitchY: 1).range == nil)
    }
}
