/// What can go wrong while texts and templates are read and pages are made.
///
/// All but ``Code/unknownPage`` and ``Code/unknownLanguage`` are found when the server starts, not by a visitor.
struct PagesError: Error, CustomStringConvertible {
    /// The kind of failure, stable for matching.
    struct Code: RawRepresentable, Hashable, Sendable {
        let rawValue: String

        /// A catalogue file is not the JSON that is expected.
        static let malformedCatalogue = Code(rawValue: "malformed-catalogue")
        /// No catalogue of the base language was found.
        static let missingBase = Code(rawValue: "missing-base")
        /// A template asks for a text that no catalogue holds, or leaves out one of its arguments.
        static let missingText = Code(rawValue: "missing-text")
        /// A template cannot be parsed.
        static let malformedTemplate = Code(rawValue: "malformed-template")
        /// A resource folder cannot be read.
        static let unreadable = Code(rawValue: "unreadable")
        /// A page names a template that does not exist.
        static let unknownPage = Code(rawValue: "unknown-page")
        /// A page was asked for in a language that no catalogue serves.
        static let unknownLanguage = Code(rawValue: "unknown-language")
    }

    let code: Code
    /// What, where, and what to do.
    let description: String

    init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}
