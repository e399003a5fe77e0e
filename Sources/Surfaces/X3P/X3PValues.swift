/// Stored coordinates of one axis in the type of the file, so that no value changes on its way through.
public enum X3PValues: Sendable, Hashable {
    /// Type `I`.
    case int16([Int16])
    /// Type `L`.
    case int32([Int32])
    /// Type `F`.
    case float32([Float])
    /// Type `D`.
    case float64([Double])

    /// The number of coordinates.
    public var count: Int {
        switch self {
        case .int16(let values): values.count
        case .int32(let values): values.count
        case .float32(let values): values.count
        case .float64(let values): values.count
        }
    }

    /// The type of the coordinates.
    public var dataType: X3PDataType {
        switch self {
        case .int16: .int16
        case .int32: .int32
        case .float32: .float32
        case .float64: .float64
        }
    }

    /// One coordinate as stored, before increment and offset.
    public subscript(index: Int) -> Double {
        switch self {
        case .int16(let values): Double(values[index])
        case .int32(let values): Double(values[index])
        case .float32(let values): Double(values[index])
        case .float64(let values): values[index]
        }
    }

    /// Whether two lists hold the same bits: NaN equals NaN, 0 differs from -0.
    public static func == (one: X3PValues, other: X3PValues) -> Bool {
        switch (one, other) {
        case (.int16(let one), .int16(let other)): one == other
        case (.int32(let one), .int32(let other)): one == other
        case (.float32(let one), .float32(let other)):
            one.count == other.count && zip(one, other).allSatisfy { $0.bitPattern == $1.bitPattern }
        case (.float64(let one), .float64(let other)):
            one.count == other.count && zip(one, other).allSatisfy { $0.bitPattern == $1.bitPattern }
        default: false
        }
    }

    /// Mixes the number of coordinates and the type; coordinates are too many to be mixed.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(dataType)
        hasher.combine(count)
    }
}
