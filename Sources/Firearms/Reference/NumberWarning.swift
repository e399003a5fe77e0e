/// Why a number that was entered as a serial number is probably something else stamped on the gun.
public enum NumberWarning: Hashable, Sendable {
    /// The text names a patent.
    case patentNumber
    /// The text is the name of this model.
    case modelName(Model)

    /// The reason to doubt a number, or nil when there is none.
    ///
    /// A number of digits alone is doubted only after a word for "model", since short serial numbers exist.
    public static func find(
        in text: String, makeCode: String?, table: ReferenceTable = .standard
    ) -> NumberWarning? {
        guard text.utf8.count <= TextKey.longest else { return nil }
        let words = TextKey.words(text).split(separator: " ").map(String.init)
        if words.contains(where: { patentWords.contains($0) }) { return .patentNumber }
        let key = TextKey.letters(text)
        let shortened = ReferenceTable.withoutModelWord(key)
        let hasLetter = shortened.utf8.contains { $0 >= UInt8(ascii: "A") }
        let hasDigit = shortened.utf8.contains { $0 <= UInt8(ascii: "9") }
        guard let makeCode, hasDigit, hasLetter || shortened != key,
            let found = table.model(text, makeCode: makeCode), found.confidence >= 0.9
        else { return nil }
        return .modelName(found.value)
    }

    private static let patentWords: Set<String> = [
        "PAT", "PATS", "PATD", "PATENT", "PATENTS", "PATENTED", "PATENTE", "PATENTADO", "DRGM", "BREVET", "BREVETE",
        "BREVETTO", "USPAT", "PATNO",
    ]
}
