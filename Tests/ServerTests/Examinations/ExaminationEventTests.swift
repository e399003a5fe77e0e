import Synchronization
import TestSupport
import Testing

@testable import Registry

@Suite("Live events of examinations", .runningServer)
struct ExaminationEventTests {
    let server: TestServer

    init() throws { server = try #require(TestServer.current) }

    private func listen(_ user: String) async throws -> (heard: Heard, task: Task<Void, any Error>) {
        let heard = Heard()
        let stream = try await server.client(user).events("/api/v1/events")
        let task = Task { for try await event in stream { heard.add(event) } }
        try await eventually("\(user) is greeted") { heard.all.first?.name == "waiting" }
        return (heard, task)
    }

    private final class Heard: Sendable {
        private let events = Mutex<[ServerEvent]>([])
        var all: [ServerEvent] { events.withLock { $0 } }
        func add(_ event: ServerEvent) { events.withLock { $0.append(event) } }
        func mentions(_ text: String) -> Bool { all.contains { $0.data.contains(text) } }
    }

    @Test("the parties of both cases hear of a lead at once; the blind examiner and third bureaus do not")
    func lead() async throws {
        let number = try await server.examination().number
        let blind = try await listen(try await server.secondExaminer())
        let parties = [try await listen("bureau-desk.ar"), try await listen("bureau-desk.br")]
        let centre = try await listen("coordinator.hub")
        let stranger = try await listen("bureau-desk.py")
        defer { for listener in parties + [blind, centre, stranger] { listener.task.cancel() } }
        try await server.conclude("identification", number, "examiner.br")
        for listener in parties + [centre] {
            try await eventually("a party hears of the lead", within: .seconds(5)) {
                listener.heard.mentions("/links/\(number)")
            }
        }
        // What comes later in the same feed shows that the lead was passed over.
        let later = try await server.examination().number
        try await eventually("the examiner hears of the next examination") { blind.heard.mentions(later) }
        #expect(!blind.heard.mentions("/links/\(number)"))
        #expect(!stranger.heard.mentions(number))
    }
}
