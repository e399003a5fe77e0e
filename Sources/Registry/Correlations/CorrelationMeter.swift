import Synchronization

/// How far one attempt at a job has come, and the full comparisons that are not yet kept in the database. The attempt
/// writes it from its threads; the heartbeat reads it.
final class CorrelationMeter: Sendable {
    private struct State {
        var stage = CorrelationJob.Stage.reading
        var progress = 0.0
        var partials: [(key: CorrelationScope.Key, figures: CorrelationFigures)] = []
    }

    private let state = Mutex(State())

    /// The stage and the progress over all stages, 0 to 1.
    var reading: (stage: CorrelationJob.Stage, progress: Double) {
        state.withLock { ($0.stage, $0.progress) }
    }

    /// Screening and full comparison take about the same time where there are many marks.
    func update(_ stage: CorrelationJob.Stage, done: Int, of total: Int) {
        let share = total > 0 ? Double(done) / Double(total) : 1
        state.withLock { state in
            state.stage = stage
            switch stage {
            case .reading: state.progress = 0
            case .screening: state.progress = 0.5 * share
            case .comparing: state.progress = 0.5 + 0.5 * share
            }
        }
    }

    /// Takes a full comparison, so that another attempt need not make it again.
    func keep(_ figures: CorrelationFigures, with key: CorrelationScope.Key) {
        state.withLock { $0.partials.append((key, figures)) }
    }

    /// The comparisons that were not yet taken from here.
    func takePartials() -> [(key: CorrelationScope.Key, figures: CorrelationFigures)] {
        state.withLock { state in
            defer { state.partials = [] }
            return state.partials
        }
    }
}
