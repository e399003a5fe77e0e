/// A serial number laid out place by place, so that a reader sees which places are certain.
struct SerialStrip: Sendable {
    /// One place of a number.
    struct Place: Sendable {
        let character: String
        /// `known`, `unreadable`, `differs`, `confused` or `separator`; chooses the look.
        let kind: String
    }

    let places: [Place]
    /// What a screen reader says: the number, with unreadable places named.
    let spoken: String

    /// Lays out a number.
    /// - Parameters:
    ///   - text: the number as read or recorded; `?`, `*`, `_` and `#` stand for unreadable places.
    ///   - other: the number it is compared with; places that differ from it are marked when both have equally many.
    ///   - language: names unreadable places for screen readers.
    init(_ text: String, comparedWith other: String? = nil, in language: Language) {
        let counterpart = other.map { Self.characters(of: $0) } ?? []
        let own = Self.characters(of: text)
        let isComparable = counterpart.count == own.count
        var places: [Place] = []
        var position = 0
        for character in text.uppercased().prefix(64) {
            guard Self.counts(character) else {
                places.append(Place(character: String(character), kind: "separator"))
                continue
            }
            let match = isComparable ? counterpart[position] : character
            position += 1
            if Self.isUnreadable(character) {
                places.append(Place(character: "?", kind: "unreadable"))
            } else if Self.isUnreadable(match) || match == character {
                places.append(Place(character: String(character), kind: "known"))
            } else {
                let confused = Self.confusable.contains { $0.contains(character) && $0.contains(match) }
                places.append(Place(character: String(character), kind: confused ? "confused" : "differs"))
            }
        }
        self.places = places
        let unreadable = language.text("serial.unreadable-place")
        spoken = places.map { $0.kind == "unreadable" ? " \(unreadable) " : $0.character }.joined()
    }

    /// Characters that are often taken for one another; a difference inside a class looks milder than any other.
    private static let confusable = ["0OQD", "1IL7", "8B", "5S", "2Z", "6GB", "4A", "UV", "MN"]

    private static func characters(of text: String) -> [Character] {
        text.uppercased().prefix(64).filter(counts)
    }

    private static func counts(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || isUnreadable(character)
    }

    private static func isUnreadable(_ character: Character) -> Bool {
        "?*_#".contains(character)
    }
}
