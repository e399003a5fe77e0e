import TestSupport
import Testing

@Suite("API: checks", .runningServer)
struct APICheckTests {
    let server: TestServer

    init() throws { server = try #require(TestServer.current) }

    @Test("a check finds the record, says why, and leads to its report")
    func check() async throws {
        let serial = Serial.next()
        let number = try await server.enter("BR", serial)
        let client = try await server.client("officer.py")
        let answer = try await client.post("/api/v1/checks", json: reading(serial))
        #expect(answer.status == 201)
        let check = try answer.json()
        #expect(answer.headers["Location"] == "/api/v1/checks/\(check["id"].text ?? "")")
        let best = check["candidates"][0]
        #expect(best["record"]["number"] == .text(number))
        #expect(best["reasons"].array?.contains { $0["code"] == "serial.equal" } == true)
        let report = try await client.get(try #require(best["report"].text))
        #expect(report.status == 200)
        #expect(report.headers["ETag"] == "\"1\"")
        #expect(try report.json()["record"]["number"] == .text(number))
        #expect(try await server.client("officer.ar").get("/api/v1/checks/\(check["id"].text ?? "")").status == 404)
    }

    @Test("a record with several numbers is found by each that can be read, and its answer shows them all")
    func severalNumbers() async throws {
        let (frame, slide, barrel) = (Serial.next(), Serial.next(), Serial.next())
        let text = "\(slide) (corredera) y \(barrel) (cañón)"
        let number = try await server.enter(
            "BR", frame,
            [
                "firearm": [
                    "make": "Bersa",
                    "numbers": [
                        ["text": .text(text)], ["text": .text(frame), "state": "restored"],
                        ["part": "cylinder", "state": "removed"],
                    ],
                ]
            ])
        let desk = try await server.desk("BR")
        let numbers = try await desk.get("/api/v1/records/\(number)").json()["firearm"]["numbers"].array ?? []
        #expect(numbers.map { $0["part"] } == ["slide", "barrel", "frame", "cylinder"])
        #expect(numbers.map { $0["state"] } == ["legible", "legible", "restored", "removed"])
        let client = try await server.client("officer.py")
        for serial in [frame, slide, barrel] {
            let check = try await client.post("/api/v1/checks", json: reading(serial)).json()
            #expect(check["candidates"][0]["record"]["number"] == .text(number), "\(serial)")
        }
    }

    @Test("what is wrong with one of several numbers names the object that stated them")
    func wrongNumber() async throws {
        let long = String(repeating: "A1", count: 51)
        let answer = try await server.desk("BR").post(
            "/api/v1/records",
            json: gun(
                "x",
                [
                    "firearm": [
                        "numbers": [
                            ["text": "AB12345 (slide) and CD67890 (barrel)"], ["text": .text(long)], [:],
                            ["text": "-", "state": "legible"],
                        ]
                    ]
                ]))
        #expect(answer.status == 422)
        #expect(
            try answer.json().errors.isSuperset(of: [
                "firearm.numbers[1].text too-long", "firearm.numbers[2].text required",
            ]))
    }

    @Test("each check of a batch succeeds or fails by itself, in the order of the request")
    func batch() async throws {
        let serial = Serial.next()
        _ = try await server.enter("BR", serial)
        let checks: JSONValue = [
            reading(serial), ["serial": "K?", "colour": 1], ["serial": 5, "purpose": "border-control"],
            ["serial": "KV123", "purpose": "border-control", "operation": "NEVER"], reading("KV99887"),
        ]
        let answer = try await server.client("officer.py").post("/api/v1/checks/batch", json: ["checks": checks])
        #expect(answer.status == 200)
        let results = try #require(try answer.json()["results"].array)
        #expect(results.map { $0["index"].integer } == [0, 1, 2, 3, 4])
        #expect(results[0]["result"]["total"] == 1)
        #expect(
            results[1].errors == [
                "checks[1].purpose required", "checks[1].serial too-few-known", "checks[1].colour unknown-field",
            ])
        #expect(results[2].errors == ["checks[2].serial not-text"])
        #expect(results[3].errors == ["checks[3].operation unknown-code"])
        #expect(results[4]["result"]["total"] == 0)
    }

    @Test("a batch is refused as a whole when it is empty, too long or no list")
    func batches() async throws {
        let client = try await server.client("officer.py")
        let many = JSONValue.array([JSONValue](repeating: [:], count: 1_001))
        for (checks, error) in [
            ([], "checks required"), (many, "checks too-many"), ("all", "checks invalid"), ([1], "checks invalid"),
        ] as [(JSONValue, String)] {
            let answer = try await client.post("/api/v1/checks/batch", json: ["checks": checks, "x": 1])
            #expect(answer.status == 422)
            #expect(try answer.json().errors == [error, "x unknown-field"])
        }
    }

    @Test("reasons are told in the language asked for, codes are not")
    func language() async throws {
        let serial = Serial.next()
        _ = try await server.enter("BR", serial)
        let client = try await server.client("officer.py")
        func reason(_ language: String) async throws -> JSONValue {
            let answer = try await client.post(
                "/api/v1/checks", json: reading(serial), headers: ["Accept-Language": language]
            )
            return try answer.json()["candidates"][0]["reasons"][0]
        }
        let english = try await reason("en")
        let spanish = try await reason("es")
        #expect(english["code"] == spanish["code"])
        #expect(english["text"] != spanish["text"])
    }
}
