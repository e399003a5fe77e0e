/// How the coordinates of an axis are stored. Source: ISO 25178-72, table of data types.
public enum X3PDataType: String, Sendable, Hashable, CaseIterable {
    /// Signed integers of 16 bits.
    case int16 = "I"
    /// Signed integers of 32 bits.
    case int32 = "L"
    /// IEEE 754 binary32.
    case float32 = "F"
    /// IEEE 754 binary64.
    case float64 = "D"

    /// The size of a stored coordinate.
    public var bytes: Int {
        switch self {
        case .int16: 2
        case .int32, .float32: 4
        case .float64: 8
        }
    }

    /// Whether a coordinate can say of itself that it is missing.
    public var hasNaN: Bool { self == .float32 || self == .float64 }

    /// Reads the letter of the standard, or the names that some programs write.
    init?(reading text: String) {
        switch text.trimmed.lowercased() {
        case "i", "int16", "short": self = .int16
        case "l", "int32", "long": self = .int32
        case "f", "float", "float32", "single": self = .float32
        case "d", "double", "float64": self = .float64
        default: return nil
        }
    }
}
