public import Firearms

/// Words for coded values as people write them, for whoever reads free text outside an import.
public enum FirearmVocabulary {
    /// The type that a word or a few words name in English, Spanish or Portuguese: `pistola`, `shot gun`.
    public static func type(_ words: String) -> FirearmType? {
        ImportVocabulary.type(words)
    }
}
