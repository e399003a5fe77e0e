/// A travel document on record: what its cover says, never whose it is. Bureaus record documents without names so that
/// the record is of the paper and not of a person.
public struct TravelDocument: RecordedObject {
    /// The number, as written; for a range of blanks the first number.
    public var number: String
    /// The last number of a range of blanks; nil for a single document.
    public var lastNumber: String?
    /// What kind of document it is.
    public var type: DocumentType
    /// The code of the state or organisation that issued it, as machine-readable zones write it: `BRA`, `D`, `UNO`.
    public var issuer: String
    /// When it was issued.
    public var issuedOn: CalendarDate?
    /// The last day of its validity.
    public var validUntil: CalendarDate?

    /// States a document; `DocumentService.create` checks it.
    public init(
        number: String, lastNumber: String? = nil, type: DocumentType, issuer: String, issuedOn: CalendarDate? = nil,
        validUntil: CalendarDate? = nil
    ) {
        self.number = number
        self.lastNumber = lastNumber
        self.type = type
        self.issuer = issuer
        self.issuedOn = issuedOn
        self.validUntil = validUntil
    }
}

/// Kinds of travel documents.
public enum DocumentType: String, Sendable, Hashable, Codable, CaseIterable {
    case passport
    case identityCard = "identity-card"
    case residencePermit = "residence-permit"
    case visa
    /// A document for refugees, stateless persons and others without a passport of a state.
    case travelDocument = "travel-document"
    case seafarerIdentity = "seafarer-identity"
    case drivingLicence = "driving-licence"
    case other
}

/// Why a travel document is on record.
public enum DocumentClass: String, Sendable, Hashable, Codable, CaseIterable {
    case lost, stolen
    /// Stolen before it was made out to anybody.
    case stolenBlank = "stolen-blank"
    /// Declared void by its issuer.
    case revoked
}

/// A record of a travel document.
public typealias DocumentRecord = ObjectRecord<TravelDocument>
/// What people do with records of travel documents.
public typealias DocumentService = ObjectService<TravelDocument>
