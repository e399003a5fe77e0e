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
/// | partial without marked places (`partOfNumber`) | whole | `knownBeginning`, `knownEnd` |
/// | whole | partial without marked places (`partOfNumber`) | `forward`, `reversed` |
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

    /// The keys of a number on a recorded firearm. One that is partial without marked places may be the beginning or
    /// the end of the whole number.
    public static func keys(for number: FirearmNumber) -> [SerialKey] {
        let pattern = number.pattern
        return keys(for: pattern, partOfNumber: number.state == .partial && !pattern.hasUnreadablePlaces)
    }

    /// The keys of a recorded number: none for a number without readable places or longer than any maker stamps.
    /// - Parameters:
    ///   - pattern: the number as recorded.
    ///   - partOfNumber: more places may have stood before or after, though none is marked as unreadable.
    public static func keys(for pattern: SerialPattern, partOfNumber: Bool = false) -> [SerialKey] {
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
        let stripped = pattern.withoutEmbeddedLetters
        if stripped != normalised {
            let embedded = SerialPattern(stripped).folded
            if embedded != text { add(.embeddedIgnored, embedded) }
        }
        if partOfNumber || pattern.hasUnreadablePlaces {
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
