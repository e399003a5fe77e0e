import Storage

/// When the snapshot of an index is written: after so many changes, or after the longest time where there was any.
struct SnapshotPace: Sendable {
    private var savedAt: Moment?

    private static let mostChanges = 200_000
    /// Seconds.
    private static let longest = 900.0

    /// Whether a snapshot is due. The time counts from the first question.
    /// - Parameter changes: how many there were since the last one.
    mutating func isDue(after changes: Int, at now: Moment) -> Bool {
        let start = savedAt ?? now
        savedAt = start
        return changes >= Self.mostChanges || now.seconds(since: start) >= Self.longest
    }

    /// Notes that one was written.
    mutating func saved(at now: Moment) { savedAt = now }
}
