/// What a text means by decision of a person, whatever the rules would make of it.
public struct SpellingCorrection: Hashable, Sendable {
    /// Which part of a description the text is about.
    public enum Field: String, Sendable, Hashable, Codable, CaseIterable {
        case type, make, model, calibre
    }

    /// Which part of a description the text is about.
    public var field: Field
    /// The text as somebody wrote it.
    public var written: String
    /// Code of the make, the calibre or the type; of a model the code of its make, a colon and its name.
    public var meaning: String

    /// Makes a correction.
    public init(_ field: Field, written: String, meaning: String) {
        self.field = field
        self.written = written
        self.meaning = meaning
    }

    /// The form in which texts of the field are compared: apart from case, accents and punctuation.
    public var key: String { Self.key(field, written) }

    /// The form in which a text of a field is compared.
    public static func key(_ field: Field, _ written: String) -> String {
        let key = field == .calibre ? TextKey.calibre(written) : TextKey.letters(written)
        // Of a text in another script nothing may be left.
        return key.isEmpty ? written.lowercased() : key
    }
}

/// Corrections by the text they are about. Empty in the project's own table.
public struct SpellingCorrections: Sendable {
    private var meanings: [SpellingCorrection.Field: [String: String]] = [:]

    /// None.
    public init() {}

    /// Of two for the same text the later counts.
    init(_ corrections: some Sequence<SpellingCorrection>) {
        for correction in corrections { meanings[correction.field, default: [:]][correction.key] = correction.meaning }
    }

    /// What somebody decided the text means.
    func meaning(_ field: SpellingCorrection.Field, _ written: String) -> String? {
        guard let known = meanings[field], written.utf8.count <= TextKey.longest else { return nil }
        return known[SpellingCorrection.key(field, written)]
    }
}
