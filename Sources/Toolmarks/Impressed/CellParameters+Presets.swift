extension CellParameters {
    /// The published settings for breech faces.
    public static let breechFace = CellParameters()

    /// Settings for firing-pin impressions: they measure some 1 to 2 mm across, so that cells, pitch and tolerances are
    /// about half of those for breech faces.
    public static let firingPin: CellParameters = {
        var parameters = CellParameters()
        parameters.search.columns = 6
        parameters.search.rows = 6
        parameters.search.finePitch = 6.25
        parameters.rule.positionTolerance = 62.5
        parameters.rule.registeredTolerance = 40
        return parameters
    }()

    /// The settings for a kind of impressed mark.
    public static func preset(for kind: ToolmarkKind) -> CellParameters {
        kind == .firingPin ? .firingPin : .breechFace
    }

    /// The settings on one line: scores made with different settings must not be weighed against each other.
    public func method(for kind: ToolmarkKind, of values: String) -> String {
        let sweep = search.rotations
        return "cells/1 \(kind) \(values): \(search.columns)x\(search.rows) valid=\(search.minimumValidShare)"
            + " region=\(search.regionFactor) rotations=\(sweep.first)+\(sweep.step)x\(sweep.count)"
            + " pitch=\(search.finePitch)x\(search.coarseFactor) overlap=\(search.minimumOverlap)"
            + " limit=\(search.heightLimit) depth=\(search.depth.rawValue)"
            + " tolerance=\(rule.positionTolerance)/\(rule.rotationTolerance)/\(rule.registeredTolerance)"
            + " correlation=\(rule.minimumCorrelation) margin=\(rule.highMargin)"
    }
}
