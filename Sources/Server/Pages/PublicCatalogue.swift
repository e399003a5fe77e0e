import Foundation
public import Registry

/// The program's own words for codes, for whoever shows answers of the registry outside the pages.
///
/// The same catalogues as the pages use, so that a reason reads the same on paper, screen and terminal.
public struct PublicCatalogue: Sendable {
    let language: Language

    /// Reads the catalogues that come with the program.
    /// - Parameter language: what the user reads, as in BCP 47 or as `LANG` states it: `es`, `es-AR`, `es_AR.UTF-8`;
    ///   English where the program does not speak it.
    /// - Throws: an error that names the file which cannot be used.
    public init(language: String) throws {
        let catalogue = try Catalogue(folder: PageRenderer.resources.appending(path: "Strings"))
        let tag = language.prefix { $0 != "." && $0 != "@" }.replacing("_", with: "-").lowercased()
        self.language =
            catalogue.language(tag) ?? catalogue.language(String(tag.prefix { $0 != "-" })) ?? catalogue.base
    }

    /// A reason of the ranking in words; the codes and their arguments are those of `MatchReason`.
    public func reason(_ code: String, _ arguments: [String]) -> String {
        language.reason(code, arguments)
    }

    /// A record or notice in a line: its number or name, and what else tells it apart.
    public func line(_ record: HitRecord) -> String {
        [record.mainNumber ?? record.heading, language.line(record), language.classBadge(record).label]
            .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// That more records carry a number that differs by one error of reading.
    public func nearNotListed(_ count: Int) -> String { language.text("result.near-not-listed", count: count) }

    /// Why a field was not accepted, after the field's name: `Serial number: is needed`.
    public func failure(field: String, code: String, arguments: [String: String]) -> String {
        "\(language.fieldLabel(field)): \(language.failure(code, arguments))"
    }

    /// Why a field was not accepted, without the field's name: `is needed`.
    public func failure(code: String, arguments: [String: String]) -> String { language.failure(code, arguments) }

    /// What was noticed about a scan, in a sentence.
    public func finding(_ finding: ScanFinding) -> String { language.sentence(finding) }

    /// The name of a coded value, for example kind `class`, code `stolen`; the code where it has no name.
    public func label(_ kind: String, _ code: String) -> String {
        language.label(kind, code)
    }

    /// What an error of the registry means, in one or two sentences; nil for a code without words.
    public func error(_ code: String) -> String? {
        guard language.contains("error.\(code).detail") else { return nil }
        return language.text("error.\(code).detail")
    }
}
