/// A place on a surface, micrometres from its first point.
public struct PlanePoint: Sendable, Hashable, Codable {
    /// Micrometres along the columns.
    public var x: Double
    /// Micrometres along the rows.
    public var y: Double

    /// A place at `x`, `y` micrometres from the first point.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// The distance to another place, micrometres.
    public func distance(to other: PlanePoint) -> Double {
        let across = x - other.x
        let along = y - other.y
        return (across * across + along * along).squareRoot()
    }
}

/// A circle on a surface.
public struct PlaneCircle: Sendable, Hashable, Codable {
    /// The centre, micrometres from the first point of the surface.
    public var centre: PlanePoint
    /// The radius, micrometres.
    public var radius: Double

    /// A circle from its centre and radius in micrometres.
    public init(centre: PlanePoint, radius: Double) {
        self.centre = centre
        self.radius = radius
    }

    /// Whether a place lies in the circle or on it.
    public func contains(_ point: PlanePoint) -> Bool { centre.distance(to: point) <= radius }
}

/// An upright rectangle on a surface.
public struct PlaneRectangle: Sendable, Hashable, Codable {
    /// The corner nearest to the first point of the surface, micrometres.
    public var origin: PlanePoint
    /// Extent along the columns, micrometres.
    public var width: Double
    /// Extent along the rows, micrometres.
    public var height: Double

    /// A rectangle from its first corner and its extents in micrometres.
    public init(origin: PlanePoint, width: Double, height: Double) {
        self.origin = origin
        self.width = width
        self.height = height
    }
}
