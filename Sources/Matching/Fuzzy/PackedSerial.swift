import Firearms

/// How a number is packed into machine words, so that ten million fit into memory and compare in one instruction.
///
/// Each folded sign takes five bits, the first place highest; the top four bits hold the number of places (see
/// ``segment(places:)``). What folding drops, which member of its confusable class the sign was, takes two more bits a
/// place in a second word, the variant: sign and variant together give back the number as recorded.
enum PackedSerial {
    /// Places that a packed number holds. A longer number is packed by its first places and kept in full beside.
    static let places = 12
    /// The segment of numbers with more than ``places`` places.
    static let longSegment = 13

    /// The part of the index in which numbers of a length stand together.
    static func segment(places count: Int) -> Int { min(count, longSegment) }

    /// Bits right of a place.
    static func shift(_ place: Int) -> UInt64 { UInt64(55 - 5 * place) }

    /// The packed sign, 1 to 23, of a normalised byte; 0 for a place that cannot be read and for anything else.
    static func sign(_ byte: UInt8) -> UInt8 { codes[Int(byte)] >> 2 }

    /// Which member of its confusable class a normalised byte is, 0 to 3.
    static func variant(_ byte: UInt8) -> UInt8 { codes[Int(byte)] & 3 }

    /// The last places of a number, from its end.
    static func reversedKey(_ bytes: [UInt8]) -> UInt64 {
        var key = UInt64(segment(places: bytes.count)) << 60
        for (place, byte) in bytes.reversed().prefix(places).enumerated() {
            key |= UInt64(sign(byte)) << shift(place)
        }
        return key
    }

    /// The number as recorded, of a packed number that is not long.
    static func normalised(key: UInt64, variant: UInt32) -> String {
        let count = Int(key >> 60)
        let bytes = (0..<count).map { place in
            let sign = Int(key >> shift(place) & 31)
            return members[sign * 4 + Int(variant >> UInt32(2 * place) & 3)]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The same number from its other end, of a packed number that is not long.
    static func reversed(_ key: UInt64) -> UInt64 {
        let count = Int(key >> 60)
        var rest = key >> UInt64(60 - 5 * count)
        var result = UInt64(count) << 60
        var shift: UInt64 = 55
        for _ in 0..<count {
            result |= (rest & 31) << shift
            rest >>= 5
            shift &-= 5
        }
        return result
    }

    private static let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)

    /// Sign times four plus variant of each normalised byte, 0 for every other byte.
    static let codes: [UInt8] = {
        var table = [UInt8](repeating: 0, count: 256)
        for (index, sign) in SerialPattern.foldedAlphabet.enumerated() {
            let members = letters.filter { SerialPattern.confusableClass(of: $0) == sign }
            for (variant, byte) in members.enumerated() { table[Int(byte)] = UInt8((index + 1) * 4 + variant) }
        }
        return table
    }()

    /// The byte of each sign and variant.
    private static let members: [UInt8] = {
        var table = [UInt8](repeating: SerialPattern.unreadable, count: 128)
        for byte in letters { table[Int(codes[Int(byte)])] = byte }
        return table
    }()
}
