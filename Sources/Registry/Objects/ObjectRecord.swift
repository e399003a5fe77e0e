public import Firearms
public import Storage

/// What a bureau states about a document or vehicle it has on record.
public struct ObjectContent<Object: RecordedObject>: Sendable, Hashable, Codable {
    /// Why it is on record.
    public var recordClass: Object.Class
    /// The document or vehicle.
    public var object: Object
    /// When it happened.
    public var eventDate: CalendarDate?
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

    /// States the content; `ObjectService` completes and checks it.
    public init(
        recordClass: Object.Class, object: Object, eventDate: CalendarDate? = nil, place: String? = nil,
        circumstances: String? = nil, nationalReference: String? = nil, purpose: Purpose = .identifyObjects,
        handling: HandlingLevel = .officialUseOnly, hiddenFrom: [Country]? = nil, retentionUntil: CalendarDate? = nil
    ) {
        self.recordClass = recordClass
        self.object = object
        self.eventDate = eventDate
        self.place = place
        self.circumstances = circumstances
        self.nationalReference = nationalReference
        self.purpose = purpose
        self.handling = handling
        self.hiddenFrom = hiddenFrom
        self.retentionUntil = retentionUntil
    }

    /// The paths of the fields in which two contents differ; no values.
    public func differences(from other: Self) -> [String] {
        var fields: [String] = []
        func compare<Value: Equatable>(_ name: String, _ path: KeyPath<Self, Value>) {
            if self[keyPath: path] != other[keyPath: path] { fields.append(name) }
        }
        compare("class", \.recordClass)
        fields += object.differences(from: other.object).map { "\(Object.kind.rawValue).\($0)" }
        compare("eventDate", \.eventDate)
        compare("place", \.place)
        compare("circumstances", \.circumstances)
        compare("nationalReference", \.nationalReference)
        compare("purpose", \.purpose)
        compare("handling", \.handling)
        compare("hiddenFrom", \.hiddenFrom)
        compare("retentionUntil", \.retentionUntil)
        return fields
    }
}

/// A record of a document or vehicle: its content, its owner, and where it stands.
public struct ObjectRecord<Object: RecordedObject>: Sendable, Hashable {
    /// Row number in the database; means nothing outside this installation.
    public var sequence: Int64
    /// The number people use: `BR-D-2026-000123` for a document, `BR-V-2026-000123` for a vehicle.
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
    public var content: ObjectContent<Object>

    /// What `Access` needs to decide who may know of it.
    public var accessFacts: Access.RecordFacts {
        Access.RecordFacts(bureau: bureau, handling: content.handling, hiddenFrom: Set(content.hiddenFrom ?? []))
    }
}

/// A superseded version of a record, for its history.
public struct ObjectVersion<Object: RecordedObject>: Sendable, Hashable {
    /// Number of the version, counted from 1.
    public var version: Int
    /// Where the record stood in this version.
    public var status: RecordStatus
    /// What the owner stated in this version.
    public var content: ObjectContent<Object>
    /// When this version was entered.
    public var changedAt: Moment
    /// Sign-in name of who put the next version in its place.
    public var changedBy: String
    /// Why that was done, as given; may be empty.
    public var reason: String
}

/// Which records of documents or vehicles a list shows. Empty fields do not narrow.
public struct ObjectFilter: Sendable, Hashable {
    /// Code of the bureau that owns the record.
    public var bureau: String?
    /// Code of why the object is on record.
    public var recordClass: String?
    /// Where the record stands in its life.
    public var status: RecordStatus?
    /// A number on the object, compared with confusable characters folded.
    public var text: String?

    /// Narrows by what is given.
    public init(
        bureau: String? = nil, recordClass: String? = nil, status: RecordStatus? = nil, text: String? = nil
    ) {
        self.bureau = bureau
        self.recordClass = recordClass
        self.status = status
        self.text = text
    }
}

/// One page of a list, newest first.
public struct ObjectPage<Object: RecordedObject>: Sendable, Hashable {
    /// The records of the page, the last entered first.
    public var records: [ObjectRecord<Object>]
    /// Sequence to continue before; nil on the last page.
    public var nextCursor: Int64?
}
