/// How cells are cut from one mark and looked for on another.
///
/// The defaults are those of Song (2013, AFTE Journal 45) and Song et al. (2018, doi:10.1016/j.forsciint.2017.12.013)
/// where these papers state one; the pitches and the overlap are this implementation's.
public struct CellSearch: Hashable, Sendable, Codable {
    /// Cells along x.
    public var columns = 8
    /// Cells along y.
    public var rows = 8
    /// The least share of a cell's points that must have been measured.
    public var minimumValidShare = 0.15
    /// The side of the region that is searched, in sides of the cell.
    public var regionFactor = 3.0
    /// The rotations tried.
    public var rotations = RotationSweep.oriented
    /// The pitch at which a found place is refined and its correlation taken, micrometres.
    public var finePitch = 12.5
    /// How many fine points are averaged along each axis for the first, coarse pass over the region.
    public var coarseFactor = 3
    /// The least share of a cell's valid points that must meet valid points on the other mark.
    public var minimumOverlap = 0.5
    /// Heights further than this from the mean are held there, in standard deviations of the mark.
    ///
    /// Steep rims of the primer and of the firing-pin hole look alike on all marks; unheld they outweigh the texture.
    public var heightLimit = 2.0
    /// How thoroughly the region is searched.
    public var depth = Depth.coarseToFine

    /// How thoroughly a region is searched.
    public enum Depth: String, Hashable, Sendable, Codable {
        /// Every place at the coarse pitch, then the best of each rotation at the fine pitch.
        case coarseToFine
        /// Every place of every rotation at the fine pitch: the yardstick for the quicker way, some twenty times slower.
        case exhaustive
    }

    /// The published defaults.
    public init() {}
}

extension CellSearch {
    /// The distance a cell may move along each axis, in sides of the cell.
    var reach: Double { (regionFactor - 1) / 2 }

    /// Throws an error that names the first setting outside its range.
    func validate() throws(ToolmarksError) {
        func require(_ condition: Bool, _ subject: String, _ advice: String) throws(ToolmarksError) {
            guard condition else { throw ToolmarksError(.invalidParameter, subject: subject, advice: advice) }
        }
        try require((1...32).contains(columns) && (1...32).contains(rows), "cells", "use 1 to 32 cells along each axis")
        try require((0...1).contains(minimumValidShare), "minimumValidShare", "use a share from 0 to 1")
        try require((1...9).contains(regionFactor), "regionFactor", "use a region of 1 to 9 sides of the cell")
        try require((1...720).contains(rotations.count), "rotations", "use 1 to 720 rotations")
        try require(rotations.first.isFinite && rotations.step.isFinite, "rotations", "use finite angles")
        try require(rotations.count == 1 || rotations.step > 0, "rotations", "use a positive step")
        try require((1...200).contains(finePitch), "finePitch", "use 1 to 200 micrometres")
        try require((1...16).contains(coarseFactor), "coarseFactor", "average 1 to 16 points along each axis")
        try require((0.05...1).contains(minimumOverlap), "minimumOverlap", "use a share from 0.05 to 1")
        try require((1...100).contains(heightLimit), "heightLimit", "use 1 to 100 standard deviations")
    }
}
