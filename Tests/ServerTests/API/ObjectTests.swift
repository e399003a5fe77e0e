import TestSupport
import Testing

@Suite("API: documents and vehicles", .runningServer)
struct APIObjectTests {
    let server: TestServer

    init() throws { server = try #require(TestServer.current) }

    private func document(_ number: String) -> JSONValue {
        [
            "class": "stolen", "purpose": "identify-objects",
            "document": ["number": .text(number), "type": "passport", "issuer": "BR"],
        ]
    }

    @Test("a document is entered, read, changed, closed, and found by the zone of its page")
    func document() async throws {
        let desk = try await server.desk("BR")
        let entered = try await desk.post("/api/v1/documents", json: document("L898902C3"))
        #expect(entered.status == 201)
        let path = try #require(entered.headers["Location"])
        #expect(try entered.json()["document"]["issuer"] == "BRA")
        #expect(try await desk.post("/api/v1/documents", json: document("L898902C3")).status == 409)
        let list = try await desk.get("/api/v1/documents?text=L898902C3").json()
        #expect(list["records"].array?.count == 1)
        var changed = document("L898902C3")
        if case .object(var fields) = changed {
            fields["class"] = "lost"
            changed = .object(fields)
        }
        #expect(try await desk.send("PUT", path, json: changed, headers: ["If-Match": "\"1\""]).status == 200)
        let zone = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
        let officer = try await server.client("officer.py")
        let answer = try await officer.post(
            "/api/v1/checks", json: ["mrz": .text(zone), "purpose": "border-control"])
        #expect(answer.status == 201)
        let check = try answer.json()
        #expect(check["zone"]["isValid"] == true)
        let candidate = check["documents"][0]
        #expect(candidate["record"]["document"]["number"] == "L898902C3")
        let report = try await officer.get(try #require(candidate["report"].text)).json()
        #expect(report["kind"] == "document")
        #expect(report["record"]["class"] == "lost")
        #expect(report["record"]["hiddenFrom"].isNull)
        let closed = try await desk.post(
            "\(path)/clear", json: ["reason": "returned"], headers: ["If-Match": "\"2\""])
        #expect(try closed.json()["status"] == "cleared")
    }

    @Test("everything that is wrong with a mixed check is named at once, by its place")
    func wrongCheck() async throws {
        let officer = try await server.client("officer.py")
        let answer = try await officer.post(
            "/api/v1/checks",
            json: [
                "firearm": ["serial": "?"], "document": ["number": "1", "issuer": "Atlantis"],
                "vehicle": ["plateCountry": "XX"], "person": ["birthDate": "yesterday"], "mrz": "P<UTO",
                "purpose": "border-control",
            ])
        #expect(answer.status == 422)
        let fields = Set(try answer.json()["errors"].array?.compactMap { $0["field"].text } ?? [])
        #expect(
            fields.isSuperset(of: [
                "firearm.serial", "document.number", "document.issuer", "vehicle.plateCountry", "person.name",
                "person.birthDate", "mrz",
            ]), "\(fields)")
    }

    @Test("a batch mixes kinds, and each of its checks stands for itself")
    func batch() async throws {
        let officer = try await server.client("officer.py")
        let answer = try await officer.post(
            "/api/v1/checks/batch",
            json: [
                "checks": [
                    ["vehicle": ["plate": "ZZZ9Z99"], "purpose": "border-control"],
                    ["person": ["name": "Nadie Ficticio"], "purpose": "border-control"],
                    ["document": [:], "purpose": "border-control"],
                ]
            ])
        #expect(answer.status == 200)
        let results = try answer.json()["results"]
        #expect(results[0]["result"]["vehicles"].array?.isEmpty == true)
        #expect(results[1]["result"]["persons"].array?.isEmpty == true)
        #expect(results[2]["errors"][0]["field"] == "checks[2].document.number")
    }
}
