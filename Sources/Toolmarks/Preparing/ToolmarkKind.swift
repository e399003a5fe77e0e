/// The kind of a mark: decides how it is made ready and compared.
public struct ToolmarkKind: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
    /// The stable name of the kind.
    public let rawValue: String

    /// Wraps the stable name of a kind.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The mark of the breech face on the primer of a cartridge case: impressed.
    public static let breechFace = ToolmarkKind(rawValue: "breech-face")
    /// The impression of the firing pin: impressed.
    public static let firingPin = ToolmarkKind(rawValue: "firing-pin")
    /// A land engraved area of a bullet: striated.
    public static let land = ToolmarkKind(rawValue: "land")
    /// A striated mark of another kind: firing-pin drag, aperture shear, screwdriver.
    public static let profile = ToolmarkKind(rawValue: "profile")

    /// Every kind.
    public static let all: [ToolmarkKind] = [.breechFace, .firingPin, .land, .profile]

    /// Whether marks of this kind are compared by cells.
    public var isImpressed: Bool { self == .breechFace || self == .firingPin }

    /// The stable name of the kind.
    public var description: String { rawValue }
}
