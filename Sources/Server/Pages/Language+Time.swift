/// Spans of time in words that every language shares: minutes, hours, days.
extension Language {
    /// A span in the two largest units that matter: `8 min`, `1 h 05 min`, `2 d 3 h`.
    /// - Parameter seconds: the sign does not matter.
    func duration(seconds: Int) -> String {
        let minutes = Int(clamping: seconds.magnitude) / 60
        switch minutes {
        case ..<1: return "< 1 min"
        case ..<60: return "\(minutes) min"
        case ..<1440:
            let rest = minutes % 60
            return rest == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(rest < 10 ? "0" : "")\(rest) min"
        default:
            let hours = minutes % 1440 / 60
            return hours == 0 ? "\(minutes / 1440) d" : "\(minutes / 1440) d \(hours) h"
        }
    }
}

/// A running clock: how long a party still has. The script `clock.js` counts it down in the same words.
struct ClockView: Sendable {
    let due: TimeStamp
    /// `overdue`, `urgent` or `routine`; chooses the look.
    let level: String
    /// The name of the level.
    let label: String
    /// For example `8 min left` or `overdue by 1 h`.
    let text: String

    /// The last stretch in which a routine clock looks urgent too.
    static let urgentSeconds = 600

    /// - Parameters:
    ///   - due: when the answer is due.
    ///   - secondsLeft: until then; negative when it has passed.
    ///   - isUrgent: whether the hit was sent as urgent.
    init(due: TimeStamp, secondsLeft: Int, isUrgent: Bool, in language: Language) {
        self.due = due
        level = secondsLeft < 0 ? "overdue" : isUrgent || secondsLeft <= Self.urgentSeconds ? "urgent" : "routine"
        label = language.label("clock-level", level)
        text = language.text(
            secondsLeft < 0 ? "clock.over" : "clock.left",
            ["time": language.duration(seconds: secondsLeft)]
        )
    }
}
