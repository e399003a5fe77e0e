/// A maker of firearms, or the brand under which they are known.
public struct Make: Hashable, Sendable {
    /// The code by which records refer to it; never changes.
    public let code: String
    /// The name shown to people.
    public let name: String
    /// Where it makes firearms; nil when several countries do.
    public let country: Country?
    /// What people write for it, besides the name.
    public let aliases: [String]

    /// Makes a make.
    public init(code: String, name: String, country: Country? = nil, aliases: [String] = []) {
        self.code = code
        self.name = name
        self.country = country
        self.aliases = aliases
    }
}
