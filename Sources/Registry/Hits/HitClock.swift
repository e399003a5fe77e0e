public import Storage

/// The time the owner has for its answer: a reminder at half of it, escalation to the coordination centre at its end.
public struct HitClock: Sendable, Hashable {
    /// When the owner is reminded.
    public var remindAt: Moment
    /// When the owner's answer is due and the coordination centre is told.
    public var dueAt: Moment

    /// A clock of so many seconds from a moment.
    public init(from start: Moment, seconds: Int) {
        dueAt = start.adding(seconds: Int64(seconds))
        remindAt = start.adding(seconds: Int64(seconds / 2))
    }

    /// A clock that ends at a moment.
    init(from start: Moment, until end: Moment) {
        dueAt = max(start, end)
        remindAt = start.adding(seconds: Int64(dueAt.seconds(since: start) / 2))
    }

    init(from start: Moment, urgency: Urgency, settings: RegistrySettings) {
        self.init(
            from: start, seconds: urgency == .urgent ? settings.urgentClockSeconds : settings.routineClockSeconds
        )
    }
}
