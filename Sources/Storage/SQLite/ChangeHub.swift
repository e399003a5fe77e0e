import Synchronization

/// Tells listeners that something was committed.
final class ChangeHub: Sendable {
    private struct State {
        var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
        var next = 0
        var isClosed = false
        var firstListener: @Sendable () -> Void = {}
    }

    private let state = Mutex(State())

    /// What is called when there is a listener after there was none.
    func onFirstListener(_ action: @escaping @Sendable () -> Void) {
        state.withLock { $0.firstListener = action }
    }

    var hasListeners: Bool { state.withLock { !$0.listeners.isEmpty } }

    func stream() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let (number, isFirst, firstListener) = state.withLock { state in
            state.next += 1
            if !state.isClosed { state.listeners[state.next] = continuation }
            return (state.isClosed ? nil : state.next, state.listeners.count == 1, state.firstListener)
        }
        guard let number else {
            continuation.finish()
            return stream
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { _ = $0.listeners.removeValue(forKey: number) }
        }
        if isFirst { firstListener() }
        return stream
    }

    func notify() {
        for listener in state.withLock({ Array($0.listeners.values) }) { listener.yield() }
    }

    /// Ends all streams.
    func close() {
        let listeners = state.withLock { state in
            state.isClosed = true
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.finish() }
    }
}
