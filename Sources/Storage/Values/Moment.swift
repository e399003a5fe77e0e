import FoundationEssentials

/// A point in time in UTC with a resolution of one millisecond.
///
/// Stored as an integer, written as ISO 8601 text such as `2026-11-23T10:15:00.123Z`.
/// Moments outside the years 0001 to 9999 are moved to the nearest end of that range, so that every moment has a text.
public struct Moment: Hashable, Sendable, Comparable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let milliseconds: Int64

    /// The moment that many milliseconds after 1970-01-01T00:00:00Z.
    public init(milliseconds: Int64) {
        self.milliseconds = min(max(milliseconds, Self.firstMillisecond), Self.lastMillisecond)
    }

    private static let firstMillisecond: Int64 = -62_135_596_800_000
    private static let lastMillisecond: Int64 = 253_402_300_799_999

    /// 0001-01-01T00:00:00.000Z
    public static let earliest = Moment(milliseconds: firstMillisecond)

    /// 9999-12-31T23:59:59.999Z
    public static let latest = Moment(milliseconds: lastMillisecond)

    /// The current time of the system's clock.
    public static func now() -> Moment {
        Moment(milliseconds: Int64((Date.now.timeIntervalSince1970 * 1000).rounded(.down)))
    }

    /// Whether the left moment is earlier.
    public static func < (left: Moment, right: Moment) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// The moment that many seconds later (earlier when negative).
    public func adding(seconds: Int64) -> Moment {
        adding(milliseconds: seconds.multipliedReportingOverflow(by: 1000), negative: seconds < 0)
    }

    /// The moment that many days of 86,400 seconds later (earlier when negative).
    public func adding(days: Int64) -> Moment {
        adding(milliseconds: days.multipliedReportingOverflow(by: 86_400_000), negative: days < 0)
    }

    private func adding(milliseconds product: (partialValue: Int64, overflow: Bool), negative: Bool) -> Moment {
        let sum = milliseconds.addingReportingOverflow(product.partialValue)
        if product.overflow || sum.overflow { return negative ? .earliest : .latest }
        return Moment(milliseconds: sum.partialValue)
    }

    /// Seconds from the other moment to this one; negative when this one is earlier.
    public func seconds(since other: Moment) -> Double {
        Double(milliseconds - other.milliseconds) / 1000
    }

    /// The integer that is stored.
    public var databaseValue: DatabaseValue { .integer(milliseconds) }
}

extension ResultRow {
    /// The moment stored in the column.
    public func moment(_ column: Int) -> Moment {
        Moment(milliseconds: integer(column))
    }

    /// The moment stored in the column, nil when the column is null.
    public func optionalMoment(_ column: Int) -> Moment? {
        isNull(column) ? nil : moment(column)
    }
}
