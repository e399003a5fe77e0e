import TestSupport
import Testing

@Suite("API: doing something once", .runningServer)
struct IdempotencyTests {
    let server: TestServer

    init() throws { server = try #require(TestServer.current) }

    private func key(_ name: String) -> HeaderFields { ["Idempotency-Key": name] }

    @Test("the same request with the same key gets the same answer, and one record is made")
    func repeated() async throws {
        let client = try await server.desk("BR")
        let body = gun(Serial.next())
        let first = try await client.post("/api/v1/records", json: body, headers: key("again"))
        let second = try await client.post("/api/v1/records", json: body, headers: key("again"))
        #expect(first.status == 201)
        #expect(second.status == 201)
        #expect(first.body == second.body)
        for name in ["Content-Type", "Location", "ETag"] {
            #expect(first.headers[name] != nil)
            #expect(first.headers[name] == second.headers[name])
        }
        #expect(try await client.post("/api/v1/records", json: body).status == 409)
    }

    @Test("a key used for another request is refused: another body, another address")
    func reused() async throws {
        let client = try await server.desk("BR")
        let serial = Serial.next()
        #expect(try await client.post("/api/v1/records", json: gun(serial), headers: key("used")).status == 201)
        for (path, body) in [
            ("/api/v1/records", gun(Serial.next())), ("/api/v1/checks", gun(serial)),
            ("/api/v1/records?a=b", gun(serial)),
        ] {
            let answer = try await client.post(path, json: body, headers: key("used"))
            #expect(answer.status == 422)
            #expect(try answer.json().errors == ["Idempotency-Key key-reused"])
        }
    }

    @Test("requests side by side with one key make one record")
    func parallel() async throws {
        let client = try await server.desk("BR")
        let body = gun(Serial.next())
        let answers = try await withThrowingTaskGroup(of: ClientResponse.self) { group in
            for _ in 0..<8 {
                group.addTask { try await client.post("/api/v1/records", json: body, headers: key("side by side")) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let made = answers.filter { $0.status == 201 }
        #expect(!made.isEmpty)
        #expect(Set(made.map(\.body)).count == 1)
        for other in answers where other.status != 201 {
            #expect(other.status == 409)
            #expect(try other.json()["type"] == "/problems/illegal-state")
        }
    }

    @Test("a request that was refused gives its key back")
    func refused() async throws {
        let client = try await server.desk("BR")
        #expect(try await client.post("/api/v1/records", json: [:], headers: key("second try")).status == 422)
        #expect(
            try await client.post("/api/v1/records", json: gun(Serial.next()), headers: key("second try")).status == 201
        )
    }

    @Test("a key belongs to its user, and must not be empty or too long")
    func keys() async throws {
        let body = reading("KV1234")
        let first = try await server.client("officer.br").post("/api/v1/checks", json: body, headers: key("mine"))
        let other = try await server.client("officer.py").post("/api/v1/checks", json: body, headers: key("mine"))
        #expect(first.status == 201 && other.status == 201)
        #expect(first.body != other.body)
        for name in ["", String(repeating: "k", count: 201)] {
            let answer = try await server.client("officer.br").post("/api/v1/checks", json: body, headers: key(name))
            #expect(answer.status == 422)
        }
    }

    @Test("a file larger than a JSON body is sent once under a key")
    func file() async throws {
        let client = try await server.desk("BR")
        let row = "KV1234567,Taurus,PT 92\n"
        let csv = Array("serial,make,model\n".utf8) + Array(String(repeating: row, count: 60_000).utf8)
        let request = ClientRequest(
            "POST", "/api/v1/imports?name=large.csv",
            headers: ["Content-Type": "text/csv", "Idempotency-Key": "large file"], body: csv
        )
        let first = try await client.send(request)
        let second = try await client.send(request)
        #expect(first.status == 201)
        #expect(first.body == second.body)
        #expect(try first.json()["size"] == .number(Double(csv.count)))
    }
}
