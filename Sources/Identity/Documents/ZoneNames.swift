/// The names in a machine-readable zone (ICAO Doc 9303 part 3, section 4.6).
public struct ZoneNames: Hashable, Sendable, Codable {
    /// The parts of the primary identifier, as a rule family names.
    public let primary: [String]
    /// The parts of the secondary identifier, as a rule given names; empty where there is none.
    public let secondary: [String]
    /// Whether the field is full, so that a name may have been cut off.
    public let mayBeTruncated: Bool

    /// Reads the characters of the field.
    init(_ bytes: some Sequence<UInt8>) {
        let text = Array(bytes)
        let parts = Self.split(text)
        primary = Self.words(parts.0)
        secondary = Self.words(parts.1)
        mayBeTruncated = text.last != ZoneText.filler && !text.isEmpty
    }

    /// Names that stand in fields of their own.
    init(primary: [UInt8], secondary: [UInt8]) {
        self.primary = Self.words(primary[...])
        self.secondary = Self.words(secondary[...])
        mayBeTruncated = primary.last != ZoneText.filler || secondary.last != ZoneText.filler
    }

    init(primary: [String], secondary: [String], mayBeTruncated: Bool) {
        self.primary = primary
        self.secondary = secondary
        self.mayBeTruncated = mayBeTruncated
    }

    /// Everything before and after the first two fillers in a row.
    private static func split(_ text: [UInt8]) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
        for place in text.indices.dropLast() where text[place] == ZoneText.filler && text[place + 1] == ZoneText.filler
        {
            return (text[..<place], text[(place + 2)...])
        }
        return (text[...], [])
    }

    private static func words(_ bytes: ArraySlice<UInt8>) -> [String] {
        bytes.split(separator: ZoneText.filler).map { String(decoding: $0, as: UTF8.self) }
    }
}

extension ZoneNames {
    /// The names with the digits of Russian internal passports turned into the Cyrillic letters they stand for (order
    /// 605 of the Ministry of the Interior, 2017).
    var cyrillic: ZoneNames {
        func letters(_ word: String) -> String { String(word.map { Self.russianLetters[$0] ?? $0 }) }
        return ZoneNames(
            primary: primary.map(letters), secondary: secondary.map(letters), mayBeTruncated: mayBeTruncated
        )
    }

    private static let russianLetters: [Character: Character] = Dictionary(
        uniqueKeysWithValues: zip("ABVGDE2JZIQKLMNOPRSTUFHC34WXY9678", "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ")
    )
}
