public import Identity

/// A recorded name that may be of the person looked for.
public struct PersonMatch: Sendable {
    /// The record.
    public let record: Int64
    /// From 0 to 1, by all that the index holds: name, date of birth, sex, nationality.
    public let score: Float
    /// The words of the recorded name in Latin letters.
    public let latin: String
    /// The date of birth that is recorded.
    public let birthDate: PartialDate?
    /// Sex and nationalities that are recorded.
    public let facts: PersonFacts
}

/// What an index found.
public struct PersonIndexAnswer: Sendable {
    /// The best matches, each record once with its best name: by score, equal ones by record.
    public let matches: [PersonMatch]
    /// The search was cut short because too many names are as like: more facts would help.
    public let isCutOff: Bool
    /// As many names were compared as the limits allow; less like ones were left out.
    public let isFull: Bool
}

/// What a search may look at before it gives up. The defaults keep it within a few milliseconds.
public struct PersonSearchLimits: Sendable {
    /// Names that are looked at because two of their words agree.
    public var pairedNames = 40_000
    /// Names that are looked at because one rare word agrees.
    public var singleNames = 1_000
    /// Entries of the lists of names by word that are gone through.
    public var listEntries = 6_000_000
    /// Names that are compared in full.
    public var comparedNames = 64
    /// Matches that score less are not listed.
    public var leastScore: Float = 0.4
    /// Like words that are followed for one word.
    public var likeWords = 400

    /// The limits in use.
    public init() {}
}
