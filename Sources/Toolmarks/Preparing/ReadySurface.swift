public import Surfaces

/// A surface ready to be compared, and what was done to it.
public struct ReadySurface: Sendable {
    /// The surface.
    public let surface: SurfaceMap
    /// How the scan was found.
    public let state: ScanState
    /// What was done here; empty for a scan that was ready.
    public let records: [StepRecord]
    /// Where the first point of the surface lies on the scan, micrometres.
    public let origin: PlanePoint
    /// What the search for the mark found; nil where none was made.
    public let breechFace: BreechFace?

    /// Makes a scan of an impressed mark ready as far as it is not.
    ///
    /// - Parameters:
    ///   - kind: decides the preparation.
    ///   - stage: what is left to do, where a person knows better than the look at the scan.
    ///   - region: the mark as a person drew it, which replaces the search; on the grid of the scan.
    /// - Throws: `noValidPoints` when a step leaves nothing; `badSetting` when the region has no extent.
    public init(
        _ map: SurfaceMap, kind: ToolmarkKind, stage: ScanState.Stage? = nil, region: MaskShape? = nil
    ) throws(SurfacesError) {
        state = ScanState(of: map)
        // Pictures have no form to take away.
        let stage = stage ?? (map.kind == .height ? state.stage : .prepared)
        var preparation = kind == .firingPin ? Preparation.firingPin : .breechFace
        if stage == .prepared { preparation.steps = [] }
        if let region {
            preparation = preparation.replacingSearch(by: region)
            if stage == .prepared { preparation.steps.append(.trim) }
        } else if stage == .masked {
            preparation.steps.removeAll {
                if case .findMark = $0 { return true }
                return false
            }
        }
        guard !preparation.steps.isEmpty else {
            surface = map
            records = []
            origin = PlanePoint(x: 0, y: 0)
            breechFace = nil
            return
        }
        let ready = try preparation.apply(to: map)
        surface = ready.surface
        records = ready.records
        origin = ready.origin
        breechFace = ready.breechFace
    }
}
