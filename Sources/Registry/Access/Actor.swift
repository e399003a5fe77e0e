public import Firearms
public import Storage

/// Who is acting: a user of a bureau with a role, perhaps through a token that narrows the role's rights.
/// Every function of every service takes one; there is no way to act without.
public struct Actor: Sendable, Hashable {
    /// How the actor reached the system; kept in the journal.
    public enum Channel: String, Sendable, Hashable, Codable {
        case page, api
        case commandLine = "command-line"
        case system
    }

    /// Identifier of the user; a new one in every use for the program itself.
    public var user: Identifier
    /// Sign-in name, as the journal states it.
    public var name: String
    /// Full name, for pages.
    public var displayName: String
    /// Code of the bureau the user acts for.
    public var bureau: String
    /// Name of that bureau, for pages.
    public var bureauName: String
    /// The bureau's country; nil at the coordination centre, which belongs to none.
    public var country: Country?
    /// Whether that bureau is the coordination centre.
    public var isCoordinationCentre: Bool
    /// What the user is in the bureau; decides the rights together with `scopes`.
    public var role: Role
    /// The scopes of the token in use; nil in a session, where the role alone decides.
    public var scopes: Set<Scope>?
    /// How the actor reached the system.
    public var channel: Channel
    /// Language of pages and messages, as in BCP 47: `en`, `es`.
    public var language: String

    /// States who acts; checks nothing, so only what has verified a session, a token or the machine makes one.
    public init(
        user: Identifier, name: String, displayName: String, bureau: String, bureauName: String, country: Country?,
        isCoordinationCentre: Bool, role: Role, scopes: Set<Scope>? = nil, channel: Channel, language: String = "en"
    ) {
        self.user = user
        self.name = name
        self.displayName = displayName
        self.bureau = bureau
        self.bureauName = bureauName
        self.country = country
        self.isCoordinationCentre = isCoordinationCentre
        self.role = role
        self.scopes = scopes
        self.channel = channel
        self.language = language
    }
}

extension Actor {
    /// The program itself, acting for a bureau: clocks, retention, matching after the event. It holds no rights.
    static func system(bureau: String) -> Actor {
        Actor(
            user: .make(), name: "system", displayName: "system", bureau: bureau, bureauName: bureau,
            country: nil, isCoordinationCentre: false, role: .administrator, scopes: [], channel: .system
        )
    }

    /// Matching after the event, which holds every record against every other and shows nothing to anybody.
    static let matcher = Actor(
        user: .make(), name: "system", displayName: "system", bureau: "", bureauName: "", country: nil,
        isCoordinationCentre: true, role: .coordinator, scopes: [], channel: .system
    )
}
