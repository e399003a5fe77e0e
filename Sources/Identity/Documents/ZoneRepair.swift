/// One character, or one run of fillers, that was read wrongly and put right.
public struct ZoneRepair: Hashable, Sendable, Codable {
    /// Why the reading is taken to be wrong.
    public enum Reason: String, Hashable, Sendable, Codable {
        /// The field cannot hold such a character: a letter in a date, a digit in a name.
        case fieldType = "field-type"
        /// The check digit is right only with the other character.
        case checkDigit = "check-digit"
        /// A run of fillers had the wrong length, or letters were read in place of fillers.
        case fillers
    }

    /// The field.
    public let field: ZoneField
    /// The line, from 1.
    public let line: Int
    /// The column, from 1.
    public let column: Int
    /// What was read.
    public let read: String
    /// What it was taken for.
    public let takenFor: String
    /// Why.
    public let reason: Reason
    /// Whether a check digit covers the character and is right after the repair.
    public var isProven: Bool
}

/// Which characters a reader takes for which.
enum ZoneConfusion {
    /// The digit that a letter in a field of digits was.
    static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "O"), UInt8(ascii: "Q"), UInt8(ascii: "D"), UInt8(ascii: "U"): UInt8(ascii: "0")
        case UInt8(ascii: "I"), UInt8(ascii: "L"), UInt8(ascii: "J"): UInt8(ascii: "1")
        case UInt8(ascii: "Z"): UInt8(ascii: "2")
        case UInt8(ascii: "E"): UInt8(ascii: "3")
        case UInt8(ascii: "A"): UInt8(ascii: "4")
        case UInt8(ascii: "S"): UInt8(ascii: "5")
        case UInt8(ascii: "G"): UInt8(ascii: "6")
        case UInt8(ascii: "T"), UInt8(ascii: "Y"): UInt8(ascii: "7")
        case UInt8(ascii: "B"): UInt8(ascii: "8")
        default: nil
        }
    }

    /// The letter that a digit in a field of letters was.
    static func letter(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0"): UInt8(ascii: "O")
        case UInt8(ascii: "1"): UInt8(ascii: "I")
        case UInt8(ascii: "2"): UInt8(ascii: "Z")
        case UInt8(ascii: "4"): UInt8(ascii: "A")
        case UInt8(ascii: "5"): UInt8(ascii: "S")
        case UInt8(ascii: "6"): UInt8(ascii: "G")
        case UInt8(ascii: "8"): UInt8(ascii: "B")
        default: nil
        }
    }

    /// Whether two characters are often taken for each other, a letter for a digit.
    static func isCommon(_ one: UInt8, _ other: UInt8) -> Bool { digit(one) == other || digit(other) == one }

    /// What else a character of a document number may be, the likeliest first.
    static func others(_ byte: UInt8) -> [UInt8] {
        groups.filter { $0.contains(byte) }.flatMap { $0.filter { $0 != byte } }
    }

    /// The same for digits alone: a date holds nothing else.
    static func otherDigits(_ byte: UInt8) -> [UInt8] {
        digitGroups.filter { $0.contains(byte) }.flatMap { $0.filter { $0 != byte } }
    }

    private static let groups = [
        "0OQD", "1IL", "2Z", "5S", "8B", "6G", "4A", "7T", "UV", "MN", "CG", "EF", "PR", "17", "38", "56", "08", "K<",
    ].map { Array($0.utf8) }
    private static let digitGroups = ["08", "17", "38", "56", "68", "06", "14", "27"].map { Array($0.utf8) }
}
