import Foundation
import Logging
import Synchronization
import TestSupport
import Testing

@testable import Registry

@Suite("The bell and the live stream of pages", .timeLimit(.minutes(5)))
struct BellTests {
    private final class Heard: Sendable {
        private let events = Mutex<[ServerEvent]>([])
        var all: [ServerEvent] { events.withLock { $0 } }
        func add(_ event: ServerEvent) { events.withLock { $0.append(event) } }

        /// How much waits, as the reader was told last.
        var waiting: Int? {
            all.reversed().lazy.compactMap { try? JSONValue(parsing: $0.data.utf8)["waiting"].integer }.first
        }
    }

    private func listen(
        _ browser: HTTPClient, _ user: String
    ) async throws -> (heard: Heard, task: Task<Void, any Error>) {
        let heard = Heard()
        let stream = try await browser.events("/events")
        let task = Task { for try await event in stream { heard.add(event) } }
        try await eventually("\(user) is greeted") { heard.all.first?.name == "waiting" }
        return (heard, task)
    }

    /// The number at the bell of a page as it is served, nil for no bell.
    private func bell(_ browser: HTTPClient, _ path: String = "/account") async throws -> Int? {
        let page = try await browser.get(path)
        guard page.status == 200 else { throw Unexpected(page) }
        guard let found = page.text.firstMatch(of: /class="bell-count"[^>]*>([0-9]+)</) else { return nil }
        return Int(found.1)
    }

    @Test("everybody who is signed in has the stream and finds the list behind the bell; nothing is logged as an error")
    func everybody() async throws {
        let lines = LogLines()
        try await TestServer.run(.generous, logger: Logger(label: "test") { _ in lines.handler }) { server in
            for role in Role.allCases {
                for bureau in ["br", "hub"] {
                    let user = "\(role.rawValue).\(bureau)"
                    let browser = try await server.browser(user, "stream-\(user)")
                    let (heard, task) = try await listen(browser, user)
                    #expect(heard.waiting == 0, "\(user)")
                    task.cancel()
                    let page = try await browser.get("/account").text
                    let path = page.firstMatch(of: /id="bell" href="([^"]+)"/).map { String($0.1) }
                    #expect((path == nil) == (role == .administrator), "\(user)")
                    if let path { #expect(try await browser.get(path).status == 200, "\(user) \(path)") }
                }
            }
            let stranger = HTTPClient(port: server.port)
            await #expect(throws: HTTPFailure.self) { try await stranger.events("/events") }
        }
        let errors = lines.all.filter { $0.hasPrefix("error") || $0.hasPrefix("critical") || $0.hasPrefix("warning") }
        #expect(errors.isEmpty, "\(errors)")
    }

    @Test("a lead rings for the parties until they take note of it, and never for a blind examiner or third bureaus")
    func lead() async throws {
        try await TestServer.run { server in
            let second = try await server.secondExaminer()
            let users = [
                "desk.br": "bureau-desk.br", "desk.ar": "bureau-desk.ar", "examiner.ar": "examiner.ar",
                "blind": second, "quality.br": "quality-manager.br", "officer.br": "officer.br",
                "desk.py": "bureau-desk.py", "centre": "coordinator.hub",
            ]
            var browsers: [String: HTTPClient] = [:]
            var heard: [String: Heard] = [:]
            var tasks: [Task<Void, any Error>] = []
            defer { for task in tasks { task.cancel() } }
            for (name, user) in users {
                let browser = try await server.browser(user, "bell-\(name)")
                let listening = try await listen(browser, user)
                browsers[name] = browser
                heard[name] = listening.heard
                tasks.append(listening.task)
            }
            func expectBells(_ expected: [String: Int]) async throws {
                for name in users.keys {
                    let browser = try #require(browsers[name])
                    #expect(try await bell(browser) == expected[name] ?? 0, "\(name)")
                }
            }
            let number = try await server.examination().number
            try await expectBells([:])

            try await server.conclude("identification", number, "examiner.br")
            try await expectBells(["desk.br": 1, "desk.ar": 1, "examiner.ar": 1])
            for name in ["desk.br", "desk.ar", "examiner.ar"] {
                try await eventually("\(name) hears the bell") { heard[name]?.waiting == 1 }
            }
            let worklist = try await #require(browsers["desk.ar"]).get("/worklist").text
            #expect(worklist.contains(/href="\/links">[^<]*<span class="tab-count">1</))

            // Once both have signed nothing is kept from the second examiner any more.
            try await server.conclude("identification", number, second)
            try await eventually("the second examiner hears the bell") { heard["blind"]?.waiting == 1 }
            let told = try #require(heard["blind"]).all.compactMap { try? JSONValue(parsing: $0.data.utf8) }
            #expect(told.prefix { $0["waiting"] == 0 }.allSatisfy { $0["path"].text?.hasPrefix("/links") != true })

            let examiner = try await server.client("examiner.ar")
            let noted = try await examiner.post("/api/v1/exhibit-links/\(number)/acknowledge", json: [:])
            #expect(noted.status == 200)
            try await expectBells(["desk.br": 1, "blind": 1])
            try await eventually("the bell of the other desk falls silent") { heard["desk.ar"]?.waiting == 0 }
            for name in ["officer.br", "quality.br", "desk.py", "centre"] {
                #expect(heard[name]?.waiting == 0, "\(name)")
            }
        }
    }
}
