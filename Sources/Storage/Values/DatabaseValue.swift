/// One value on its way into a statement.
///
/// Every engine knows these five kinds and no others: dates, identifiers and flags are stored as one of them,
/// so that a column means the same in every engine.
public enum DatabaseValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
}

extension DatabaseValue {
    /// The text, or null when there is none.
    public static func optional(_ value: String?) -> DatabaseValue {
        value.map(DatabaseValue.text) ?? .null
    }

    /// The integer, or null when there is none.
    public static func optional(_ value: Int64?) -> DatabaseValue {
        value.map(DatabaseValue.integer) ?? .null
    }

    /// The integer, or null when there is none.
    public static func optional(_ value: Int?) -> DatabaseValue {
        value.map { .integer(Int64($0)) } ?? .null
    }

    /// The number, or null when there is none. A value that is not a number is stored as null.
    public static func optional(_ value: Double?) -> DatabaseValue {
        value.map(DatabaseValue.real) ?? .null
    }

    /// The bytes, or null when there are none.
    public static func optional(_ value: [UInt8]?) -> DatabaseValue {
        value.map(DatabaseValue.blob) ?? .null
    }

    /// The identifier as 16 bytes, or null when there is none.
    public static func optional(_ value: Identifier?) -> DatabaseValue {
        value?.databaseValue ?? .null
    }

    /// The moment in milliseconds since 1970, or null when there is none.
    public static func optional(_ value: Moment?) -> DatabaseValue {
        value?.databaseValue ?? .null
    }

    /// A flag as 0 or 1.
    public static func flag(_ value: Bool) -> DatabaseValue {
        .integer(value ? 1 : 0)
    }

    /// An integer of the platform's width.
    public static func integer(_ value: Int) -> DatabaseValue {
        .integer(Int64(value))
    }
}

extension DatabaseValue: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
    ExpressibleByNilLiteral, ExpressibleByBooleanLiteral
{
    /// An integer written in the source.
    public init(integerLiteral value: Int64) {
        self = .integer(value)
    }

    /// A number with a fraction written in the source.
    public init(floatLiteral value: Double) {
        self = .real(value)
    }

    /// A text written in the source.
    public init(stringLiteral value: String) {
        self = .text(value)
    }

    /// `nil` written in the source.
    public init(nilLiteral: ()) {
        self = .null
    }

    /// `true` or `false` written in the source, stored as 1 or 0.
    public init(booleanLiteral value: Bool) {
        self = .flag(value)
    }
}
