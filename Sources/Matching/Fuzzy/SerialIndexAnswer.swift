/// How a recorded number was found, best first. The raw values are in order of value.
public enum SerialIndexStep: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// Equal after normalisation.
    case exact = 0
    /// Equal but for signs of one confusable class.
    case confusable = 1
    /// Equal in all readable places of a reading with unreadable ones, confusable signs counted as equal.
    case unreadable = 2
    /// The record has unreadable places of its own, and agrees in all places that both can read, confusable signs
    /// counted as equal.
    case partialRecord = 3
    /// One misreading away, besides any confusable signs.
    case oneEdit = 4
    /// The reading is a piece of a longer number, confusable signs counted as equal.
    case part = 5

    /// By value.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What one misreading did to the recorded number. Places count from 1.
public enum SerialEdit: Sendable, Hashable {
    /// The reading lacks the sign that the recorded number has at this place.
    case leftOut(recordedPlace: Int)
    /// The reading has a sign at this place that the recorded number has not.
    case added(readPlace: Int)
    /// Another sign, not a confusable one, was read at this place.
    case replaced(place: Int)
    /// This place and the next were swapped.
    case swapped(place: Int)
}

/// One recorded number that agrees with a reading.
public struct SerialIndexMatch: Sendable, Hashable {
    /// The record that carries the number.
    public let record: Int64
    /// The number as recorded.
    public let normalised: String
    /// How it was found: the best way, when there are several.
    public let step: SerialIndexStep
    /// The misreading, for ``SerialIndexStep/oneEdit``.
    public let edit: SerialEdit?
    /// Where the reading begins within the recorded number, from 1, for ``SerialIndexStep/part``.
    public let beginsAt: Int?
    /// Number of places where a confusable sign was read.
    public let confusions: Int
    /// What is known of the firearm beside the number.
    public let traits: SerialTraits
}

/// What ``SerialIndex/find(_:limit:steps:)`` found.
public struct SerialIndexAnswer: Sendable, Hashable {
    /// All equal numbers, and the best others as far as the limit allows: where traits are preferred, by the evidence
    /// that number and traits give together; then by step, fewest confused signs, lowest record.
    public let matches: [SerialIndexMatch]
    /// How many numbers agree in each step, listed or not. Steps without any are left out.
    public let counts: [SerialIndexStep: Int]
    /// How many of these are open to everybody who may search.
    public let openCounts: [SerialIndexStep: Int]

    /// How many numbers agree, listed or not.
    public var total: Int { counts.values.reduce(0, +) }
    /// Whether some numbers that agree are not listed.
    public var isCutOff: Bool { total > matches.count }
}
