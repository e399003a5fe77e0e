import Foundation

/// The form in which names and texts of notices are compared.
enum NoticeKey {
    /// Capital letters without accents.
    static func folded(_ text: String) -> String {
        text.folding(options: [.diacriticInsensitive, .widthInsensitive], locale: nil).uppercased()
    }
}
