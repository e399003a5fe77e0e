/// How marks are brought to their screening form and laid on each other.
public struct ScreeningSettings: Hashable, Sendable, Codable {
    /// Waves shorter than this are left out, micrometres: they do not survive from one firing to the next.
    public var shortCutoff = 75.0
    /// Waves longer than this are left out, micrometres: they are few, so that strangers agree on them by chance.
    public var longCutoff = 300.0
    /// The distance between the points of a screening form, micrometres.
    public var pitch = 60.0
    /// The largest shift along each axis, micrometres.
    public var reach = 420.0
    /// The rotations tried.
    public var rotations = RotationSweep.oriented
    /// The least part of the smaller mark that must meet the other.
    public var minimumOverlap = 0.3

    /// The settings that were chosen by measured recall; see `docs/mark-search.md`.
    public init() {}

    /// The same for scans that nobody oriented: 120 rotations in place of 21.
    public static var fullCircle: ScreeningSettings {
        var settings = ScreeningSettings()
        settings.rotations = .fullCircle
        return settings
    }

    /// Shifts tried to each side, in points.
    var reachPoints: Int { Int((reach / pitch).rounded()) }

    /// Throws an error that names the first setting outside its range.
    func validate() throws(ToolmarksError) {
        func require(_ condition: Bool, _ subject: String, _ advice: String) throws(ToolmarksError) {
            guard condition else { throw ToolmarksError(.invalidParameter, subject: subject, advice: advice) }
        }
        try require((5...500).contains(pitch), "pitch", "use 5 to 500 micrometres")
        try require(shortCutoff >= pitch, "shortCutoff", "use a wavelength of at least the pitch")
        try require(longCutoff > shortCutoff && longCutoff.isFinite, "longCutoff", "use more than the short cut-off")
        try require((0...32 * pitch).contains(reach), "reach", "use 0 to 32 times the pitch")
        try require((1...720).contains(rotations.count), "rotations", "use 1 to 720 rotations")
        try require(rotations.first.isFinite && rotations.step.isFinite, "rotations", "use finite angles")
        try require((0.05...1).contains(minimumOverlap), "minimumOverlap", "use a share from 0.05 to 1")
    }
}
