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
    static func sign(_ byte: UInt8) -> UInt8 { signs[Int(byte)] }

    /// Which member of its confusable class a normalised byte is, 0 to 3.
    static func variant(_ byte: UInt8) -> UInt8 { variants[Int(byte)] }

    /// The first places of a number, or with `backwards` the last ones from the end.
    static func key(_ bytes: some BidirectionalCollection<UInt8>, count: Int, backwards: Bool = false) -> UInt64 {
        var key = UInt64(segment(places: count)) << 60
        var shift: UInt64 = 55
        if backwards {
            for byte in bytes.reversed().prefix(places) {
                key |= UInt64(sign(byte)) << shift
                shift &-= 5
            }
        } else {
            for byte in bytes.prefix(places) {
                key |= UInt64(sign(byte)) << shift
                shift &-= 5
            }
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

    private static let signs: [UInt8] = {
        var table = [UInt8](repeating: 0, count: 256)
        for byte in letters {
            let sign = SerialPattern.foldedAlphabet.firstIndex(of: SerialPattern.confusableClass(of: byte))
            table[Int(byte)] = UInt8((sign ?? -1) + 1)
        }
        return table
    }()

    private static let variants: [UInt8] = {
        var table = [UInt8](repeating: 0, count: 256)
        for byte in letters {
            let sign = SerialPattern.confusableClass(of: byte)
            let members = letters.filter { SerialPattern.confusableClass(of: $0) == sign }
            table[Int(byte)] = UInt8(members.firstIndex(of: byte) ?? 0)
        }
        return table
    }()

    /// The byte of each sign and variant.
    private static let members: [UInt8] = {
        var table = [UInt8](repeating: SerialPattern.unreadable, count: 128)
        for byte in letters { table[Int(signs[Int(byte)]) * 4 + Int(variants[Int(byte)])] = byte }
        return table
    }()
}
