/// The check digit of machine-readable zones (ICAO Doc 9303 part 3, section 4.9): weights 7, 3, 1, modulo 10.
public enum CheckDigit {
    /// The value of a character: digits their own, A to Z 10 to 35, the filler `<` 0; nil for any other.
    public static func value(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "A")) + 10
        case ZoneText.filler: 0
        default: nil
        }
    }

    /// The check digit of some characters, 0 to 9; nil where one of them is none of a machine-readable zone.
    public static func digit(_ bytes: some Sequence<UInt8>) -> Int? {
        var sum = 0
        var place = 0
        for byte in bytes {
            guard let value = value(byte) else { return nil }
            sum += value * (place == 0 ? 7 : place == 1 ? 3 : 1)
            place = place == 2 ? 0 : place + 1
        }
        return sum % 10
    }
}
