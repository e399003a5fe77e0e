import TestSupport
import Testing

@testable import Registry
@testable import Server

@Suite("API: hostile requests", .runningServer)
struct HostileRequestTests {
    let server: TestServer

    init() throws { server = try #require(TestServer.current) }

    private func raw(_ text: String) async throws -> ClientResponse? {
        try? await HTTPClient(port: server.port, timeout: .seconds(5)).send(raw: Array(text.utf8))
    }

    @Test(
        "a message that two servers might read differently is refused, and the server goes on",
        arguments: [
            "GET /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "GET /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
            "POST /api/v1/checks HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
            "GET /healthz HTTP/1.1\r\nHost: a\r\nX: a\u{0}b\r\n\r\n", "GET /healthz HTTP/1.1\r\nHo st: a\r\n\r\n",
            "GET /healthz HTTP/9.9\r\n\r\n", "NONSENSE\r\n\r\n", "GET\u{1}/ HTTP/1.1\r\n\r\n",
            "POST /api/v1/checks HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
        ])
    func ambiguous(message: String) async throws {
        // No answer at all is a refusal too; one that says 200 is not.
        if let answer = try await raw(message) { #expect(answer.status >= 400, "\(answer.status)") }
        #expect(try await server.anonymous().get("/healthz").status == 200)
    }

    @Test("headers beyond all measure are refused")
    func longHeaders() async throws {
        let long = "GET /healthz HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "a", count: 200_000))\r\n\r\n"
        if let answer = try await raw(long) { #expect(answer.status >= 400) }
        let many = String(repeating: "X: a\r\n", count: 5_000)
        if let answer = try await raw("GET /healthz HTTP/1.1\r\nHost: a\r\n\(many)\r\n") {
            #expect(answer.status >= 400)
        }
        #expect(try await server.anonymous().get("/healthz").status == 200)
    }

    @Test("a header's value cannot bring a header into the answer")
    func injection() async throws {
        let client = try await server.desk("BR")
        for path in [
            "/api/v1/records/BR%0d%0aX-Evil:%201", "/api/v1/imports/a%0d%0aX-Evil:1", "/sign-in?next=%0d%0aX-Evil:1",
            "/api/v1/records?bureau=%0d%0aX-Evil:1",
        ] {
            let answer = try await client.get(path)
            #expect(answer.headers["X-Evil"] == nil)
            #expect(answer.status < 500)
        }
    }

    @Test(
        "an address full of tricks leads nowhere",
        arguments: [
            "/static/../openapi.json", "/static/styles/..%2f..%2fopenapi.json", "/static/%2e%2e/openapi.json",
            "/api/v1/records/%00", "/api/v1/records/%ff%fe", "/api/v1/records/'%20OR%201=1--",
            "/api/v1/checks/not-an-identifier", "/api/v1/imports/%F0%9F%94%AB/refused.csv", "/api/v1/records/%",
        ])
    func paths(path: String) async throws {
        let answer = try await server.desk("BR").get(path)
        #expect(answer.status == 404, "\(path)")
    }

    @Test("text that looks like a query, a template or markup is data")
    func data() async throws {
        let client = try await server.desk("BR")
        let text = "'); DROP TABLE firearm_records;-- {{csrf}} <script>alert(1)</script> \u{202E} \\\" 🔫"
        let number = try await server.enter("BR", Serial.next(), ["place": .text(text)])
        #expect(try await client.get("/api/v1/records/\(number)").json()["place"] == .text(text))
        #expect(
            try await client.get("/api/v1/records?bureau=\(HTTPClient.escaped("' OR 1=1"))").json()["records"] == [])
    }

    @Test("a chunked body is read as one")
    func chunked() async throws {
        let body = reading("KV5150").bytes
        var message: [UInt8] = []
        for byte in body { message += Array("1\r\n".utf8) + [byte] + Array("\r\n".utf8) }
        let answer = try await server.client("officer.br").send(
            ClientRequest(
                "POST", "/api/v1/checks", headers: ["Transfer-Encoding": "chunked"],
                body: message + Array("0\r\n\r\n".utf8)
            )
        )
        #expect(answer.status == 201)
    }

    @Test("a request that comes byte by byte is answered")
    func slow() async throws {
        let port = server.port
        let answer = try await onOwnThread {
            let connection = try HTTPConnection(port: port)
            for byte in Array("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".utf8) {
                try connection.send(raw: [byte])
            }
            return try connection.receive()
        }
        #expect(answer.status == 200)
    }

    @Test("two requests in one go are answered one after the other")
    func pipelined() async throws {
        let port = server.port
        let statuses = try await onOwnThread {
            let connection = try HTTPConnection(port: port)
            try connection.send(
                raw: Array(String(repeating: "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n", count: 3).utf8))
            return [try connection.receive().status, try connection.receive().status, try connection.receive().status]
        }
        #expect(statuses == [200, 200, 200])
    }
}

@Suite("API: limits")
struct LimitTests {
    @Test("who asks too often is told how long to wait, each user alone")
    func users() async throws {
        var settings = ServerSettings.generous
        settings.requestsPerMinute = 1
        try await TestServer.run(settings) { server in
            let client = try await server.client("officer.br")
            #expect(try await client.get("/api/v1/me").status == 200)
            let refused = try await client.get("/api/v1/me")
            #expect(refused.status == 429)
            #expect(try refused.json()["type"] == "/problems/rate-limited")
            let wait = try #require(refused.headers["Retry-After"].flatMap { Int($0) })
            #expect((1...60).contains(wait))
            // Another token of the same user shares the measure; another user does not.
            #expect(try await server.client("officer.br").get("/api/v1/me").status == 429)
            #expect(try await server.client("officer.py").get("/api/v1/me").status == 200)
        }
    }

    @Test("tokens cannot be guessed at any speed, and guessing shuts out nobody who has one")
    func guesses() async throws {
        var settings = ServerSettings.generous
        settings.anonymousRequestsPerMinute = 1
        try await TestServer.run(settings) { server in
            var statuses: [Int] = []
            for guess in 0..<3 {
                let headers: HeaderFields = ["Authorization": "Bearer ct_\(guess)"]
                statuses.append(try await server.anonymous().get("/api/v1/me", headers: headers).status)
            }
            #expect(statuses == [401, 429, 429])
            #expect(try await server.client("officer.br").get("/api/v1/me").status == 200)
        }
    }

    @Test("sign-ins of one address are limited")
    func signIns() async throws {
        var settings = ServerSettings.generous
        settings.signInsPerMinute = 2
        try await TestServer.run(settings) { server in
            var statuses: [Int] = []
            for attempt in 0..<3 {
                let answer = try await server.anonymous().post(
                    "/sign-in", form: ["name": "nobody\(attempt)", "password": "wrong"]
                )
                statuses.append(answer.status)
            }
            #expect(statuses == [401, 401, 429])
        }
    }
}
