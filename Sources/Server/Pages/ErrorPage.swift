/// What could not be done, and what to do: the page beside a problem document.
struct ErrorPage: Page {
    static let template = "error"

    /// The HTTP status.
    let status: Int
    let title: String
    let detail: String
    /// What operators find in the log.
    let requestIdentifier: String?
    let errors: [FieldError]

    /// From a code of the registry or of the server.
    /// - Parameters:
    ///   - code: for example `not-found`; an unknown code reads as `internal`.
    ///   - detail: a sentence that says more than the code; by default that of the code.
    ///   - arguments: what fills the gaps of the code's sentence, for example `seconds`.
    init(
        status: Int,
        code: String,
        detail: String? = nil,
        arguments: [String: String] = [:],
        errors: [FieldError] = [],
        requestIdentifier: String? = nil,
        in language: Language
    ) {
        let known = language.contains("error.\(code).title") ? code : "internal"
        self.status = status
        title = language.text("error.\(known).title", arguments)
        self.detail = detail ?? language.text("error.\(known).detail", arguments)
        self.requestIdentifier = requestIdentifier
        self.errors = errors
    }
}
