/// Why marks could not be compared or evidence could not be weighed.
public struct ToolmarksError: Error, Hashable, Sendable {
    /// What went wrong; new codes may be added.
    public struct Code: Hashable, Sendable, RawRepresentable {
        /// The stable name of the code.
        public let rawValue: String

        /// Makes a code from its stable name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The surface has no valid point, or too few for one cell.
        public static let nothingToCompare = Code(rawValue: "nothing-to-compare")
        /// The surface is flat: every valid height is the same.
        public static let flatSurface = Code(rawValue: "flat-surface")
        /// The two marks were prepared with different settings.
        public static let differentPreparation = Code(rawValue: "different-preparation")
        /// One mark holds heights, the other something else.
        public static let differentKinds = Code(rawValue: "different-kinds")
        /// A parameter lies outside what the method can work with.
        public static let invalidParameter = Code(rawValue: "invalid-parameter")
        /// The surface covers more area than the engine accepts.
        public static let surfaceTooLarge = Code(rawValue: "surface-too-large")
        /// A reference set holds too few scores to say anything.
        public static let referenceSetTooSmall = Code(rawValue: "reference-set-too-small")
        /// A reference set does not hold what it says.
        public static let referenceSetDamaged = Code(rawValue: "reference-set-damaged")
        /// The scores of a reference set were made in another way than the score in hand.
        public static let differentMethod = Code(rawValue: "different-method")
        /// A reference set holds no score like the one in hand.
        public static let outsideReferenceRange = Code(rawValue: "outside-reference-range")
        /// A score is not a finite number.
        public static let scoreNotFinite = Code(rawValue: "score-not-finite")
    }

    /// What went wrong.
    public let code: Code
    /// Where: the parameter or the thing concerned.
    public let subject: String
    /// What to do about it, in a sentence for developers; people read texts made from the code.
    public let advice: String

    /// Describes a failure.
    public init(_ code: Code, subject: String, advice: String) {
        self.code = code
        self.subject = subject
        self.advice = advice
    }
}

extension ToolmarksError: CustomStringConvertible {
    /// The code, the subject and the advice on one line.
    public var description: String { "\(code.rawValue) (\(subject)): \(advice)" }
}

extension ToolmarksError {
    /// A number with three decimals, for advice.
    static func text(_ value: Double) -> String { "\((value * 1_000).rounded() / 1_000)" }
}
