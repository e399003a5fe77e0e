/// A form in which a maker is publicly known to stamp serial numbers.
public struct SerialFormat: Hashable, Sendable {
    /// The code of the maker.
    public let makeCode: String
    /// The model it belongs to; nil for any of the maker.
    public let model: String?
    /// The form: `A` any letter, `9` any digit, `0` to `8` and small letters exactly themselves, `{2-6}` after a place
    /// that many of them. Separators are left out, as in ``SerialPattern``.
    public let pattern: String
    /// First year of the form; nil when not recorded.
    public let firstYear: Int?
    /// Last year of the form; nil when still used or not recorded.
    public let lastYear: Int?
    /// Where it was used, for a person to read.
    public let note: String

    let places: [Place]

    struct Place: Hashable, Sendable {
        var kind: UInt8
        var least = 1
        var most = 1
    }

    /// Makes a format; nil when the pattern is malformed.
    public init?(
        makeCode: String, model: String? = nil, pattern: String, firstYear: Int? = nil, lastYear: Int? = nil,
        note: String = ""
    ) {
        guard let places = Self.places(of: pattern) else { return nil }
        self.makeCode = makeCode
        self.model = model
        self.pattern = pattern
        self.firstYear = firstYear
        self.lastYear = lastYear
        self.note = note
        self.places = places
    }

    /// Whether a number can have this form; an unreadable place can be anything.
    public func fits(_ serial: SerialPattern) -> Bool {
        let bytes = Array(serial.normalised.utf8)
        // The set of positions in the number that can be reached after each place of the form.
        var reached: Set<Int> = [0]
        for place in places {
            var next: Set<Int> = []
            for start in reached {
                var end = start
                if place.least == 0 { next.insert(start) }
                while end < bytes.count, end - start < place.most, Self.matches(bytes[end], place.kind) {
                    end += 1
                    if end - start >= place.least { next.insert(end) }
                }
            }
            if next.isEmpty { return false }
            reached = next
        }
        return reached.contains(bytes.count)
    }

    /// The form as a person reads it, `A` for any letter and `9` for any digit: `AAA99999`, and `A99999-AA999999` where
    /// the number of places varies. Letters that stand for themselves are written in quotes: `"BER"999999`.
    public var shape: String {
        func written(_ count: (Place) -> Int) -> String {
            var text = ""
            for place in places {
                let isFixed = place.kind >= UInt8(ascii: "a")
                let sign = String(UnicodeScalar(isFixed ? place.kind - 32 : place.kind))
                let signs = String(repeating: sign, count: count(place))
                text += isFixed && !signs.isEmpty ? "\"\(signs)\"" : signs
            }
            return text.replacing("\"\"", with: "")
        }
        let (shortest, longest) = (written(\.least), written(\.most))
        return shortest == longest ? shortest : "\(shortest)-\(longest)"
    }

    private static func matches(_ byte: UInt8, _ kind: UInt8) -> Bool {
        if byte == SerialPattern.unreadable { return true }
        switch kind {
        case UInt8(ascii: "A"): return byte >= UInt8(ascii: "A")
        case UInt8(ascii: "9"): return byte <= UInt8(ascii: "9")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): return byte == kind - 32
        default: return byte == kind
        }
    }

    private static func places(of pattern: String) -> [Place]? {
        var places: [Place] = []
        var rest = Substring(pattern)
        while let first = rest.utf8.first {
            rest = rest.dropFirst()
            if first == UInt8(ascii: "{") {
                guard !places.isEmpty, let close = rest.firstIndex(of: "}") else { return nil }
                let bounds = rest[..<close].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
                guard let least = bounds.first ?? nil, let most = bounds.last ?? nil, bounds.count <= 2,
                    least >= 0, least <= most, most >= 1, most <= 40
                else { return nil }
                places[places.count - 1].least = least
                places[places.count - 1].most = most
                rest = rest[rest.index(after: close)...]
            } else if first == UInt8(ascii: "A") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
            {
                places.append(Place(kind: first))
            } else {
                return nil
            }
        }
        return places.isEmpty ? nil : places
    }
}
