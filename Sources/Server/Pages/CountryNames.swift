import Firearms
import Foundation
import Identity

/// Finds countries by what people write: the names of several languages, and codes of two or three letters.
enum CountryNames {
    /// The two-letter code of a country; nil where the text names none. Case and accents do not matter.
    static func code(of text: String) -> String? {
        StateTable.standard.find(text)?.alpha2.flatMap { Country($0)?.code } ?? shown[key(text)]
    }

    /// The names that pages show, so that what a form shows can be sent back.
    private static let shown: [String: String] = {
        var names: [String: String] = [:]
        for language in ["en", "es", "fr", "ar", "pt"] {
            let locale = Locale(identifier: language)
            for country in Country.all {
                guard let name = locale.localizedString(forRegionCode: country.code) else { continue }
                names[key(name)] = country.code
            }
        }
        return names
    }()

    private static func key(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
            .trimmingCharacters(in: .whitespaces)
    }
}
