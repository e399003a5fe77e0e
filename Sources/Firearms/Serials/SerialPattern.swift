/// A serial number in the form in which numbers are compared: capital letters A-Z, digits, and `?` for a place that
/// cannot be read. One `?` is one place.
///
/// Separators, accents and case carry no meaning on a firearm and are dropped. A letter of another script that looks
/// like no Latin letter becomes `?`: something is stamped there, and leaving it out would shift every later place.
public struct SerialPattern: Hashable, Sendable {
    /// No maker stamps more places than this; a longer text is a remark or an attack, and callers should refuse it.
    public static let longestPlausible = 40

    /// The number, only A-Z, 0-9 and `?`.
    public let normalised: String

    /// Brings a number as read to the compared form. Unreadable places may be written `?`, `*`, `_` or `#`.
    ///
    /// Every text has a pattern, possibly an empty one. The work grows with the length of the text and nothing else.
    public init(_ text: String) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var isASCII = true
        for byte in text.utf8 {
            if byte >= 0x80 {
                isASCII = false
                break
            }
            let kept = Self.kept(byte)
            if kept != 0 { bytes.append(kept) }
        }
        normalised = String(decoding: isASCII ? bytes : Self.normalisedBytes(beyondASCII: text), as: UTF8.self)
    }

    /// Whether the pattern has no place at all.
    public var isEmpty: Bool { normalised.isEmpty }

    /// Whether some place cannot be read.
    public var hasUnreadablePlaces: Bool { normalised.utf8.contains(Self.unreadable) }

    /// Number of places that can be read.
    public var knownPlaces: Int {
        normalised.utf8.reduce(into: 0) { count, byte in count += byte == Self.unreadable ? 0 : 1 }
    }

    /// The byte of an unreadable place.
    public static let unreadable = UInt8(ascii: "?")

    /// The byte that one ASCII byte of a text becomes, 0 when it is dropped.
    private static func kept(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): byte
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 32
        case UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "#"): unreadable
        default: 0
        }
    }

    private static func normalisedBytes(beyondASCII text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        func append(_ byte: UInt8) {
            let kept = kept(byte)
            if kept != 0 { bytes.append(kept) }
        }
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                append(UInt8(truncatingIfNeeded: scalar.value))
                continue
            }
            switch LatinFolding.fold(scalar) {
            case .ascii(let byte): append(byte)
            case .pair(let first, let second):
                append(first)
                append(second)
            case .nothing: break
            case .unknownLetter: bytes.append(unreadable)
            }
        }
        return bytes
    }
}
