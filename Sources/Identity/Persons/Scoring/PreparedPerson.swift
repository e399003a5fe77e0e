/// What is known of a person, made ready for comparison. An organisation or vessel is one with names only.
public struct PreparedPerson: Sendable {
    /// Every name, alias and former name.
    public var names: [PreparedName]
    /// The date of birth, as far as it is known.
    public var birthDate: PartialDate?
    /// The sex stated in documents.
    public var sex: PersonSex
    /// Codes of the countries whose nationality the person has, capital letters.
    public var nationalities: [String]
    /// Where the person was born.
    public var birthPlace: PreparedName?

    /// Prepares a person.
    public init(
        names: [PreparedName], birthDate: PartialDate? = nil, sex: PersonSex = .unknown, nationalities: [String] = [],
        birthPlace: String? = nil
    ) {
        self.names = names
        self.birthDate = birthDate
        self.sex = sex
        self.nationalities = nationalities
        self.birthPlace = birthPlace.map { PreparedName($0, kind: .organisation) }
    }
}

/// The sex that a document states.
public enum PersonSex: UInt8, Sendable {
    /// Not known or not stated.
    case unknown = 0
    /// `F`
    case female = 1
    /// `M`
    case male = 2
    /// `X`
    case unspecified = 3

    /// Whether the two exclude each other.
    public func contradicts(_ other: PersonSex) -> Bool {
        self == .female && other == .male || self == .male && other == .female
    }
}
