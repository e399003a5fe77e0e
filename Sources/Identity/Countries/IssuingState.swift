/// A code that a travel document may carry as its issuer or as the nationality of its holder.
///
/// Most are the states of ISO 3166-1; ICAO Doc 9303 part 3, section 5, adds organisations, refugees and stateless
/// persons, and a few of its own spellings (`D` for Germany).
public struct IssuingState: Hashable, Sendable {
    /// What a code stands for.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A state or territory.
        case state
        /// An organisation that issues documents.
        case organisation
        /// The standing of a person who has no nationality of a state, or a lesser one.
        case status
        /// A code no longer given out, found on older documents.
        case former
        /// Made up, for specimens.
        case specimen
    }

    /// The languages in which every entry has a name.
    public enum NameLanguage: String, Hashable, Sendable, CaseIterable {
        case english = "en"
        case spanish = "es"
        case portuguese = "pt"
        case french = "fr"
        case arabic = "ar"
    }

    /// The code as a machine-readable zone writes it, without fillers: three letters, or `D`.
    public let code: String
    /// The two-letter code of ISO 3166-1 of the state that it belongs to; nil for organisations and refugees.
    public let alpha2: String?
    /// The three-digit number of ISO 3166-1; nil where that standard has none.
    public let numeric: Int?
    /// What the code stands for.
    public let kind: Kind
    let names: [String]

    /// The name in one of the languages.
    public func name(in language: NameLanguage = .english) -> String {
        names[NameLanguage.allCases.firstIndex(of: language) ?? 0]
    }
}
