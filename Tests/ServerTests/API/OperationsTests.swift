import Logging
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Registry
@testable import Server

@Suite("API: keeping the server running", .runningServer)
struct ServerRunningTests {
    let server: TestServer

    init() throws { server = try #require(TestServer.current) }

    @Test("health and readiness are told without a token")
    func health() async throws {
        let health = try await server.anonymous().get("/healthz")
        #expect(health.status == 200 && health.text == "ok\n")
        let readiness = try await server.anonymous().get("/readyz")
        #expect(readiness.status == 200 && readiness.text == "ready\n")
    }

    @Test("a server whose database is closed is not ready, and says so in its answers")
    func notReady() async throws {
        try await TestServer.run { server in
            let client = try await server.desk("BR")
            try await server.registry.database.close()
            #expect(try await server.anonymous().get("/readyz").status == 503)
            #expect(try await server.anonymous().get("/healthz").status == 200)
            let answer = try await client.get("/api/v1/records")
            #expect(answer.status == 503)
            #expect(try answer.json()["type"] == "/problems/unavailable")
        }
    }

    @Test("metrics count requests by route, not by address")
    func metrics() async throws {
        _ = try await server.desk("BR").get("/api/v1/records/BR-1999-004711")
        let answer = try await server.anonymous().get("/metrics")
        #expect(answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8")
        let lines = answer.text.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("cartouche_requests_total{method=\"GET\",route=\"/api/v1/records/") })
        #expect(!answer.text.contains("004711"))
        #expect(lines.contains("cartouche_event_listeners 0.0"))
        for line in lines where !line.hasPrefix("#") {
            let value = try #require(line.split(separator: " ").last)
            #expect(Double(value) != nil, "\(line)")
        }
        for name in ["cartouche_requests_total counter", "cartouche_request_seconds histogram"] {
            #expect(lines.filter { $0 == "# TYPE \(name)" }.count == 1)
        }
    }

    @Test("every answer is named and carries the security headers, errors too")
    func headers() async throws {
        var names: Set<String> = []
        for path in ["/healthz", "/api/v1/me", "/nowhere", "/sign-in", "/api/openapi.json", "/static/styles/none.css"] {
            let answer = try await server.anonymous().get(path)
            names.insert(try #require(answer.headers["X-Request-Id"]))
            #expect(answer.headers["X-Content-Type-Options"] == "nosniff")
            #expect(answer.headers["Content-Security-Policy"]?.contains("default-src 'none'") == true)
            #expect(answer.headers["Content-Security-Policy"]?.contains("frame-ancestors 'none'") == true)
            #expect(answer.headers["Referrer-Policy"] == "same-origin")
            #expect(answer.headers["Cross-Origin-Opener-Policy"] == "same-origin")
            #expect(answer.headers["Server"] == nil)
            #expect(answer.headers["Strict-Transport-Security"] == nil)
        }
        #expect(names.count == 6)
    }

    @Test("the log has one line for a request, without addresses, names, numbers or tokens")
    func log() async throws {
        let lines = LogLines()
        let logger = Logger(label: "test") { _ in lines.handler }
        let serial = Serial.next()
        try await TestServer.run(.generous, logger: logger) { server in
            let number = try await server.enter("BR", serial, ["place": "Vila Inventada"])
            let client = try await server.desk("BR")
            let read = try await client.get("/api/v1/records/\(number)?serial=\(serial)")
            _ = try await client.get("/api/v1/records?serial=\(serial)")
            _ = try await server.anonymous().get("/nowhere/Rosal%C3%ADa?name=officer.br")
            let identifier = try #require(read.headers["X-Request-Id"])
            #expect(lines.all.filter { $0.contains(identifier) }.count == 1)
            let text = lines.all.joined(separator: "\n")
            #expect(text.contains("milliseconds"))
            for secret in [serial, number, "127.0.0.1", "bureau-desk.br", "Rosal", "Vila", "ct_", "officer.br"] {
                #expect(!text.contains(secret), "the log tells \(secret)")
            }
        }
    }

    @Test("a server that is asked to stop answers what is under way and ends streams")
    func shutdown() async throws {
        try await TestServer.run { server in
            let stream = try await server.client("bureau-desk.br").events("/api/v1/events")
            let client = try await server.client("officer.br")
            let secret = try await server.registry.tokens.create(
                name: "t", scopes: [.check], days: 1, server.registry.signIn.actor(onThisMachine: "officer.br")
            ).secret
            let body = reading("KV4711").bytes
            let head = """
                POST /api/v1/checks HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer \(secret)\r
                Content-Length: \(body.count)\r\n\r\n
                """
            let (goOn, signal) = AsyncStream.makeStream(of: Void.self)
            async let answer = Self.inTwoParts(server.port, Array(head.utf8), body, goOn)
            try await eventually("the check is under way") {
                // The question itself is under way too.
                try await client.get("/metrics").text.contains("cartouche_requests_under_way 2")
            }
            await server.beginToStop()
            try await eventually("nobody new is let in") { (try? await client.get("/healthz")) == nil }
            signal.finish()
            #expect(try await answer.status == 201)
            for try await _ in stream {}
        }
    }

    /// Sends a request whose second part follows when it is told to.
    private static func inTwoParts(
        _ port: Int, _ first: [UInt8], _ second: [UInt8], _ goOn: AsyncStream<Void>
    ) async throws -> ClientResponse {
        let connection = try await onOwnThread { () -> Box in
            let connection = try HTTPConnection(port: port)
            try connection.send(raw: first)
            return Box(connection: connection)
        }
        for await _ in goOn {}
        return try await onOwnThread {
            try connection.connection.send(raw: second)
            return try connection.connection.receive()
        }
    }

    /// Hands a connection from one thread to the next, never used by two.
    private struct Box: @unchecked Sendable { let connection: HTTPConnection }
}

/// The lines of a log.
final class LogLines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }
    var handler: Handler { Handler(lines: self) }

    struct Handler: LogHandler {
        let lines: LogLines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
            lines.lines.withLock { $0.append("\(event.level) \(event.message) \(all)") }
        }
    }
}
