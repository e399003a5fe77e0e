import Foundation

/// Languages by name, and the way they are written.
extension Language {
    /// The name of a language in this language, from the operating system's locale data; its code where it has none.
    /// - Parameter code: as in BCP 47, or three letters of ISO 639-2.
    func languageName(_ code: String) -> String {
        let name = Locale(identifier: self.code).localizedString(forLanguageCode: code.lowercased()) ?? code
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    /// The direction in which a text of a language is written.
    /// - Parameter code: as in BCP 47; anything unknown is written from the left.
    static func direction(of code: String) -> Direction {
        let language = code.lowercased().prefix { $0 != "-" }
        return ["ar", "fa", "he", "ps", "sd", "ug", "ur", "yi", "dv"].contains(language) ? .rightToLeft : .leftToRight
    }
}
