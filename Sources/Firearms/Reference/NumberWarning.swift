/// Why a number that was entered as a serial number is probably something else stamped on the gun.
public enum NumberWarning: Hashable, Sendable {
    /// The text names a patent.
    case patentNumber
    /// The text is the name of this model.
    case modelName(Model)
    /// The text names this calibre.
    case calibre(Calibre)

    /// The reason to doubt a number, or nil when there is none.
    ///
    /// A number of digits alone is taken for a model only after a word for "model", or when it is so short that few guns
    /// bear it as a serial number.
    /// - Parameters:
    ///   - number: the number alone.
    ///   - text: the whole text that the number was read from; nil where there is no other.
    public static func find(
        in number: String, of text: String? = nil, makeCode: String?, table: ReferenceTable = .standard
    ) -> NumberWarning? {
        guard number.utf8.count <= TextKey.longest else { return nil }
        let words = TextKey.words(String((text ?? number).prefix(TextKey.longest))).split(separator: " ")
        if words.contains(where: { patentWords.contains(String($0)) }) { return .patentNumber }
        if let calibre = calibre(number, table) { return .calibre(calibre) }
        let key = TextKey.letters(number)
        let shortened = ReferenceTable.withoutModelWord(key)
        let hasLetter = shortened.utf8.contains { $0 >= UInt8(ascii: "A") }
        let hasDigit = shortened.utf8.contains { $0 <= UInt8(ascii: "9") }
        guard let makeCode, hasDigit, let found = table.model(number, makeCode: makeCode) else { return nil }
        let isNamed =
            hasLetter || shortened != key
            ? found.confidence >= 0.9 : found.rule == RecognitionRule.alias && key.utf8.count <= longestBareModel
        return isNamed ? .modelName(found.value) : nil
    }

    /// The calibre that a text names beyond doubt: a cartridge's name with letters, such as `9MM`, `380 ACP`, `7.62X39`.
    private static func calibre(_ number: String, _ table: ReferenceTable) -> Calibre? {
        let key = TextKey.letters(number)
        guard let first = key.utf8.first, first <= UInt8(ascii: "9"), let last = key.utf8.last else { return nil }
        let isDimension =
            number.contains(where: { ".,".contains($0) }) && number.contains(where: { "xX*".contains($0) })
        guard last >= UInt8(ascii: "A") || isDimension else { return nil }
        return table.calibre(named: number)
    }

    /// Places of a bare number that is sooner a model than a serial number: `92`, `686`, `1911`.
    private static let longestBareModel = 4

    private static let patentWords: Set<String> = [
        "PAT", "PATS", "PATD", "PATENT", "PATENTS", "PATENTED", "PATENTE", "PATENTES", "PATENTADO", "PATENTADA",
        "DRGM", "DRP", "BREVET", "BREVETE", "BREVETTO", "BREVETS", "USPAT", "PATNO", "PATN", "GEBRAUCHSMUSTER",
    ]
}
