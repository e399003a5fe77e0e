/// How well a number can be read.
public struct NumberState: CodedValue {
    /// The code as stored and exchanged.
    public let rawValue: String

    private init(code: String) {
        rawValue = code
    }

    /// Every place is read.
    public static let legible = Self(code: "legible")
    /// Some places cannot be read.
    public static let partial = Self(code: "partial")
    /// The number was removed and nothing is left of it.
    public static let removed = Self(code: "removed")
    /// The number was removed and made visible again in a laboratory.
    public static let restored = Self(code: "restored")
    /// The firearm never carried a number, or none is stated.
    public static let none = Self(code: "none")
    /// Put on by a private maker; it says nothing about a factory series.
    public static let privatelyMade = Self(code: "privately-made")

    /// Every known value.
    public static let all: [NumberState] = [
        .legible, .partial, .removed, .restored, .none, .privatelyMade,
    ]
}
