public import Firearms

/// The B-tree keys under which a recorded number is stored.
///
/// | recorded | query | found through |
/// |---|---|---|
/// | whole | whole, equal or with any number of confusable characters | `forward` |
/// | whole | whole, other letters between the digits, or none | `embeddedIgnored`, `forward` |
/// | whole | one unreadable place, anywhere | `forward`, one equality for each sign that may stand there |
/// | whole | several unreadable places, 3 readable ones before the first or after the last | `forward`, `reversed` |
/// | partial, 3 readable places at its beginning or end | whole | `knownBeginning`, `knownEnd` |
/// | partial | partial, both with the same end or beginning readable for 3 places | all of these |
/// | partial | the same partial reading | `forward` |
///
/// Not found here, left to the fuzzy index: a substitution outside the confusable classes (a lower-case b read as 6), a
/// place too many or too few, swapped neighbours, readable places only in the middle, two or more unreadable places
/// that leave fewer than three readable ones at either end, and unreadable places together with embedded letters.
public enum SerialKeys {
    /// Fewest readable places at one end by which a number is looked for.
    public static let fewestKnownPlaces = 3

    /// Lengths to which the known beginning or end of a partial record is cut, longest first: three lengths keep the
    /// number of look-ups for a whole query at six, and the longest is selective enough for real series.
    static let partialLengths = [6, 4, 3]

    /// The keys of a recorded number: none for a number without readable places or longer than any maker stamps.
    public static func keys(for pattern: SerialPattern) -> [SerialKey] {
        let normalised = pattern.normalised
        guard pattern.knownPlaces > 0, normalised.utf8.count <= SerialPattern.longestPlausible else { return [] }
        let text = pattern.folded
        let folded = Array(text.utf8)
        var keys: [SerialKey] = []
        keys.reserveCapacity(3)
        func add(_ kind: SerialKeyKind, _ key: String) {
            keys.append(SerialKey(kind: kind, folded: key, normalised: normalised))
        }
        add(.forward, text)
        add(.reversed, string(folded.reversed()))
        let embedded = SerialPattern(pattern.withoutEmbeddedLetters).folded
        if embedded != text { add(.embeddedIgnored, embedded) }
        if pattern.hasUnreadablePlaces {
            let sides = KnownSides(folded)
            if let length = partialLength(within: sides.beginning.count) {
                add(.knownBeginning, string(sides.beginning.prefix(length)))
            }
            if let length = partialLength(within: sides.end.count) {
                add(.knownEnd, string(sides.end.prefix(length)))
            }
        }
        return keys
    }

    private static func partialLength(within count: Int) -> Int? {
        partialLengths.first { $0 <= count }
    }

    static func string(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}

/// The readable places of a folded pattern before the first unreadable one, and after the last.
struct KnownSides {
    let beginning: [UInt8]
    /// Backwards, as keys of the kinds `reversed` and `knownEnd` are.
    let end: [UInt8]

    init(_ folded: [UInt8]) {
        beginning = Array(folded.prefix { $0 != SerialPattern.unreadable })
        end = Array(folded.reversed().prefix { $0 != SerialPattern.unreadable })
    }
}
