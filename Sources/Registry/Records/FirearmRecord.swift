public import Firearms
public import Storage

/// What a bureau states about a firearm it looks for, seized or found.
public struct RecordContent: Sendable, Hashable, Codable {
    public var recordClass: RecordClass
    public var firearm: Firearm
    /// When it happened: one day, or the first day of a range.
    public var eventDate: CalendarDate?
    /// Last day of the range; nil for a single day.
    public var eventDateEnd: CalendarDate?
    public var place: String?
    public var circumstances: String?
    /// The owner's own file number.
    public var nationalReference: String?
    public var purpose: Purpose
    public var handling: HandlingLevel
    /// Countries whose users may not know that the record exists.
    public var hiddenFrom: [Country]?
    /// The last day on which the record is searched; at most five years ahead at first.
    public var retentionUntil: CalendarDate?

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
    public var id: Identifier
    /// The number people use: `BR-2026-000123`.
    public var number: String
    /// The bureau that owns it.
    public var bureau: String
    public var status: RecordStatus
    /// 1 for the first version; each change adds one.
    public var version: Int
    public var createdAt: Moment
    public var changedAt: Moment
    public var content: RecordContent

    /// What `Access` needs to decide who may know of it.
    public var accessFacts: Access.RecordFacts {
        Access.RecordFacts(bureau: bureau, handling: content.handling, hiddenFrom: Set(content.hiddenFrom ?? []))
    }
}

/// The few fields of a record that lists and candidates show.
public struct RecordSummary: Sendable, Hashable {
    public var sequence: Int64
    public var number: String
    public var bureau: String
    public var recordClass: RecordClass
    public var status: RecordStatus
    public var handling: HandlingLevel
    /// The first number of the firearm as it was written.
    public var serial: String
    public var make: String
    public var makeCode: String?
    public var model: String
    public var calibre: String
    public var calibreCode: String?
    public var type: FirearmType?
    public var country: Country?
    public var changedAt: Moment
}

/// A superseded or present version of a record, for its history.
public struct RecordVersion: Sendable, Hashable {
    public var version: Int
    public var status: RecordStatus
    public var content: RecordContent
    public var changedAt: Moment
    public var changedBy: String
    public var reason: String
}
