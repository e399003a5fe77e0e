/// A calibre: the cartridge a firearm is made for.
public struct Calibre: Hashable, Sendable {
    /// The code by which records refer to it; never changes.
    public let code: String
    /// The name shown to people.
    public let name: String
    /// What people write for it, besides the name.
    public let aliases: [String]
    /// Codes of the calibres whose firearms also fire this cartridge, or are often described by it: .38 Special fits
    /// .357 Magnum.
    public let compatibleWith: [String]

    /// Makes a calibre.
    public init(code: String, name: String, aliases: [String] = [], compatibleWith: [String] = []) {
        self.code = code
        self.name = name
        self.aliases = aliases
        self.compatibleWith = compatibleWith
    }

    /// Whether a description by one calibre can mean a firearm recorded with the other, in either direction.
    public func isCompatible(with other: Calibre) -> Bool {
        compatibleWith.contains(other.code) || other.compatibleWith.contains(code)
    }
}
