public import Surfaces

/// A mark made ready for comparison: turned to every rotation at two pitches, and cut into cells.
///
/// Preparing costs some tens of milliseconds and, with the published rotations, about 3 MB for a breech face of a 9 mm
/// cartridge; it is done once for a mark that is compared with many. Heights are taken relative to their mean and in
/// standard deviations, so that neither offset nor scale of the instrument matters.
public struct PreparedMark: Sendable {
    /// The settings it was prepared with; marks with different settings cannot be compared.
    public let search: CellSearch
    /// What its values mean.
    public let kind: SurfaceKind
    /// The sides of the box around its measured points, micrometres.
    public let size: Place
    /// The middle of that box, micrometres from the first point of the map.
    public let centre: Place
    /// The share of the box that was measured.
    public var validShare: Double { unturned.validShare }

    let unturned: UnturnedMark
    let fine: TurnedPlanes
    let coarse: TurnedPlanes

    /// Prepares a surface that is already levelled and filtered.
    ///
    /// Throws `invalidParameter`, `nothingToCompare` (no valid point, or no cell with enough of them), `flatSurface` or
    /// `surfaceTooLarge`.
    public init(_ map: SurfaceMap, search: CellSearch = CellSearch()) throws(ToolmarksError) {
        try search.validate()
        let outline = try MarkOutline(of: map)
        let sampler = try PlaneSampler(map: map, outline: outline, search: search)
        self.search = search
        kind = map.kind
        size = Place(x: outline.width, y: outline.height)
        centre = Place(x: outline.centreX * map.pitchX, y: outline.centreY * map.pitchY)
        let upright = sampler.planes(at: [0])
        unturned = UnturnedMark(upright: upright, outline: outline, search: search)
        guard unturned.cells.contains(where: \.isUsable) else {
            throw ToolmarksError(
                .nothingToCompare,
                subject: "cells",
                advice: "no cell has a share of valid points of at least \(search.minimumValidShare)"
            )
        }
        fine = sampler.planes(at: search.rotations.angles)
        coarse = fine.reduced(by: search.coarseFactor)
    }
}
