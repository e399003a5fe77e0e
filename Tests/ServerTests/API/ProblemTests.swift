import TestSupport
import Testing

@Suite("API: problems", .runningServer)
struct ProblemTests {
    let server: TestServer

    init() throws { server = try #require(TestServer.current) }

    @Test("one answer names every wrong field: missing, unknown, of a wrong type, of an unknown code, breaking a rule")
    func everyField() async throws {
        let body: JSONValue = [
            "class": "borrowed", "colour": "blue", "place": 7, "eventDate": "2026-02-30", "hiddenFrom": ["XX"],
            "circumstances": .text(String(repeating: "a", count: 10_001)),
            "firearm": [
                "type": "pistol", "yearMade": true, "barrelLengthMillimetres": 5_000, "weight": 3,
                "numbers": [["text": "KV1"], ["part": "grip"], ["text": 5, "x": 1]],
            ],
        ]
        let answer = try await server.desk("BR").post("/api/v1/records", json: body)
        #expect(answer.status == 422)
        #expect(answer.headers["Content-Type"] == "application/problem+json")
        #expect(
            try answer.json().errors == [
                "class unknown-code", "purpose required", "colour unknown-field", "place not-text",
                "eventDate unknown-code", "hiddenFrom unknown-code", "circumstances too-long",
                "firearm.yearMade not-a-number", "firearm.barrelLengthMillimetres out-of-range",
                "firearm.weight unknown-field", "firearm.numbers[1].part unknown-code",
                "firearm.numbers[1].text required",
                "firearm.numbers[2].text not-text", "firearm.numbers[2].x unknown-field",
            ])
    }

    @Test("a missing firearm is named beside other wrong fields")
    func missingFirearm() async throws {
        let answer = try await server.desk("BR").post("/api/v1/records", json: ["class": 3])
        #expect(try answer.json().errors == ["class not-text", "purpose required", "firearm required"])
    }

    @Test("a problem has type, title, status, detail and instance, in the language asked for")
    func shape() async throws {
        let client = try await server.desk("BR")
        for (language, title) in [("en", "Not found"), ("es", "No encontrado")] {
            let answer = try await client.get("/api/v1/records/BR-1900-000001", headers: ["Accept-Language": language])
            let problem = try answer.json()
            #expect(answer.status == 404)
            #expect(problem["type"] == "/problems/not-found")
            #expect(problem["status"] == 404)
            #expect(problem["subject"] == "BR-1900-000001")
            #expect(problem["detail"].text?.isEmpty == false)
            let request = try #require(answer.headers["X-Request-Id"])
            #expect(problem["instance"] == .text("/requests/\(request)"))
            #expect(problem["title"].text == title)
        }
    }

    @Test("every field error has words of its own")
    func words() async throws {
        let answer = try await server.desk("BR").post("/api/v1/records", json: ["colour": 1, "place": 2])
        let errors = try #require(try answer.json()["errors"].array)
        #expect(errors.allSatisfy { $0["message"].text != "is not valid" && $0["message"].text?.isEmpty == false })
    }

    @Test(
        "a body that is no JSON object is refused as a whole",
        arguments: [
            "", "{", "[1]", "\"text\"", "null", "{\"a\":1}{", "{'a':1}", "{\"a\":\u{FEFF}1}", "{\"a\":\"\\ud800\"}",
            "{\"a\":1e999}", String(repeating: "[", count: 5_000), String(repeating: "{\"a\":", count: 5_000),
            String(repeating: "[", count: 5_000) + String(repeating: "]", count: 5_000),
        ])
    func malformed(body: String) async throws {
        let answer = try await server.desk("BR").send(
            ClientRequest(
                "POST", "/api/v1/checks", headers: ["Content-Type": "application/json"], body: Array(body.utf8))
        )
        #expect(answer.status == 400)
        #expect(try answer.json().errors == [" not-a-json-object"])
    }

    @Test("a body that is not UTF-8 is refused")
    func encoding() async throws {
        let body = Array("{\"serial\":\"".utf8) + [0xC3, 0x28, 0xFF] + Array("\"}".utf8)
        let answer = try await server.desk("BR").send(ClientRequest("POST", "/api/v1/checks", body: body))
        #expect(answer.status == 400)
    }

    @Test("a body over 1 MiB is refused, announced or not")
    func large() async throws {
        let client = try await server.desk("BR")
        let body = Array("{\"serial\":\"".utf8) + [UInt8](repeating: 0x41, count: 1_100_000) + Array("\"}".utf8)
        let announced = try await client.send(
            ClientRequest("POST", "/api/v1/checks", body: Array(body.prefix(1_048_577))))
        #expect(announced.status == 413)
        #expect(try announced.json()["type"] == "/problems/too-large")
        let chunk = Array("\(String(body.count, radix: 16))\r\n".utf8) + body + Array("\r\n0\r\n\r\n".utf8)
        let streamed = try await client.send(
            ClientRequest("POST", "/api/v1/checks", headers: ["Transfer-Encoding": "chunked"], body: chunk)
        )
        #expect(streamed.status == 413)
    }

    @Test("wrong query parameters are named")
    func queries() async throws {
        let client = try await server.desk("BR")
        for (query, error) in [
            ("limit=many", "limit not-a-number"), ("before=x", "before not-a-number"),
            ("class=lent", "class unknown-code"),
            ("status=gone", "status unknown-code"),
        ] {
            let answer = try await client.get("/api/v1/records?\(query)")
            #expect(answer.status == 422)
            #expect(try answer.json().errors == [error])
        }
    }

    @Test("what is not there is answered with a problem, not with a page")
    func nowhere() async throws {
        let client = try await server.desk("BR")
        for (method, path) in [("GET", "/api/v1/nothing"), ("DELETE", "/api/v1/me"), ("PATCH", "/api/v1/records")] {
            let answer = try await client.send(ClientRequest(method, path))
            #expect(answer.status == 404)
            #expect(answer.headers["Content-Type"] == "application/problem+json")
        }
    }
}
