import TestSupport
import Testing

@Suite struct HTTPClientTests {
    @Test("a body in chunks is joined, however it is cut up on the way")
    func chunks() async throws {
        let server = try LoopbackServer(answers: [
            [
                "HTTP/1.1 200 OK\r\nTransfer-Enc", "oding: chunked\r\n\r\n4\r\nfire\r\n4;name=value\r",
                "\narms\r\n0\r\n\r\n",
            ]
        ])
        let response = try await HTTPClient(port: server.port).get("/")
        #expect(response.status == 200)
        #expect(response.text == "firearms")
    }

    @Test("interim answers are passed over")
    func interim() async throws {
        let server = try LoopbackServer(answers: [
            ["HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\nHTTP/1.1 204 No Content\r\nX-Name: value\r\n\r\n"]
        ])
        let response = try await HTTPClient(port: server.port).get("/")
        #expect(response.status == 204)
        #expect(response.headers["x-name"] == "value")
        #expect(response.headers["Link"] == nil)
    }

    @Test("cookies are sent back until the server removes them")
    func cookies() async throws {
        let server = try LoopbackServer(answers: [
            ["HTTP/1.1 200 OK\r\nSet-Cookie: session=abc; HttpOnly; SameSite=Strict\r\nContent-Length: 0\r\n\r\n"],
            ["HTTP/1.1 200 OK\r\nSet-Cookie: session=; Max-Age=0\r\nContent-Length: 0\r\n\r\n"],
            ["HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"],
        ])
        let client = HTTPClient(port: server.port)
        _ = try await client.get("/")
        let cookie = try #require(client.cookies["session"])
        #expect(cookie.isHTTPOnly)
        #expect(cookie.sameSite == "Strict")
        _ = try await client.get("/")
        #expect(client.cookies.isEmpty)
        _ = try await client.get("/")
        let requests = await server.allRequests()
        #expect(requests.map { $0.contains("Cookie: session=abc\r\n") } == [false, true, false])
    }

    @Test("a redirect is an answer unless following was asked for", arguments: [0, 1])
    func redirects(followed: Int) async throws {
        let server = try LoopbackServer(answers: [
            ["HTTP/1.1 303 See Other\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n"],
            ["HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nthere"],
        ])
        let client = HTTPClient(port: server.port, followingRedirects: followed)
        let response = try await client.post("/here", form: ["serial": "A 1&2"])
        #expect(response.status == (followed == 0 ? 303 : 200))
        if followed == 0 { _ = try await client.get("/there") }
        let requests = await server.allRequests()
        #expect(requests[0].hasSuffix("\r\n\r\nserial=A%201%262"))
        #expect(requests[1].hasPrefix("GET /there HTTP/1.1\r\n"))
    }

    @Test("JSON goes out with its type and length, and an answer in JSON can be looked into")
    func json() async throws {
        let server = try LoopbackServer(answers: [
            ["HTTP/1.1 201 Created\r\nContent-Length: 17\r\n\r\n{\"number\":[\"BR\"]}"]
        ])
        let response = try await HTTPClient(port: server.port, headers: ["Authorization": "Bearer t"])
            .post("/records", json: ["serial": "é", "years": [1, 2]], headers: ["Idempotency-Key": "k"])
        #expect(try response.json()["number"][0] == "BR")
        let request = try #require(await server.allRequests().first)
        #expect(request.hasPrefix("POST /records HTTP/1.1\r\n"))
        #expect(request.contains("Content-Type: application/json\r\n"))
        #expect(request.contains("Authorization: Bearer t\r\n"))
        #expect(request.contains("Idempotency-Key: k\r\n"))
        #expect(request.contains("Content-Length: 29\r\n"))
        #expect(request.hasSuffix("{\"serial\":\"é\",\"years\":[1,2]}"))
    }

    @Test("an answer that is cut off is an error")
    func cutOff() async throws {
        let server = try LoopbackServer(answers: [["HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort"]])
        await #expect(throws: HTTPFailure.self) { try await HTTPClient(port: server.port).get("/") }
    }

    @Test("nobody listening is an error that names the port")
    func nobody() async throws {
        let port = try FreePort.find()
        let failure = await #expect(throws: HTTPFailure.self) { try await HTTPClient(port: port).get("/") }
        #expect(failure?.description.contains("port \(port)") == true)
    }

    @Test("events arrive with name, identifier and joined data")
    func events() async throws {
        let server = try LoopbackServer(answers: [
            [
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n: hello\n\nevent: hit\nid: 7\nda",
                "ta: first\r\ndata: second\r\n\r\ndata\n\n",
            ]
        ])
        var events: [ServerEvent] = []
        for try await event in try await HTTPClient(port: server.port).events("/events") { events.append(event) }
        try #require(events.count == 2)
        #expect(events[0].name == "hit")
        #expect(events[0].identifier == "7")
        #expect(events[0].data == "first\nsecond")
        #expect(events[1].name == "message")
        #expect(events[1].data == "")
    }

    @Test("a stream that is refused is an error")
    func refusedStream() async throws {
        let server = try LoopbackServer(answers: [["HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"]])
        await #expect(throws: HTTPFailure.self) { try await HTTPClient(port: server.port).events("/events") }
    }
}
