/// How an exhibit was found, as far as the rule for submission abroad asks for it.
public struct FindingCircumstances: Sendable, Hashable, Codable {
    /// Whether customs or border officers secured it.
    public var isFromBorderOfficers = false
    /// Whether a suspected trafficker of firearms had it or the firearm that fired it.
    public var isFromSuspectedTrafficker = false
    /// How many firearms were found together with it or fired at the event; nil where that is unknown.
    public var firearmsTogether: Int?
    /// Whether the possessor resides in another country or region than that of the event.
    public var isPossessorResidentElsewhere = false

    /// Nothing of this is known.
    public init() {}
}
