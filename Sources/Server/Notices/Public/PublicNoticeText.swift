import Identity
import Firearms
import Registry

/// How values are written for readers of public notices.
enum PublicNoticeText {
    /// `YYYY/MM/DD`, `YYYY/MM` or `YYYY`.
    static func date(_ date: PartialDate) -> String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return [padded(date.year, 4), date.month.map { padded($0, 2) }, date.day.map { padded($0, 2) }]
            .compactMap { $0 }.joined(separator: "/")
    }

    /// `YYYY/MM/DD`.
    static func date(_ date: CalendarDate) -> String { date.description.replacing("-", with: "/") }

    /// Nil for an empty text.
    static func filled(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }

    /// Nil for an empty list.
    static func filled(_ texts: [String]) -> [String]? { texts.isEmpty ? nil : texts }
}
