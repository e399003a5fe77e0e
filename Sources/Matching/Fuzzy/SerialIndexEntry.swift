public import Firearms

/// A number that a record carries. A record may carry several.
public struct SerialIndexEntry: Hashable, Sendable {
    /// The record's number in the database.
    public let record: Int64
    /// The number as recorded.
    public let serial: SerialPattern
    /// What is known of the firearm beside the number.
    public let traits: SerialTraits

    /// Makes an entry.
    public init(record: Int64, serial: SerialPattern, traits: SerialTraits = .unknown) {
        self.record = record
        self.serial = serial
        self.traits = traits
    }

    /// Whether the index holds such a number: no longer than any maker stamps, and readable throughout or no longer than
    /// a packed number.
    public var isIndexed: Bool {
        let places = serial.normalised.utf8.count
        if serial.hasUnreadablePlaces { return serial.knownPlaces > 0 && places <= PackedSerial.places }
        return places > 0 && places <= SerialPattern.longestPlausible
    }
}
