public import Firearms
public import Storage

/// A case of a laboratory: the events it is about, and the exhibits that were secured.
///
/// Only the bureau that leads a case reads the case itself. Others meet it through the exhibits submitted to them, each of
/// which tells the number of its case and its event.
public struct ForensicCase: Sendable, Hashable {
    /// Row number in the database; means nothing outside this installation.
    public var sequence: Int64
    /// The number people use: `BR-C-2026-000012`.
    public var number: String
    /// The bureau that leads it.
    public var bureau: String
    /// 1 for the first version; each change adds one.
    public var version: Int
    /// When it was entered.
    public var createdAt: Moment
    /// When this version was entered.
    public var changedAt: Moment
    /// What the bureau states.
    public var content: CaseContent
    /// What happened, in the order of entry.
    public var events: [ForensicEvent]
}

/// What a bureau states about a case.
public struct CaseContent: Sendable, Hashable, Codable {
    /// A short title in words, at most 200 characters.
    public var title: String
    /// The laboratory that works on it, at most 200 characters.
    public var laboratory: String
    /// The file number of the police or the court, at most 100 characters.
    public var reference: String?
    /// What is known, at most 10,000 characters.
    public var summary: String?

    /// States a case.
    public init(title: String, laboratory: String, reference: String? = nil, summary: String? = nil) {
        self.title = title
        self.laboratory = laboratory
        self.reference = reference
        self.summary = summary
    }
}

/// One event of a case: what happened, when and where.
public struct ForensicEvent: Sendable, Hashable {
    /// Row number in the database.
    public var sequence: Int64
    /// The place of the event in its case, from 1.
    public var place: Int
    /// What is stated.
    public var content: EventContent
}

/// What is stated about an event.
public struct EventContent: Sendable, Hashable, Codable {
    /// What kind of event it was.
    public var kind: EventKind
    /// The day, or the first day of a range; nil where it is unknown.
    public var from: CalendarDate?
    /// The last day of a range; nil for a single day.
    public var until: CalendarDate?
    /// The country in which it happened.
    public var country: Country?
    /// The place in words, at most 200 characters.
    public var locality: String?
    /// Where it happened, WGS 84.
    public var coordinates: Coordinates?
    /// Distance to the nearest border as the bureau states it, kilometres: counts where the coordinates are unknown, see
    /// `border`.
    public var distanceToBorderKilometres: Double?

    /// States an event of which nothing but the kind is known yet.
    public init(kind: EventKind) { self.kind = kind }
}

/// What kind of event exhibits come from.
public enum EventKind: String, Sendable, Hashable, Codable, CaseIterable {
    case homicide
    case attemptedHomicide = "attempted-homicide"
    case assault
    case robbery
    case shooting
    case terrorism
    /// Firearms taken from a person or a place.
    case seizure
    /// Found by chance or handed in.
    case found
    /// Met at a border by customs or border officers.
    case borderControl = "border-control"
    case other
}

/// A place on the earth, WGS 84.
public struct Coordinates: Sendable, Hashable, Codable {
    /// Degrees north of the equator, -90 to 90.
    public var latitude: Double
    /// Degrees east of Greenwich, -180 to 180.
    public var longitude: Double

    /// A place; nil outside the ranges.
    public init?(latitude: Double, longitude: Double) {
        guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
        self.latitude = latitude
        self.longitude = longitude
    }
}
