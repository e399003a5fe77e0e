/// What people or programs marked on a scan: which points count, and areas with a note.
public struct SurfaceMarking: Sendable, Hashable {
    /// The points that count.
    public var mask: SurfaceMask
    /// Areas with their colour and note, in the order of the file, then by first point.
    public var annotations: [SurfaceAnnotation]

    /// A marking from its parts.
    public init(mask: SurfaceMask, annotations: [SurfaceAnnotation] = []) {
        self.mask = mask
        self.annotations = annotations
    }
}

/// An area of a scan that somebody marked.
public struct SurfaceAnnotation: Sendable, Hashable {
    /// The colour of the area in the picture of the mask.
    public var colour: Colour
    /// What is said about it; nil when the file says nothing.
    public var text: String?
    /// The points of the area.
    public var area: SurfaceMask

    /// An annotation from its parts.
    public init(colour: Colour, text: String?, area: SurfaceMask) {
        self.colour = colour
        self.text = text
        self.area = area
    }
}
