import Storage
import Synchronization
import TestSupport
import Testing

@testable import Registry

@Suite("API: live events", .runningServer)
struct EventTests {
    let server: TestServer

    init() throws { server = try #require(TestServer.current) }

    /// What a listener has heard so far.
    private final class Heard: Sendable {
        private let events = Mutex<[ServerEvent]>([])
        var all: [ServerEvent] { events.withLock { $0 } }

        func follow(_ stream: AsyncThrowingStream<ServerEvent, any Error>) -> Task<Void, any Error> {
            Task { for try await event in stream { events.withLock { $0.append(event) } } }
        }

        func steps(of hit: String) throws -> [JSONValue] {
            try all.filter { $0.name == "hit" }.map { try JSONValue(parsing: $0.data.utf8) }
                .filter { $0["number"] == .text(hit) }
        }
    }

    private func listen(_ user: String) async throws -> (Heard, Task<Void, any Error>) {
        let heard = Heard()
        let task = heard.follow(try await server.client(user).events("/api/v1/events"))
        try await eventually("\(user) hears how many hits wait") { heard.all.first?.name == "waiting" }
        return (heard, task)
    }

    @Test("the owner and the coordination centre hear of a hit within a second, others do not")
    func parties() async throws {
        let (owner, first) = try await listen("bureau-desk.br")
        let (centre, second) = try await listen("coordinator.hub")
        let (stranger, third) = try await listen("bureau-desk.ar")
        defer { for task in [first, second, third] { task.cancel() } }
        let hit = try await server.declare(owner: "BR", searcher: "PY").hit
        let number = try #require(hit["number"].text)
        try await eventually("the owner hears of it", within: .seconds(1)) { try !owner.steps(of: number).isEmpty }
        try await eventually("the centre hears of it", within: .seconds(1)) { try !centre.steps(of: number).isEmpty }
        let event = try #require(try owner.steps(of: number).first)
        #expect(event["state"] == "sent")
        #expect(event["urgency"] == "urgent")
        #expect(event["action"] == "hit.create")
        #expect(event["waiting"].integer ?? 0 >= 1)
        #expect(event["text"].text?.contains(number) == true)
        // The stranger's own hit comes later in the same feed: once it is here, the other one was passed over.
        let own = try #require(try await server.declare(owner: "AR", searcher: "PY").hit["number"].text)
        try await eventually("the stranger hears of its own") { try !stranger.steps(of: own).isEmpty }
        #expect(try stranger.steps(of: number).isEmpty)
        #expect(!stranger.all.contains { $0.data.contains(number) })
    }

    @Test("the searcher hears of the answer")
    func answer() async throws {
        let hit = try await server.declare(owner: "BR", searcher: "PY").hit
        let number = try #require(hit["number"].text)
        let (searcher, task) = try await listen("bureau-desk.py")
        defer { task.cancel() }
        _ = try await server.desk("BR").post("/api/v1/hits/\(number)/confirm", json: [:])
        try await eventually("the searcher hears", within: .seconds(1)) {
            try searcher.steps(of: number).contains { $0["state"] == "confirmed" }
        }
    }

    @Test("listening needs the scope")
    func scope() async throws {
        #expect(try await server.client("bureau-desk.br", [.check]).get("/api/v1/events").status == 403)
        #expect(try await server.client("administrator.br").get("/api/v1/events").status == 403)
    }

    @Test("the first hit after the start is told")
    func first() async throws {
        try await TestServer.run { server in
            let heard = Heard()
            let serial = Serial.next()
            let record = try await server.enter("BR", serial)
            let check = try await server.check("PY", serial)
            let task = heard.follow(try await server.client("bureau-desk.br").events("/api/v1/events"))
            defer { task.cancel() }
            let actor = try await server.registry.signIn.actor(onThisMachine: "officer.py")
            let hit = try await server.registry.hits.declare(
                check: #require(.init(check)), record: record, urgency: .routine, note: "", actor
            )
            try await eventually("the owner hears") { try !heard.steps(of: hit.number).isEmpty }
        }
    }
}
