internal import Surfaces

/// A mark in the waves and at the pitch of screening, at some rotations.
struct ScreeningPlanes {
    let planes: TurnedPlanes
    let angles: [Double]

    /// Filters and samples a surface. Throws as `PreparedMark` does.
    init(_ map: SurfaceMap, angles: [Double], settings: ScreeningSettings) throws(ToolmarksError) {
        try settings.validate()
        guard map.validCount > 0 else {
            throw ToolmarksError(.nothingToCompare, subject: "surface", advice: "choose a surface with valid points")
        }
        let filtered: SurfaceMap
        do {
            filtered = try Preparation([
                .resample(Resampling(pitch: settings.pitch / 2, method: .area)),
                .filter(SurfaceFilter(shortCutoff: settings.shortCutoff, longCutoff: settings.longCutoff)),
            ]).apply(to: map).surface
        } catch {
            throw ToolmarksError(.nothingToCompare, subject: "surface", advice: error.description)
        }
        var search = CellSearch()
        search.finePitch = settings.pitch
        search.coarseFactor = 1
        search.rotations = RotationSweep(first: 0, step: 1, count: angles.count)
        let outline = try MarkOutline(of: filtered)
        planes = try PlaneSampler(map: filtered, outline: outline, search: search).planes(at: angles)
        self.angles = angles
    }

    /// Calls `body` with the column, the row and the sign of every point of a plane that was measured and lies, after a
    /// move by some columns, in a frame of `side` points about the middle.
    func points(of plane: Int, side: Int, moved: Int = 0, _ body: (Int, Int, Bool) -> Void) {
        let offset = (planes.side - side) / 2
        let base = plane * planes.side * planes.side
        for row in max(0, -offset)..<min(side, planes.side - offset) {
            for column in max(0, moved - offset)..<max(0, moved - offset, min(side, planes.side - offset + moved)) {
                let value = planes.values[base + (row + offset) * planes.side + column - moved + offset]
                if value != TurnedPlanes.missing { body(column, row, value >= 0) }
            }
        }
    }
}
