import Foundation
import Storage
import TestSupport
import Testing

@testable import Registry
@testable import Server

@Suite("API: describing a firearm", .runningServer)
struct DescribeTests {
    let server: TestServer

    init() throws { server = try #require(TestServer.current) }

    private func describe(_ body: JSONValue, as user: String = "officer.py") async throws -> ClientResponse {
        try await server.client(user).post("/api/v1/firearms/describe", json: body)
    }

    @Test("a line is answered with names, confidence, rules, alternatives, numbers and what is left, as described")
    func line() async throws {
        let description = try JSONValue(
            parsing: Data(contentsOf: PageRenderer.resources.appending(path: "openapi.json"))
        )
        let schema = description["components"]["schemas"]["Description"]
        for text in [
            "TAURUS PT 92 cal .38 serie TKR?2345 preta", "revolver NSR445 (Camara) e NSK346 (Ferrolho)", "?", "raspado",
        ] {
            let answer = try await describe(["text": .text(text)])
            #expect(answer.status == 200)
            #expect(try SchemaChecker(description: description).faults(answer.json(), schema) == [], "\(text)")
        }
        let answer = try await describe(["text": "TAURUS PT 92 cal .38 serie TKR?2345 preta"]).json()
        #expect(answer["make"]["name"] == "Taurus")
        #expect(answer["make"]["confidence"] == 1)
        #expect(answer["model"]["code"] == "PT 92")
        #expect(answer["calibre"]["rule"] == "usual-meaning")
        #expect(answer["calibre"]["alternatives"].array?.isEmpty == false)
        #expect(answer["type"]["rule"] == "of-model")
        #expect(answer["numbers"][0]["pattern"] == "TKR?2345")
        #expect(answer["numbers"][0]["state"] == "partial")
        #expect(answer["numbers"][0]["unreadablePlaces"] == [4])
        #expect(answer["written"]["remainder"] == "preta")
        #expect(answer["lookAlikes"].array?.contains { $0["model"] == "92FS" } == true)
        #expect(answer["warnings"].array?.contains { $0["code"] == "calibre.not-made" } == true)
    }

    @Test("a field counts more than the line, and numbers with their parts more than text about them")
    func fields() async throws {
        let answer = try await describe([
            "text": "taurus pt92 ABC12345", "make": "Rossi", "serial": "DEF",
            "numbers": [["text": "88?1", "part": "slide"], ["part": "frame", "state": "removed"]],
        ]).json()
        #expect(answer["make"]["code"] == "rossi")
        #expect(answer["numbers"].array?.map { $0["part"] } == ["slide", "frame"])
        #expect(answer["numbers"].array?.map { $0["state"] } == ["partial", "removed"])
        #expect(answer["numbers"][0]["unreadablePlaces"] == [3])
    }

    @Test("everything wrong is named at once")
    func wrong() async throws {
        let long = String(repeating: "é", count: 401)
        let answer = try await describe([
            "text": .text(long), "make": 7, "colour": "blue", "calibre": .text(long),
            "numbers": [
                ["text": .text(long), "part": "handle"], ["state": "gone"], ["part": "frame"], ["text": 5, "size": 1],
            ],
        ])
        #expect(answer.status == 422)
        #expect(
            try answer.json().errors == [
                "text too-long", "make not-text", "colour unknown-field", "calibre too-long",
                "numbers[0].text too-long", "numbers[0].part unknown-code", "numbers[1].state unknown-code",
                "numbers[1].text required",
                "numbers[2].text required", "numbers[3].text not-text", "numbers[3].size unknown-field",
            ])
        let many = [JSONValue](repeating: ["text": "A1234"], count: 21)
        #expect(try await describe(["numbers": .array(many)]).json().errors == ["numbers too-many"])
        #expect(try await describe(["numbers": "A1234"]).json().errors == ["numbers invalid"])
        for nothing in [[:], ["text": ""], ["make": nil, "numbers": []]] as [JSONValue] {
            #expect(try await describe(nothing).json().errors == ["text required"])
        }
        #expect(try await describe([]).status == 400)
    }

    @Test("only those who make checks may ask, and nothing is written to the journal")
    func access() async throws {
        #expect(try await describe(["text": "glock 17"], as: "administrator.py").status == 403)
        let actor = try await server.registry.signIn.actor(onThisMachine: "officer.br")
        let client = try await server.client(actor.name)
        let before = try await server.registry.database.read { try $0.journalHead().sequence }
        for _ in 0..<3 {
            _ = try await client.post("/api/v1/firearms/describe", json: ["text": "glock 17 ABC123"])
        }
        let entries = try await server.registry.database.read {
            try $0.journalEntries(after: before, limit: 1_000).filter { $0.actor == actor.name }
        }
        #expect(entries.isEmpty)
    }

    @Test("warnings and kinds are told in the language asked for, codes are not")
    func language() async throws {
        let client = try await server.client("officer.py")
        func answer(_ language: String) async throws -> JSONValue {
            try await client.post(
                "/api/v1/firearms/describe", json: ["text": "revolver rossi raspado"],
                headers: ["Accept-Language": language]
            ).json()
        }
        let (english, spanish) = try await (answer("en"), answer("es"))
        #expect(english["warnings"][0]["code"] == spanish["warnings"][0]["code"])
        #expect(english["warnings"][0]["text"] != spanish["warnings"][0]["text"])
        #expect(english["type"]["code"] == "revolver")
    }
}
