import Firearms
import Foundation
import Hummingbird
import Matching
import Storage
import TestSupport
import Testing

@testable import Registry
@testable import Server

@Suite("API: its description", .runningServer)
struct DescriptionTests {
    let server: TestServer
    let description: JSONValue

    init() throws {
        server = try #require(TestServer.current)
        description = try JSONValue(
            parsing: Data(contentsOf: PageRenderer.resources.appending(path: "openapi.json"))
        )
    }

    /// Every operation as `GET /path/{}`, with its description.
    private var operations: [String: JSONValue] {
        var found: [String: JSONValue] = [:]
        for (path, item) in description["paths"].object ?? [:] {
            for (method, operation) in item.object ?? [:] { found[Self.name(method, path)] = operation }
        }
        return found
    }

    static func name(_ method: String, _ path: String) -> String {
        let parts = path.split(separator: "/").map { $0.hasPrefix("{") || $0.hasPrefix(":") ? "{}" : String($0) }
        return "\(method.uppercased()) /\(parts.joined(separator: "/"))"
    }

    @Test("every route is described, and everything described is a route")
    func routes() {
        let own = ["/healthz", "/readyz", "/metrics", "/api/openapi.json"]
        let routes = CartoucheServer.router(server.server.site).routes.filter {
            $0.path.description.hasPrefix("/api/v1") || own.contains($0.path.description)
        }
        let served = Set(routes.map { Self.name($0.method.rawValue, $0.path.description) })
        #expect(served.symmetricDifference(Set(operations.keys)).sorted() == [])
    }

    @Test("the server gives its description")
    func served() async throws {
        let answer = try await server.anonymous().get("/api/openapi.json")
        #expect(answer.status == 200)
        #expect(try answer.json() == description)
        #expect(description["openapi"].text?.hasPrefix("3.1") == true)
    }

    @Test("codes are those of the program")
    func codes() {
        func expect(_ schema: String, _ codes: [String]) {
            let described = description["components"]["schemas"][schema]["enum"].array?.compactMap(\.text) ?? []
            #expect(described.sorted() == codes.sorted(), "\(schema)")
        }
        expect("RecordClass", RecordClass.allCases.map(\.rawValue))
        expect("DocumentClass", DocumentClass.allCases.map(\.rawValue))
        expect("DocumentType", DocumentType.allCases.map(\.rawValue))
        expect("VehicleClass", VehicleClass.allCases.map(\.rawValue))
        expect("RecordKind", HitRecord.Kind.allCases.map(\.rawValue))
        expect("RecordStatus", RecordStatus.allCases.map(\.rawValue))
        expect("HandlingLevel", HandlingLevel.allCases.map(\.rawValue))
        expect("Purpose", Purpose.allCases.map(\.rawValue))
        expect("FirearmType", FirearmType.all.map(\.rawValue))
        expect("FirearmAction", FirearmAction.all.map(\.rawValue))
        expect("Conversion", Conversion.all.map(\.rawValue))
        expect("NumberPart", NumberPart.all.map(\.rawValue))
        expect("NumberState", NumberState.all.map(\.rawValue))
        expect("MarkKind", MarkKind.all.map(\.rawValue))
        expect("Urgency", Urgency.allCases.map(\.rawValue))
        expect("HitState", HitState.allCases.map(\.rawValue))
        expect("HitAction", HitAction.allCases.map(\.rawValue))
        expect("Role", Role.allCases.map(\.rawValue))
        expect("Scope", Scope.allCases.map(\.rawValue))
        expect("Right", Right.allCases.map(\.rawValue))
        expect("ImportState", ImportState.allCases.map(\.rawValue))
        expect("ImportField", ImportField.allCases.map(\.rawValue))
        expect("EventKind", EventKind.allCases.map(\.rawValue))
        expect("ExhibitKind", ExhibitKind.allCases.map(\.rawValue))
        expect("Submission", Exhibit.Submission.allCases.map(\.rawValue))
        expect("SubmissionReason", SubmissionRule.Reason.allCases.map(\.rawValue))
        expect("CustodyKind", CustodyKind.allCases.map(\.rawValue))
        expect("ScanState", Scan.State.allCases.map(\.rawValue))
        expect("ReasonCode", MatchReason.allCodes)
        expect("Understanding", Understanding.allCases.map(\.rawValue))
        expect("CorrectionField", SpellingCorrection.Field.allCases.map(\.rawValue))
        expect("ReferenceKind", ReferenceKind.allCases.map(\.rawValue))
        expect("ReferenceOutcome", ReferenceVerdict.Outcome.allCases.map(\.rawValue))
        let types = description["components"]["schemas"]["Attachment"]["properties"]["mediaType"]["enum"].array ?? []
        #expect(Set(types.compactMap(\.text)) == AttachmentService.mediaTypes)
    }

    @Test("the kinds of problem are those that the catalogues have words for")
    func problems() {
        let described = description["components"]["schemas"]["ProblemType"]["enum"].array?.compactMap(\.text) ?? []
        let words = server.server.site.renderer.catalogue.base.entries.keys
            .filter { $0.hasPrefix("error.") && $0.hasSuffix(".title") }
            .map { "/problems/" + $0.dropFirst("error.".count).dropLast(".title".count) }
        #expect(Set(words) == Set(described))
    }

    @Test("every reference leads somewhere, every operation has a name of its own, a summary and a scope it knows")
    func complete() {
        let checker = SchemaChecker(description: description)
        func references(_ value: JSONValue) -> [JSONValue] {
            let own = value["$ref"].text == nil ? [] : [value]
            return own + (value.array ?? []).flatMap(references) + (value.object ?? [:]).values.flatMap(references)
        }
        for reference in references(description) { #expect(!checker.resolved(reference).isNull, "\(reference)") }
        #expect(Set(operations.values.compactMap { $0["operationId"].text }).count == operations.count)
        for (name, operation) in operations {
            #expect(operation["summary"].text?.isEmpty == false, "\(name)")
            for scope in operation["security"][0]["bearer"].array ?? [] {
                #expect(scope.text.flatMap { Scope(rawValue: $0) } != nil, "\(name)")
            }
        }
    }

    @Test("without a token every operation of the API is refused in the way described")
    func unauthenticated() async throws {
        for name in operations.keys where name.contains("/api/v1/") {
            let parts = name.split(separator: " ")
            let answer = try await server.anonymous().send(
                ClientRequest(
                    String(parts[0]), String(parts[1]).replacing("{}", with: "01936f0c-7a52-7bd1-9c51-0d6f4f0e2a11"))
            )
            #expect(answer.status == 401, "\(name)")
            #expect(try faults(answer, of: name) == [], "\(name)")
        }
    }

    /// Where an answer departs from what is described.
    func faults(_ answer: ClientResponse, of name: String) throws -> [String] {
        let checker = SchemaChecker(description: description)
        guard let operation = operations[name] else { return ["\(name) is not described"] }
        let described = checker.resolved(operation["responses"]["\(answer.status)"])
        guard !described.isNull else { return ["\(answer.status) is not described: \(answer.text)"] }
        var faults: [String] = []
        let headers = (described["headers"].object ?? [:]).keys.filter { answer.headers[$0] == nil }
        faults += headers.map { "the header \($0) is missing" }
        let content = described["content"].object ?? [:]
        // What HEAD would have answered to GET is not sent.
        if name.hasPrefix("HEAD ") { return faults }
        let type = answer.headers["Content-Type"].map { String($0.prefix { $0 != ";" }) }
        guard let schema = type.flatMap({ content[$0] })?["schema"] else {
            return faults
                + (content.isEmpty && answer.body.isEmpty ? [] : ["the type \(type ?? "none") is not described"])
        }
        return faults + (type?.hasSuffix("json") == true ? checker.faults(try answer.json(), schema) : [])
    }

    @Test("answers are as described, from the first record to the outcome of a hit")
    func tour() async throws {
        let desk = try await server.desk("BR")
        let officer = try await server.client("officer.py")
        func ask(
            _ client: HTTPClient, _ method: String, _ path: String, _ template: String, _ body: JSONValue? = nil,
            status: Int = 200, headers: HeaderFields = [:]
        ) async throws -> JSONValue {
            let answer = try await client.send(
                ClientRequest(method, "/api/v1\(path)", headers: headers, body: body?.bytes ?? [])
            )
            let name = Self.name(method, "/api/v1\(template)")
            #expect(answer.status == status, "\(name): \(answer.text)")
            #expect(try faults(answer, of: name) == [], "\(name)")
            return answer.headers["Content-Type"]?.contains("json") == true ? try answer.json() : .null
        }
        let serial = Serial.next()
        let full: [String: JSONValue] = [
            "firearm": [
                "type": "pistol", "action": "semi-automatic", "make": "Taurus", "model": "PT 92", "calibre": "9mm",
                "countryOfManufacture": "BR", "countryOfImport": "PY", "importer": "Armería Ejemplo",
                "importYear": 2015,
                "yearMade": 2014, "barrelLengthMillimetres": 125.5, "finish": "blued", "conversion": "none",
                "numbers": [
                    ["text": .text(serial), "part": "frame", "state": "legible"], ["text": "77?1", "part": "slide"],
                ],
                "marks": [["kind": "crest", "text": "PF", "place": "slide"]],
            ],
            "eventDate": "2025-11-02", "eventDateEnd": "2025-11-04", "place": "Foz do Iguaçu", "circumstances": "theft",
            "nationalReference": "EX-42", "handling": "official-use-only", "hiddenFrom": ["AR"],
            "retentionUntil": "2028-01-01",
        ]
        let record = try await ask(desk, "POST", "/records", "/records", gun(serial, full), status: 201)
        let number = record["number"].text ?? ""
        #expect(record["hiddenFrom"] == ["AR"])
        _ = try await ask(desk, "POST", "/records", "/records", gun(serial, full), status: 409)
        _ = try await ask(desk, "POST", "/records", "/records", [:], status: 422)
        _ = try await ask(desk, "POST", "/records", "/records", [], status: 400)
        _ = try await ask(officer, "POST", "/records", "/records", [:], status: 403)
        _ = try await ask(desk, "GET", "/records", "/records")
        _ = try await ask(desk, "GET", "/records.csv", "/records.csv")
        _ = try await ask(desk, "GET", "/records?limit=x", "/records", status: 422)
        #expect(try await ask(desk, "GET", "/records/\(number)", "/records/{number}") == record)
        #expect(try await ask(officer, "GET", "/records/\(number)", "/records/{number}")["hiddenFrom"].isNull)
        _ = try await ask(
            desk, "GET", "/records/\(number)", "/records/{number}", status: 304, headers: ["If-None-Match": "\"1\""])
        let change = gun(serial, full.merging(["reason": "read again"]) { $1 })
        _ = try await ask(
            desk, "PUT", "/records/\(number)", "/records/{number}", change, headers: ["If-Match": "\"1\""])
        _ = try await ask(desk, "PUT", "/records/\(number)", "/records/{number}", change, status: 428)
        _ = try await ask(
            desk, "PUT", "/records/\(number)", "/records/{number}", change, status: 412, headers: ["If-Match": "\"1\""])
        _ = try await ask(desk, "GET", "/records/\(number)/versions", "/records/{number}/versions")
        _ = try await ask(
            desk, "POST", "/records/\(number)/locate", "/records/{number}/locate", ["reason": "found"],
            headers: ["If-Match": "\"2\""])
        let files = "/records/\(number)/attachments"
        let file = try await ask(
            desk, "POST", "\(files)?name=report.txt", "/records/{number}/attachments", "what was seen", status: 201,
            headers: ["Content-Type": "text/plain; charset=utf-8"])
        _ = try await ask(desk, "GET", files, "/records/{number}/attachments")
        _ = try await ask(desk, "GET", "\(files)/\(file["id"].text ?? "")", "/records/{number}/attachments/{id}")
        _ = try await ask(
            desk, "POST", files, "/records/{number}/attachments", "x", status: 422,
            headers: ["Content-Type": "text/html"])

        let check = try await ask(officer, "POST", "/checks", "/checks", reading(serial), status: 201)
        let id = check["id"].text ?? ""
        _ = try await ask(officer, "GET", "/checks/\(id)", "/checks/{id}")
        _ = try await ask(officer, "GET", "/checks/\(id)/records/\(number)", "/checks/{id}/records/{number}")
        _ = try await ask(officer, "POST", "/checks/batch", "/checks/batch", ["checks": [reading(serial), [:]]])
        let declaration: JSONValue = ["check": .text(id), "record": .text(number), "note": "in a car"]
        let hit = try await ask(officer, "POST", "/hits", "/hits", declaration, status: 201)["number"].text ?? ""
        _ = try await ask(officer, "GET", "/hits?closed=true", "/hits")
        for (client, step, body) in [
            (desk, "acknowledge", [:]),
            (desk, "ask-more-time", ["until": .text(Moment.now().adding(days: 2).description)]),
            (desk, "confirm", ["note": "ours"]), (officer, "act-on", [:]),
            (officer, "record-outcome", ["note": "seized"]),
        ] as [(HTTPClient, String, JSONValue)] {
            _ = try await ask(client, "POST", "/hits/\(hit)/\(step)", "/hits/{number}/\(step)", body)
        }
        _ = try await ask(desk, "POST", "/hits/\(hit)/refute", "/hits/{number}/refute", ["note": "no"], status: 409)
        _ = try await ask(desk, "GET", "/hits/\(hit)", "/hits/{number}")
    }

    @Test("imports, administration and the journal answer as described")
    func otherCapabilities() async throws {
        let desk = try await server.desk("PY")
        let administrator = try await server.client("administrator.hub")
        func ask(
            _ client: HTTPClient, _ method: String, _ path: String, _ template: String, _ body: [UInt8] = [],
            status: Int = 200
        ) async throws -> JSONValue {
            let answer = try await client.send(ClientRequest(method, "/api/v1\(path)", body: body))
            let name = Self.name(method, "/api/v1\(template)")
            #expect(answer.status == status, "\(name): \(answer.text)")
            #expect(try faults(answer, of: name) == [], "\(name)")
            return answer.headers["Content-Type"]?.contains("json") == true ? try answer.json() : .null
        }
        let csv = Array("serial,make,date\nKV900771,Taurus,2025-01-02\n,,\nKV900772,Glock,31/31/2025\n".utf8)
        let id = try await ask(desk, "POST", "/imports?name=a.csv", "/imports", csv, status: 201)["id"].text ?? ""
        _ = try await ask(desk, "POST", "/imports", "/imports", [0x50, 0x4B, 3, 4, 0, 0], status: 422)
        let mapping: JSONValue = ["columns": ["serial", "make", nil], "remember": true]
        _ = try await ask(desk, "PUT", "/imports/\(id)/mapping", "/imports/{id}/mapping", mapping.bytes)
        let wrong: JSONValue = ["columns": ["serial", 7, "colour"], "dayComesFirst": 1]
        let refused = try await ask(
            desk, "PUT", "/imports/\(id)/mapping", "/imports/{id}/mapping", wrong.bytes, status: 422)
        #expect(refused.errors == ["columns[1] not-text", "columns unknown-code", "dayComesFirst invalid"])
        for (step, state) in [("try", "tried"), ("run", "finished")] {
            _ = try await ask(desk, "POST", "/imports/\(id)/\(step)", "/imports/{id}/\(step)", status: 202)
            try await eventually("the import is \(state)") {
                try await ask(desk, "GET", "/imports/\(id)", "/imports/{id}")["state"] == .text(state)
            }
        }
        let verdicts = try await ask(desk, "GET", "/imports/\(id)/verdicts?limit=1", "/imports/{id}/verdicts")
        #expect(verdicts["verdicts"].array?.isEmpty == false)
        _ = try await ask(desk, "GET", "/imports/\(id)/refused.csv", "/imports/{id}/refused.csv")
        let understood = try await ask(
            desk, "GET", "/imports/\(id)/understanding?texts=5", "/imports/{id}/understanding")
        #expect(understood["columns"].array?.map { $0["field"].text } == ["serial", "make"])
        _ = try await ask(desk, "POST", "/imports/\(id)/cancel", "/imports/{id}/cancel", status: 409)
        _ = try await ask(desk, "GET", "/imports", "/imports")

        try await reference(desk) { try await ask($0, $1, $2, $3, $4, status: $5) }

        for path in ["/me", "/bureaus", "/operations"] { _ = try await ask(desk, "GET", path, path) }
        for path in ["/users", "/journal"] { _ = try await ask(administrator, "GET", path, path) }
        let bureau: JSONValue = ["code": "CL", "name": "NCB Santiago", "country": "CL"]
        _ = try await ask(administrator, "POST", "/bureaus", "/bureaus", bureau.bytes, status: 201)
        _ = try await ask(administrator, "POST", "/bureaus", "/bureaus", bureau.bytes, status: 409)
        let user: JSONValue = [
            "name": "ana.hub", "displayName": "Invented Ana", "role": "coordinator", "password": "a long enough phrase",
        ]
        _ = try await ask(administrator, "POST", "/users", "/users", user.bytes, status: 201)
        for step in ["disable", "enable"] {
            _ = try await ask(
                administrator, "POST", "/users/ana.hub/\(step)", "/users/{name}/\(step)", status: 204)
        }
        let password: JSONValue = ["password": "another long phrase"]
        let reset = "/reset-password"
        _ = try await ask(
            administrator, "POST", "/users/ana.hub\(reset)", "/users/{name}\(reset)", password.bytes, status: 204)
        _ = try await ask(
            administrator, "POST", "/users/desk.br\(reset)", "/users/{name}\(reset)", password.bytes, status: 404)
    }

    /// Corrections and own rows, from the first to the last.
    private func reference(
        _ desk: HTTPClient,
        _ ask: (HTTPClient, String, String, String, [UInt8], Int) async throws -> JSONValue
    ) async throws {
        let decision: JSONValue = ["field": "make", "written": "Zzyx Werke", "meaning": "Taurus"]
        let made = try await ask(
            desk, "POST", "/reference/corrections", "/reference/corrections", decision.bytes, 201)
        #expect(made["meaning"] == "taurus")
        let wrong: JSONValue = ["field": "colour", "written": "", "meaning": "x", "why": "so"]
        let refused = try await ask(
            desk, "POST", "/reference/corrections", "/reference/corrections", wrong.bytes, 422)
        #expect(refused.errors.contains("field unknown-code") && refused.errors.contains("written required"))
        let listed = try await ask(desk, "GET", "/reference/corrections", "/reference/corrections", [], 200)
        #expect(listed["corrections"].array?.count == 1)
        let text: JSONValue = ["make": "ZZYX WERKE"]
        let described = try await ask(desk, "POST", "/firearms/describe", "/firearms/describe", text.bytes, 200)
        #expect(described["make"]["code"] == "taurus", "\(described)")
        let correction = "/reference/corrections/\(made["id"].text ?? "")"
        _ = try await ask(desk, "DELETE", correction, "/reference/corrections/{id}", [], 204)
        _ = try await ask(desk, "DELETE", correction, "/reference/corrections/{id}", [], 404)

        let entries = "/reference/entries"
        let file = Array("code,name,country,aliases\nacme,Acme Arms,PY,\n".utf8)
        let added = try await ask(desk, "POST", "\(entries)?name=makes.csv", entries, file, 200)
        #expect(added["isKept"] == true && added["verdicts"][0]["outcome"] == "added")
        let clashing = Array("code,name,country,aliases\nacme2,Glock,PY,\n".utf8)
        #expect(try await ask(desk, "POST", entries, entries, clashing, 200)["isKept"] == false)
        _ = try await ask(desk, "POST", entries, entries, [0x50, 0x4B, 3, 4, 0, 0], 422)
        _ = try await ask(desk, "GET", entries, entries, [], 200)
        _ = try await ask(desk, "GET", "\(entries)/make", "\(entries)/{kind}", [], 200)
        _ = try await ask(desk, "GET", "\(entries)/colour", "\(entries)/{kind}", [], 404)
        _ = try await ask(desk, "DELETE", "\(entries)/make/acme", "\(entries)/{kind}/{key}", [], 204)
        _ = try await ask(desk, "DELETE", "\(entries)/make/acme", "\(entries)/{kind}/{key}", [], 404)
    }
}
