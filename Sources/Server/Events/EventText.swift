import Foundation
import Registry
import Storage

/// Events as the text of the server-sent events format (WHATWG HTML, section 9.2).
enum EventText {
    private struct HitEventBody: Encodable {
        var number: String
        var state: String
        var urgency: String
        var action: String
        var waiting: Int
        var due: String?
        var path: String
        var text: String
    }

    /// A hit that changed, with how much now waits for the listener's bureau.
    static func hit(_ hit: Hit, action: String, waiting: Int, in language: Language) -> String {
        text(
            "hit",
            HitEventBody(
                number: hit.number, state: hit.state.rawValue, urgency: hit.urgency.rawValue, action: action,
                waiting: waiting, due: hit.dueAt?.description, path: "/hits/\(hit.number)",
                text: language.text("news.\(action)", ["number": hit.number])
            ))
    }

    private struct LinkEventBody: Encodable {
        var path: String
        var text: String?
        var waiting: Int
    }

    /// A link or an examination that changed, with how much now waits for the listener's bureau; without a text the news
    /// is silent and only renews what is shown.
    static func link(text: String?, path: String, waiting: Int) -> String {
        Self.text("link", LinkEventBody(path: path, text: text, waiting: waiting))
    }

    /// The count alone, sent when a listener arrives.
    static func waiting(_ count: Int) -> String {
        text("waiting", ["waiting": count])
    }

    /// A comment that keeps connections through proxies open.
    static let keepAlive = ": still here\n\n"

    private static func text(_ event: String, _ body: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        let data = (try? encoder.encode(body)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
        return "event: \(event)\ndata: \(data)\n\n"
    }
}
