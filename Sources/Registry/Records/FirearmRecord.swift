public import Firearms
public import Storage

/// What a bureau states about a firearm it looks for, seized or found.
public struct RecordContent: Sendable, Hashable, Codable {
    /// Why the firearm is on record.
    public var recordClass: RecordClass
    /// The firearm, as written and with the codes that were recognised.
    public var firearm: Firearm
    /// When it happened: one day, or the first day of a range.
    public var eventDate: CalendarDate?
    /// Last day of the range; nil for a single day.
    public var eventDateEnd: CalendarDate?
    /// Where it happened, in words, at most 200 characters.
    public var place: String?
    /// What is known about it, at most 10,000 characters.
    public var circumstances: String?
    /// The owner's own file number.
    public var nationalReference: String?
    /// What the record may be used for.
    public var purpose: Purpose
    /// How secret the record is, see `Access`.
    public var handling: HandlingLevel
    /// Countries whose users may not know that the record exists.
    public var hiddenFrom: [Country]?
    /// The last day on which the record is searched; at most five years ahead at first.
    public var retentionUntil: CalendarDate?

    /// States the content; `RecordService` completes and checks it.
    public init(
        recordClass: RecordClass, firearm: Firearm, eventDate: CalendarDate? = nil, eventDateEnd: CalendarDate? = nil,
        place: String? = nil, circumstances: String? = nil, nationalReference: String? = nil,
        purpose: Purpose = .identifyObjects, handling: HandlingLevel = .officialUseOnly,
        hiddenFrom: [Country]? = nil, retentionUntil: CalendarDate? = nil
    ) {
        self.recordClass = recordClass
        self.firearm = firearm
        self.eventDate = eventDate
        self.eventDateEnd = eventDateEnd
        self.place = place
        self.circumstances = circumstances
        self.nationalReference = nationalReference
        self.purpose = purpose
        self.handling = handling
        self.hiddenFrom = hiddenFrom
        self.retentionUntil = retentionUntil
    }
}

/// A record of a firearm: its content, its owner, and where it stands.
public struct FirearmRecord: Sendable, Hashable {
    /// Row number in the database; means nothing outside this installation.
    public var sequence: Int64
    /// Identifier that stays the same in every version.
    public var id: Identifier
    /// The number people use: `BR-2026-000123`.
    public var number: String
    /// The bureau that owns it.
    public var bureau: String
    /// Where the record stands in its life.
    public var status: RecordStatus
    /// 1 for the first version; each change adds one.
    public var version: Int
    /// When the first version was entered.
    public var createdAt: Moment
    /// When this version was entered.
    public var changedAt: Moment
    /// What the owner states; without `hiddenFrom` where another bureau reads it.
    public var content: RecordContent

    /// What `Access` needs to decide who may know of it.
    public var accessFacts: Access.RecordFacts {
        Access.RecordFacts(bureau: bureau, handling: content.handling, hiddenFrom: Set(content.hiddenFrom ?? []))
    }
}

/// The few fields of a record that lists and candidates show.
public struct RecordSummary: Sendable, Hashable {
    /// Row number in the database, by which lists are continued.
    public var sequence: Int64
    /// The number people use: `BR-2026-000123`.
    public var number: String
    /// Code of the bureau that owns the record.
    public var bureau: String
    /// Why the firearm is on record.
    public var recordClass: RecordClass
    /// Where the record stands in its life.
    public var status: RecordStatus
    /// How secret the record is.
    public var handling: HandlingLevel
    /// The first number of the firearm as it was written.
    public var serial: String
    /// Make as written; empty where none was given.
    public var make: String
    /// Code of the make in the reference table; nil where it was not recognised.
    public var makeCode: String?
    /// Model as written; empty where none was given.
    public var model: String
    /// Calibre as written; empty where none was given.
    public var calibre: String
    /// Code of the calibre in the reference table; nil where it was not recognised.
    public var calibreCode: String?
    /// Kind of firearm; nil where it is not known.
    public var type: FirearmType?
    /// Country of manufacture; nil where it is not known.
    public var country: Country?
    /// When the present version was entered.
    public var changedAt: Moment
}

/// A superseded or present version of a record, for its history.
public struct RecordVersion: Sendable, Hashable {
    /// Number of the version, counted from 1.
    public var version: Int
    /// Where the record stood in this version.
    public var status: RecordStatus
    /// What the owner stated in this version.
    public var content: RecordContent
    /// When this version was entered.
    public var changedAt: Moment
    /// Sign-in name of who put the next version in its place.
    public var changedBy: String
    /// Why that was done, as given; may be empty.
    public var reason: String
}
