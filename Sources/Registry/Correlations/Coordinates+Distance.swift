import Foundation
import Storage

extension Coordinates {
    /// The distance over a sphere of the earth's mean radius, kilometres: within 0.6 % of that over the ellipsoid.
    ///
    /// By the haversine formula, which keeps its digits for places close to each other (Sinnott 1984, Sky and Telescope
    /// 68(2), 159).
    public func kilometres(to other: Coordinates) -> Double {
        let radians = Double.pi / 180
        let north = (other.latitude - latitude) * radians / 2
        let east = (other.longitude - longitude) * radians / 2
        let chord =
            sin(north) * sin(north)
            + cos(latitude * radians) * cos(other.latitude * radians) * sin(east) * sin(east)
        return 2 * Self.meanRadiusKilometres * asin(min(1, chord.squareRoot()))
    }

    /// Mean radius of the earth, kilometres (IUGG).
    static let meanRadiusKilometres = 6_371.0088
}

extension EventContent {
    /// The shortest time between two events that their dates allow, days; nil where a date is unknown.
    public func daysApart(from other: EventContent) -> Int? {
        guard let first = days, let second = other.days else { return nil }
        return max(0, second.lowerBound - first.upperBound, first.lowerBound - second.upperBound)
    }

    /// The days on which it may have happened, counted from the epoch.
    private var days: ClosedRange<Int>? {
        guard let start = (from ?? until)?.dayNumber else { return nil }
        let end = (until ?? from)?.dayNumber ?? start
        return min(start, end)...max(start, end)
    }
}

extension CalendarDate {
    /// Days since 1970-01-01.
    var dayNumber: Int? {
        Moment("\(description)T00:00:00.000Z").map { Int(($0.milliseconds / 86_400_000)) }
    }
}
