/// A picture of a surface that knows which pixel shows which place, so that more can be drawn on it.
public struct SurfacePicture: Sendable, Hashable {
    /// The picture with everything around the surface.
    public var picture: Picture
    /// Micrometres of the surface that a pixel shows, the same along both axes.
    public let scale: Double
    /// The upper left corner of the surface in the picture.
    public let corner: PicturePoint
    /// Half a step of the surface: its first point lies this far from its corner, micrometres.
    let inset: PlanePoint

    /// Where a place of the surface, micrometres from its first point, lies in the picture.
    public func pixel(for place: PlanePoint) -> PicturePoint {
        PicturePoint(corner.x + (place.x + inset.x) / scale, corner.y + (place.y + inset.y) / scale)
    }

    /// How many pixels a length in micrometres takes.
    public func pixels(_ length: Double) -> Double { length / scale }
}
