import Firearms

/// A number of known length to look for, some places of which may hold any sign.
struct PlacePattern {
    /// Normalised signs, `?` where any sign may stand.
    let bytes: [UInt8]
    let forward: PlaceMask
    let backward: PlaceMask
    /// Which member of its confusable class each readable place is, and which places are readable.
    private let variant: UInt32
    private let variantMask: UInt32

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        forward = PlaceMask(bytes, count: bytes.count)
        backward = PlaceMask(bytes.reversed(), count: bytes.count)
        var variant: UInt32 = 0
        var mask: UInt32 = 0
        for (place, byte) in bytes.prefix(PackedSerial.places).enumerated() where byte != SerialPattern.unreadable {
            variant |= UInt32(PackedSerial.variant(byte)) << UInt32(2 * place)
            mask |= 3 << UInt32(2 * place)
        }
        self.variant = variant
        variantMask = mask
    }

    var segment: Int { PackedSerial.segment(places: bytes.count) }

    /// Number of readable places whose sign differs from that of a recorded number that agrees when folded.
    func confusions(with recorded: UInt32) -> Int {
        let differing = (recorded ^ variant) & variantMask
        return ((differing | differing >> 1) & 0x55_5555).nonzeroBitCount
    }

    /// The same in the places that both can read.
    /// - Parameter common: the lowest bit of each of these places, as packed numbers have them.
    func confusions(with recorded: UInt32, common: UInt64) -> Int {
        var places: UInt32 = 0
        for place in bytes.indices where common >> PackedSerial.shift(place) & 1 != 0 {
            places |= 1 << UInt32(2 * place)
        }
        let differing = recorded ^ variant
        return ((differing | differing >> 1) & places).nonzeroBitCount
    }

    /// The same for a recorded number in full; nil when it does not agree with the pattern.
    func confusions(with recorded: some Collection<UInt8>) -> Int? {
        guard recorded.count == bytes.count else { return nil }
        var count = 0
        for (read, recorded) in zip(bytes, recorded) where read != SerialPattern.unreadable && read != recorded {
            guard PackedSerial.sign(read) == PackedSerial.sign(recorded) else { return nil }
            count += 1
        }
        return count
    }
}

/// A pattern from one of its ends, as the packed numbers of that order are compared.
struct PlaceMask {
    /// All bits of the readable places.
    let mask: UInt64
    /// Their signs, and the segment.
    let value: UInt64
    /// Number of readable places before the first unreadable one.
    let leading: Int
    /// Number of places up to the last readable one.
    let decided: Int
    /// Number of unreadable places between those before the first unreadable one and the next readable one.
    let gap: Int

    init(_ bytes: some Sequence<UInt8>, count: Int) {
        var mask: UInt64 = 0
        var value = UInt64(PackedSerial.segment(places: count)) << 60
        var leading = 0
        var decided = 0
        var gap = 0
        for (place, byte) in bytes.prefix(PackedSerial.places).enumerated() where byte != SerialPattern.unreadable {
            mask |= 31 << PackedSerial.shift(place)
            value |= UInt64(PackedSerial.sign(byte)) << PackedSerial.shift(place)
            if leading == place { leading += 1 } else if decided == leading { gap = place - leading }
            decided = place + 1
        }
        self.mask = mask
        self.value = value
        self.leading = leading
        self.decided = decided
        self.gap = gap
    }

    func isKnown(_ place: Int) -> Bool { mask >> PackedSerial.shift(place) & 31 != 0 }

    /// The bits of a packed number that agree with this one: segment and readable places.
    func agrees(_ key: UInt64) -> Bool { key & mask == value & mask }
}
