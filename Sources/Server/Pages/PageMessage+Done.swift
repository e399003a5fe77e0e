import Hummingbird

extension PageMessage {
    /// What has just been done, named by the query field `done` after a redirection.
    /// - Parameters:
    ///   - codes: the notices the page may show. The query only chooses among them; nothing of it is shown as text.
    ///   - arguments: what fills the gaps of the text, from what the page itself knows.
    static func done(
        _ request: Request, _ codes: Set<String>, _ arguments: [String: String] = [:], in language: Language
    ) -> PageMessage? {
        guard let code = request.query["done"], codes.contains(code) else { return nil }
        return PageMessage(kind: "success", text: language.text("notice.\(code)", arguments))
    }
}

extension Site {
    /// The language of the answer.
    func language(_ context: WebContext) -> Language {
        context.language ?? renderer.catalogue.base
    }
}
