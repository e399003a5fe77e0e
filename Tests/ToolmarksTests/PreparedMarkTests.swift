import Surfaces
import Testing

@testable import Toolmarks

@Suite struct PreparedMarkTests {
    @Test func aSurfaceWithoutAValidPointIsRefused() {
        let map = SurfaceMap(columns: 40, rows: 40, pitchX: 6.25, pitchY: 6.25)
        let error = #expect(throws: ToolmarksError.self) { try PreparedMark(map) }
        #expect(error?.code == .nothingToCompare)
    }

    @Test func aFlatSurfaceIsRefused() {
        let map = SurfaceMap(columns: 40, rows: 40, pitchX: 6.25, pitchY: 6.25, repeating: 3)
        let error = #expect(throws: ToolmarksError.self) { try PreparedMark(map) }
        #expect(error?.code == .flatSurface)
    }

    @Test func aSettingOutOfRangeIsNamed() {
        var search = CellSearch()
        search.columns = 0
        let map = SurfaceMap(columns: 40, rows: 40, pitchX: 6.25, pitchY: 6.25, repeating: 3)
        let error = #expect(throws: ToolmarksError.self) { try PreparedMark(map, search: search) }
        #expect(error?.code == .invalidParameter)
        #expect(error?.subject == "cells")
    }
}
