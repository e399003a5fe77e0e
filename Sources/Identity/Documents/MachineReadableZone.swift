/// What the machine-readable zone of a travel document says (ICAO Doc 9303).
public struct MachineReadableZone: Hashable, Sendable, Codable {
    /// The check digit of one field.
    public struct Check: Hashable, Sendable, Codable {
        /// The field it stands for.
        public let field: ZoneField
        /// Whether it is right in the zone as it was read, by the layout of Doc 9303.
        public let isRightAsRead: Bool
        /// Whether it is right after repairs, by the layout of the document's country.
        public let isRight: Bool
    }

    /// The holder's sex as the document states it.
    public enum Sex: String, Hashable, Sendable, Codable {
        case female = "F"
        case male = "M"
        /// Not stated, or neither (`<` or `X`).
        case unspecified = "X"
    }

    /// The format.
    public let format: ZoneFormat
    /// The country's own layout, where the document departs from Doc 9303.
    public let nationalLayout: NationalLayout?
    /// The kind of document, one or two letters: `P`, `ID`, `V`.
    public let documentCode: String
    /// The code of the state or organisation that issued it; see ``StateTable``.
    public let issuer: String
    /// The whole number without fillers, long ones included.
    public let documentNumber: String
    /// The code of the holder's nationality; empty where the layout has none.
    public let nationality: String
    /// When the holder was born; nil when the field cannot be read.
    public let birthDate: ZoneDate?
    /// The holder's sex; nil where the layout has none or the character cannot be read.
    public let sex: Sex?
    /// The last day of validity; nil when the field cannot be read or the layout has none.
    public let expiryDate: ZoneDate?
    /// The holder's names in Latin letters.
    public let names: ZoneNames
    /// The holder's names in the letters of the country, where the zone codes them.
    public let nativeNames: ZoneNames?
    /// Data at the issuer's choice, without fillers; empty where there are none.
    public let optionalData: [String]
    /// The check digits, in the order of the fields.
    public let checks: [Check]
    /// What was put right.
    public let repairs: [ZoneRepair]
    /// Other document numbers that satisfy the check digits equally well; to be checked too.
    public let otherNumbers: [String]
    /// The lines after repairs.
    public let lines: [String]

    /// Whether every check digit is right, after repairs.
    public var isValid: Bool { checks.allSatisfy(\.isRight) }

    /// Whether every check digit of Doc 9303 is right in the zone as it was read.
    public var isValidAsRead: Bool { checks.allSatisfy(\.isRightAsRead) }

    /// The check of a field; nil where the format has none.
    public func check(_ field: ZoneField) -> Check? { checks.first { $0.field == field } }
}
