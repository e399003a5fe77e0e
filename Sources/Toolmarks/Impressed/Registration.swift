/// How one mark lies on the other: a rotation and a shift, no stretching.
///
/// A place p on the first mark, micrometres from its middle, is the place on the second mark (from its middle) that one
/// gets by adding `shift` and turning the sum by `rotation` from the y axis towards the x axis.
public struct Registration: Hashable, Sendable, Codable {
    /// The rotation of the second mark that lays it on the first, degrees from the x axis towards the y axis.
    public let rotation: Double
    /// The shift on the second mark turned so, micrometres.
    public let shift: Place

    /// Makes a registration.
    public init(rotation: Double, shift: Place) {
        self.rotation = rotation
        self.shift = shift
    }

    /// Where a place of the first mark lies on the second.
    public func onSecond(_ place: Place) -> Place { Turn(degrees: rotation).unturned(place + shift) }

    /// How the first mark lies on the second.
    public var inverse: Registration {
        let moved = Turn(degrees: rotation).unturned(shift)
        return Registration(rotation: -rotation, shift: Place(x: -moved.x, y: -moved.y))
    }
}
