public import Firearms
public import Identity

/// The person a notice is about.
public struct NoticePerson: Sendable, Hashable, Codable {
    /// The sex as notices state it.
    public enum Sex: String, Sendable, Hashable, Codable, CaseIterable {
        case female = "F"
        case male = "M"
        case unknown = "U"
    }

    /// Family name, in Latin letters.
    public var name = ""
    /// Given names, in Latin letters.
    public var forename: String?
    /// Family name at birth, where it differs.
    public var birthName: String?
    /// Family name in the letters of the person's own language.
    public var nameInOriginalScript: String?
    /// Given names in the letters of the person's own language.
    public var forenameInOriginalScript: String?
    /// Other names the person is known under.
    public var aliases: [String] = []
    /// When the person was born, as far as it is known.
    public var birthDate: PartialDate?
    /// Sex.
    public var sex: Sex = .unknown
    /// Countries of which the person is a national.
    public var nationalities: [Country] = []
    /// Where the person was born, in words.
    public var birthPlace: String?
    /// The country of birth.
    public var birthCountry: Country?
    /// Height, metres.
    public var height: Double?
    /// Weight, kilograms.
    public var weight: Double?
    /// Colours of the eyes, by code.
    public var eyes: [String] = []
    /// Colours of the hair, by code.
    public var hair: [String] = []
    /// Languages spoken, by code of ISO 639-2.
    public var languages: [String] = []
    /// Marks by which the person can be told.
    public var distinguishingMarks: String?
    /// Father's family name.
    public var fatherName: String?
    /// Father's given names.
    public var fatherForename: String?
    /// Mother's family name.
    public var motherName: String?
    /// Mother's given names.
    public var motherForename: String?
    /// What the person does for a living.
    public var profession: String?
    /// Numbers of identity and travel documents, as written.
    public var identityDocuments: [String] = []

    /// A person of whom nothing is stated yet.
    public init() {}

    /// The codes of colours of eyes that existing readers of notices know.
    public static let eyeColours = [
        "BLA", "BLU", "BLUL", "BRO", "BROD", "BROH", "BROL", "GRE", "GRY", "OTHC", "OTHD", "OTHL",
    ]
    /// The codes of colours of hair that existing readers of notices know.
    public static let hairColours = [
        "BLA", "BRO", "BROF", "GRY", "GRYG", "HAIB", "HAID", "OTHD", "RED", "REDA", "WHI", "YELB",
    ]
}
