/// The part of the firearm that carries a number. The frame comes first: its number identifies the firearm.
public struct NumberPart: CodedValue {
    /// The code as stored and exchanged.
    public let rawValue: String

    private init(code: String) {
        rawValue = code
    }

    /// Frame or receiver.
    public static let frame = Self(code: "frame")
    /// Slide.
    public static let slide = Self(code: "slide")
    /// Barrel.
    public static let barrel = Self(code: "barrel")
    /// Cylinder of a revolver.
    public static let cylinder = Self(code: "cylinder")
    /// Bolt or breech block.
    public static let bolt = Self(code: "bolt")
    /// Number put on at import.
    public static let importMark = Self(code: "import-mark")
    /// Another part.
    public static let other = Self(code: "other")

    /// Every known value.
    public static let all: [NumberPart] = [
        .frame, .slide, .barrel, .cylinder, .bolt, .importMark, .other,
    ]
}
