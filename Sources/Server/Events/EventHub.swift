import Foundation
import Registry
import Synchronization

/// Who listens to live events, and sending to each what it may know.
final class EventHub: Sendable {
    /// One listening browser or program.
    struct Listener: Sendable {
        let actor: Actor
        /// What it is told in.
        let language: Language
        let send: AsyncStream<String>.Continuation
    }

    private let listeners = Mutex<[UUID: Listener]>([:])

    /// Events waiting for a slow listener; older ones are dropped, the next count makes up for them.
    private static let mostWaiting = 64

    var all: [Listener] { listeners.withLock { Array($0.values) } }

    /// A stream of server-sent event texts for an actor, until the connection ends, and the listener that feeds it.
    func listen(_ actor: Actor, in language: Language) -> (events: AsyncStream<String>, listener: Listener) {
        let (stream, continuation) = AsyncStream.makeStream(
            of: String.self, bufferingPolicy: .bufferingNewest(Self.mostWaiting)
        )
        let id = UUID()
        continuation.onTermination = { [weak self] _ in
            self?.listeners.withLock { _ = $0.removeValue(forKey: id) }
        }
        let listener = Listener(actor: actor, language: language, send: continuation)
        listeners.withLock { $0[id] = listener }
        return (stream, listener)
    }

    /// Ends every stream, so that the server can stop.
    func close() {
        for listener in all { listener.send.finish() }
    }
}
