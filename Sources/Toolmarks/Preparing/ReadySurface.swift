public import Surfaces

/// A surface ready to be compared, and what was done to it.
public struct ReadySurface: Sendable {
    /// The surface.
    public let surface: SurfaceMap
    /// How the scan was found.
    public let state: ScanState
    /// What was done here; empty for a scan that was ready.
    public let records: [StepRecord]

    /// Makes a scan of an impressed mark ready as far as it is not.
    ///
    /// - Parameters:
    ///   - kind: decides the preparation.
    ///   - stage: what is left to do, where a person knows better than the look at the scan.
    /// - Throws: `noValidPoints` when a step leaves nothing.
    public init(_ map: SurfaceMap, kind: ToolmarkKind, stage: ScanState.Stage? = nil) throws(SurfacesError) {
        state = ScanState(of: map)
        // Pictures have no form to take away.
        let stage = stage ?? (map.kind == .height ? state.stage : .prepared)
        guard stage != .prepared else {
            surface = map
            records = []
            return
        }
        var preparation = kind == .firingPin ? Preparation.firingPin : .breechFace
        if stage == .masked {
            preparation.steps.removeAll {
                if case .findMark = $0 { return true }
                return false
            }
        }
        let ready = try preparation.apply(to: map)
        surface = ready.surface
        records = ready.records
    }
}
