import Storage
import Synchronization
import Toolmarks

/// The coarse forms of current preparations in memory, about a kilobyte each, so that screening reads nothing else.
///
/// A form never changes, so the cache only adds what is new and drops what is no longer current.
final class ScreeningCache: Sendable {
    private struct State {
        /// nil for a form that cannot be read.
        var forms: [Int64: ScreeningForm?] = [:]
        var readThrough: Int64 = 0
    }

    private let state = Mutex(State())
    private let database: any Database

    /// Forms read in one transaction: a snapshot held for long keeps the log from being cut.
    private static let batch = 2_000

    init(database: any Database) { self.database = database }

    /// The forms of candidates, in their order; nil where one cannot be read.
    func forms(of candidates: [CorrelationScope.Candidate]) async throws -> [ScreeningForm?] {
        try await follow()
        let missing = state.withLock { state in
            candidates.filter { state.forms[$0.preparation] == nil }.map(\.preparation)
        }
        // An earlier preparation that was made current again.
        for start in stride(from: 0, to: missing.count, by: Self.batch) {
            let part = missing[start..<min(missing.count, start + Self.batch)]
            let found = try await database.read { connection in
                try part.map { ($0, try MarkStore.preparation($0, connection)?.screeningForm ?? []) }
            }
            add(found)
        }
        return state.withLock { state in
            if state.forms.count > 2 * candidates.count + 100_000 {
                let current = Set(candidates.map(\.preparation))
                state.forms = state.forms.filter { current.contains($0.key) }
            }
            return candidates.map { state.forms[$0.preparation] ?? nil }
        }
    }

    /// Reads what was prepared since the last time.
    private func follow() async throws {
        while true {
            try Task.checkCancellation()
            let start = state.withLock { $0.readThrough }
            let found = try await database.read { connection in
                try connection.rows(
                    """
                    SELECT p.sequence, p.screening_form FROM mark_preparations p
                    JOIN marks m ON m.current_preparation = p.sequence
                    WHERE p.sequence > ? ORDER BY p.sequence LIMIT ?
                    """,
                    [.integer(start), .integer(Self.batch)]
                ) { ($0.integer(0), $0.bytes(1)) }
            }
            add(found)
            guard let last = found.last?.0 else { return }
            state.withLock { $0.readThrough = max($0.readThrough, last) }
        }
    }

    private func add(_ found: [(Int64, [UInt8])]) {
        let forms = found.map { ($0.0, ScreeningForm(bytes: $0.1)) }
        state.withLock { state in
            for (preparation, form) in forms { state.forms.updateValue(form, forKey: preparation) }
        }
    }
}
