/// A colour of a picture: red, green and blue as sRGB values.
public struct Colour: Sendable, Hashable {
    /// Red, 0 to 255.
    public var red: UInt8
    /// Green, 0 to 255.
    public var green: UInt8
    /// Blue, 0 to 255.
    public var blue: UInt8

    /// A colour from its three parts, 0 to 255 each.
    public init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// A colour from a number such as `0x0072B2`.
    public init(_ hexadecimal: UInt32) {
        red = UInt8(truncatingIfNeeded: hexadecimal >> 16)
        green = UInt8(truncatingIfNeeded: hexadecimal >> 8)
        blue = UInt8(truncatingIfNeeded: hexadecimal)
    }

    /// A grey; 0 is black and 1 is white, values beyond are cut.
    public init(grey: Double) {
        let level = UInt8((max(0, min(1, grey)) * 255).rounded())
        self.init(red: level, green: level, blue: level)
    }

    /// The colour with a part of another one mixed in, 0 (none) to 1 (only the other one).
    public func mixed(with other: Colour, _ part: Double) -> Colour {
        func mix(_ one: UInt8, _ two: UInt8) -> UInt8 {
            UInt8((Double(one) + (Double(two) - Double(one)) * max(0, min(1, part))).rounded())
        }
        return Colour(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }
}

extension Colour {
    /// Black.
    public static let black = Colour(0x000000)
    /// White.
    public static let white = Colour(0xFFFFFF)
    /// A pale blue for points without a value: no brightness of a relief looks like it.
    public static let missing = Colour(0xD9E4F2)
    /// A grey for lines that stay behind.
    public static let rule = Colour(0xD0D0D0)
    /// A grey for text of second rank.
    public static let quiet = Colour(0x505050)

    // The colours of Okabe and Ito (2008, "Color Universal Design"), which eyes of every kind tell apart.

    /// Okabe and Ito's blue.
    public static let blue = Colour(0x0072B2)
    /// Okabe and Ito's vermilion.
    public static let vermilion = Colour(0xD55E00)
    /// Okabe and Ito's bluish green.
    public static let green = Colour(0x009E73)
    /// Okabe and Ito's reddish purple.
    public static let purple = Colour(0xCC79A7)
    /// Okabe and Ito's orange.
    public static let orange = Colour(0xE69F00)
    /// Okabe and Ito's sky blue.
    public static let sky = Colour(0x56B4E9)
    /// Okabe and Ito's yellow.
    public static let yellow = Colour(0xF0E442)
}
