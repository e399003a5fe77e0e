import Identity
import Firearms
import Registry

/// How values are written for readers of public notices.
enum PublicNoticeText {
    /// `YYYY/MM/DD`, `YYYY/MM` or `YYYY`.
    static func date(_ date: PartialDate) -> String { date.description.replacing("-", with: "/") }

    /// `YYYY/MM/DD`.
    static func date(_ date: CalendarDate) -> String { date.description.replacing("-", with: "/") }

    /// Nil for an empty text.
    static func filled(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }

    /// Nil for an empty list.
    static func filled(_ texts: [String]) -> [String]? { texts.isEmpty ? nil : texts }
}
