public import Firearms

/// How far an event was from a border.
public struct BorderDistance: Sendable, Hashable {
    /// Kilometres.
    public var kilometres: Double
    /// The countries on the two sides of the border; empty for a distance that was stated.
    public var countries: [Country]
    /// Whether it was computed from the place; else the bureau stated it.
    public var isComputed: Bool
}

extension EventContent {
    /// The distance to the nearest land border: computed where the coordinates are known, else what the bureau states;
    /// nil where neither is known.
    public var border: BorderDistance? {
        if let coordinates, let nearest = LandBorders.world.nearest(to: coordinates) {
            return BorderDistance(
                kilometres: nearest.kilometres, countries: nearest.countries, isComputed: true
            )
        }
        return distanceToBorderKilometres.map { BorderDistance(kilometres: $0, countries: [], isComputed: false) }
    }

    /// Whether a border lies between the countries of two events; nil where one is unknown.
    public func border(to other: EventContent) -> BorderBetween? {
        guard let country, let otherCountry = other.country else { return nil }
        return LandBorders.world.between(country, otherCountry)
    }
}
