/// A value from a list of codes that may grow: a structure with static members, never an enumeration.
///
/// Code that meets a list it does not fully know keeps compiling when a member is added. A text becomes a value only
/// when the code is known, so whoever holds a value needs no further check. Encoded as the plain code.
public protocol CodedValue: RawRepresentable, Hashable, Sendable, Codable, LosslessStringConvertible
where RawValue == String {
    /// Every known value, in the order in which a person should be offered them.
    static var all: [Self] { get }
}

extension CodedValue {
    /// The value with this code, or nil when the code is not known. Codes are compared exactly.
    public init?(_ raw: String) {
        guard let known = Self.all.first(where: { $0.rawValue == raw }) else { return nil }
        self = known
    }

    /// Same as `init(_:)`.
    public init?(rawValue: String) {
        self.init(rawValue)
    }

    /// The code.
    public var description: String { rawValue }
}
