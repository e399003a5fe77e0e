import Surfaces
import Testing

@testable import Toolmarks

@Suite struct PreparedMarkTests {
    @Test("a surface without a valid point is refused") func todo() {
        let map = SurfaceMap(columns: 40, rows: 40, pitchX: 6.25, pitchY: 6.25)
        let error = #expect(throws: ToolmarksError.self) { try PreparedMark(map) }
        #expect(error?.code == .nothingToCompare)
    }

    @Test("a flat surface is refused") func todo() {
        let map = SurfaceMap(columns: 40, rows: 40, pitchX: 6.25, pitchY: 6.25, repeating: 3)
        let error = #expect(throws: ToolmarksError.self) { try PreparedMark(map) }
        #expect(error?.code == .flatSurface)
    }

    @Test("a setting out of range is named") func todo() {
        var search = CellSearch()
        search.columns = 0
        let map = SurfaceMap(columns: 40, rows: 40, pitchX: 6.25, pitchY: 6.25, repeating: 3)
        let error = #expect(throws: ToolmarksError.self) { try PreparedMark(map, search: search) }
        #expect(error?.code == .invalidParameter)
        #expect(error?.subject == "cells")
    }
}
