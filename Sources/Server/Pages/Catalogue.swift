import Foundation

/// All languages that the program speaks: one JSON file each, so that a new language needs no code.
struct Catalogue: Sendable {
    /// The language that is always complete, and that fills the gaps of the others.
    static let baseCode = "en"

    /// The languages, the base first, then by code.
    let languages: [Language]
    private let byCode: [String: Language]

    /// Reads every `*.json` in a folder; the name of the file is the code of the language.
    /// - Throws: ``PagesError`` naming the file that cannot be used.
    init(folder: URL) throws(PagesError) {
        var texts: [String: [String: CatalogueEntry]] = [:]
        for file in try ResourceFolder(folder).files(withExtension: "json") {
            texts[file.name] = try Self.entries(in: file)
        }
        guard let base = texts[Self.baseCode] else {
            throw PagesError(
                .missingBase, "\(folder.path) holds no \(Self.baseCode).json; put the base catalogue there")
        }
        languages = texts.map { Language(code: $0.key, entries: $0.value, base: base) }
            .sorted { ($0.code == Self.baseCode ? "" : $0.code) < ($1.code == Self.baseCode ? "" : $1.code) }
        byCode = Dictionary(languages.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The base language.
    var base: Language { languages[0] }

    /// The language of a code, if the program speaks it.
    func language(_ code: String) -> Language? {
        byCode[code]
    }

    /// The language a browser asks for, by the weights of RFC 9110 section 12.5.4; the base where none fits.
    /// - Parameter header: the value of `Accept-Language`.
    func language(accepting header: String?) -> Language {
        var best: (weight: Double, language: Language)?
        for range in (header ?? "").split(separator: ",").prefix(20) {
            let parts = range.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            guard let tag = parts.first?.lowercased(),
                let language = byCode[tag] ?? byCode[String(tag.prefix(while: { $0 != "-" }))]
            else { continue }
            let quality = parts.dropFirst().first { $0.hasPrefix("q=") }
            let weight = quality.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            if weight > best?.weight ?? 0 { best = (weight, language) }
        }
        return best?.language ?? base
    }

    private static func entries(in file: ResourceFolder.File) throws(PagesError) -> [String: CatalogueEntry] {
        let entries: [String: CatalogueEntry]
        do {
            entries = try JSONDecoder().decode([String: CatalogueEntry].self, from: Data(file.text.utf8))
        } catch {
            throw PagesError(.malformedCatalogue, "\(file.path) is not a catalogue: \(error)")
        }
        for (key, entry) in entries
        where entry.wordings.contains(where: { $0.text.contains("{{") || $0.text.contains("[[") }) {
            throw PagesError(
                .malformedCatalogue,
                "\(file.path), key \(key): a text may not hold “{{” or “[[”, which templates use; reword it"
            )
        }
        return entries
    }
}
