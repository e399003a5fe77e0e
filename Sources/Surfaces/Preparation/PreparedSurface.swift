/// A surface ready for comparison, with the record of how it was made.
public struct PreparedSurface: Sendable, Equatable {
    /// The prepared surface.
    public var surface: SurfaceMap
    /// Where its first point lies on the original scan, micrometres.
    public var origin: PlanePoint
    /// What the search for the mark found; nil when no such step was done.
    public var breechFace: BreechFace?
    /// What each step did and found, in order.
    public var records: [StepRecord]

    /// The steps, to be stored or repeated.
    public var preparation: Preparation { Preparation(records.map(\.step)) }
}
