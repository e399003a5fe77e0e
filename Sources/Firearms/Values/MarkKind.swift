/// What a mark that is not a number tells.
public struct MarkKind: CodedValue {
    /// The code as stored and exchanged.
    public let rawValue: String

    private init(code: String) {
        rawValue = code
    }

    /// Proof mark of a proof house.
    public static let proof = Self(code: "proof")
    /// Name or sign of the importer.
    public static let importer = Self(code: "importer")
    /// Crest of a state, force or service.
    public static let crest = Self(code: "crest")
    /// Mark of an owner.
    public static let property = Self(code: "property")
    /// Another mark.
    public static let other = Self(code: "other")

    /// Every known value.
    public static let all: [MarkKind] = [
        .proof, .importer, .crest, .property, .other,
    ]
}
