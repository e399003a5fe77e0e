/// What a notice asks of the police of other countries.
public enum NoticeColour: String, Sendable, Hashable, Codable, CaseIterable {
    /// Locate and arrest a wanted person, with a view to extradition.
    case red
    /// Help to locate a missing person, or to identify one who cannot identify herself.
    case yellow
    /// Collect information about a person's identity, location or activities in an investigation.
    case blue
    /// Identify a body.
    case black
    /// Warn of a person's criminal activities.
    case green
    /// Warn of an event, person, object or process that is an imminent threat.
    case orange
    /// Share a modus operandi, objects, devices or ways of concealment.
    case purple
    /// Locate and identify assets.
    case silver
    /// A person or an entity under sanctions of the United Nations Security Council.
    case unitedNations = "un"

    /// Whether it always names a person.
    public var isAboutPerson: Bool {
        switch self {
        case .red, .yellow, .blue, .green: true
        case .black, .orange, .purple, .silver, .unitedNations: false
        }
    }

    /// Whether a public extract exists for this colour, where its owner agrees.
    public var hasPublicExtract: Bool { self == .red || self == .yellow || self == .unitedNations }
}
