/// An entity on the list of the Security Council.
public struct NoticeEntity: Sendable, Hashable, Codable {
    /// Its name.
    public var name = ""
    /// Other names it is known under.
    public var aliases: [String] = []
    /// What it mainly does.
    public var mainActivity: String?
    /// Its legal form.
    public var legalForm: String?
    /// Its number in a register.
    public var registrationNumber: String?
    /// Who runs it.
    public var administrators: [String] = []
    /// Names it had before.
    public var formerNames: [String] = []
    /// The chamber of commerce it is registered with.
    public var chamberOfCommerce: String?
    /// Anything else.
    public var additionalInformation: String?

    /// An entity of which nothing is stated yet.
    public init() {}
}

/// What the Security Council's list says of a person or an entity.
public struct SanctionsListing: Sendable, Hashable, Codable {
    /// The permanent reference on the list: `QDi.001`.
    public var reference = ""
    /// When it was listed.
    public var date: CalendarDate?
    /// The number of the resolution.
    public var resolution: String?
    /// Why it was listed, in short.
    public var summary: String?
    /// What is asked of states: assets freeze, travel ban, arms embargo.
    public var purposes: [String] = []
    /// Persons and entities it is tied to.
    public var associates: [String] = []
    /// Known addresses.
    public var addresses: [String] = []

    /// A listing of which nothing is stated yet.
    public init() {}
}
