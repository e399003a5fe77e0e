import ArgumentParser
import Toolmarks

/// The parameters of a comparison by cells, each with the published default.
struct CellOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Cells along each axis. Default: 8; firing pins 6.", valueName: "count"))
    var cells: Int?

    @Option(help: ArgumentHelp("Least share of a cell that was measured. Default: 0.15.", valueName: "share"))
    var minimumValid: Double?

    @Option(help: ArgumentHelp("Side of the searched region in sides of the cell. Default: 3.", valueName: "factor"))
    var region: Double?

    @Option(
        help: ArgumentHelp(
            "Rotations tried, degrees: first:last:step. Default: -30:30:3.",
            valueName: "sweep"
        )
    )
    var rotations: String?

    @Flag(help: "Scans lie in any direction: every 3 degrees of the circle are tried. Takes 6 times as long.")
    var fullCircle = false

    @Option(help: ArgumentHelp("Pitch of the fine search, micrometres. Default: 12.5.", valueName: "um"))
    var pitch: Double?

    @Option(help: ArgumentHelp("Fine points in a coarse one. Default: 3.", valueName: "count"))
    var coarse: Int?

    @Option(help: ArgumentHelp("Least share of a cell that meets measured points. Default: 0.5.", valueName: "share"))
    var minimumOverlap: Double?

    @Option(
        help: ArgumentHelp("Heights are held within so many standard deviations. Default: 2.", valueName: "deviations")
    )
    var heightLimit: Double?

    @Option(help: ArgumentHelp("Least correlation of a congruent cell. Default: 0.5.", valueName: "value"))
    var minimumCorrelation: Double?

    @Option(help: ArgumentHelp("Position tolerance, micrometres. Default: 125.", valueName: "um"))
    var positionTolerance: Double?

    @Option(help: ArgumentHelp("Rotation tolerance, degrees. Default: 6.", valueName: "degrees"))
    var rotationTolerance: Double?

    @Option(help: ArgumentHelp("Distance from the registration, micrometres. Default: 62.5.", valueName: "um"))
    var registeredTolerance: Double?

    @Option(
        help: ArgumentHelp("Cells below the best rotation that still count as high. Default: 1.", valueName: "count"))
    var highMargin: Int?

    @Flag(help: "Search every place at the fine pitch: some twenty times slower.")
    var exhaustive = false

    /// The parameters for a kind of mark.
    /// - Throws: ``CommandFailure`` for rotations that cannot be read.
    func parameters(for kind: ToolmarkKind) throws -> CellParameters {
        var parameters = CellParameters.preset(for: kind)
        if let cells { (parameters.search.columns, parameters.search.rows) = (cells, cells) }
        if let minimumValid { parameters.search.minimumValidShare = minimumValid }
        if let region { parameters.search.regionFactor = region }
        if fullCircle { parameters.search.rotations = .fullCircle }
        if let rotations { parameters.search.rotations = try Self.sweep(rotations) }
        if let pitch { parameters.search.finePitch = pitch }
        if let coarse { parameters.search.coarseFactor = coarse }
        if let minimumOverlap { parameters.search.minimumOverlap = minimumOverlap }
        if let heightLimit { parameters.search.heightLimit = heightLimit }
        if let minimumCorrelation { parameters.rule.minimumCorrelation = minimumCorrelation }
        if let positionTolerance { parameters.rule.positionTolerance = positionTolerance }
        if let rotationTolerance { parameters.rule.rotationTolerance = rotationTolerance }
        if let registeredTolerance { parameters.rule.registeredTolerance = registeredTolerance }
        if let highMargin { parameters.rule.highMargin = highMargin }
        if exhaustive { parameters.search.depth = .exhaustive }
        return parameters
    }

    private static func sweep(_ text: String) throws -> RotationSweep {
        let parts = text.split(separator: ":").map { Double($0) }
        guard parts.count == 3, let first = parts[0], let last = parts[1], let step = parts[2], step > 0,
            last >= first, (last - first) / step < 720
        else {
            throw CommandFailure(
                "\"\(text)\" is no sweep of rotations. Give first:last:step in degrees, such as -15:15:3."
            )
        }
        return RotationSweep(first: first, step: step, count: Int(((last - first) / step).rounded(.down)) + 1)
    }
}
