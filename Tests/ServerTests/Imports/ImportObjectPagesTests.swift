import TestSupport
import Testing

@testable import Registry
@testable import Server

/// The pages of imports of documents and vehicles as a browser without scripts uses them.
@Suite("Imports: pages of documents and vehicles", .runningServer)
struct ImportObjectPagesTests {
    let server: TestServer

    init() throws { server = try #require(TestServer.current) }

    private func upload(
        _ browser: HTTPClient, csrf: String, kind: String, _ name: String, _ file: String
    ) async throws -> ClientResponse {
        var body = ""
        for (field, value) in [("csrf", csrf), ("kind", kind)] {
            body += "--XX\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n"
        }
        body += "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n"
        body += "Content-Type: text/csv\r\n\r\n\(file)\r\n--XX--\r\n"
        return try await browser.send(
            ClientRequest(
                "POST", "/imports", headers: ["Content-Type": "multipart/form-data; boundary=XX"],
                body: Array(body.utf8)))
    }

    @Test("from the file to the records, with a verdict for each row and a file of those refused")
    func tour() async throws {
        let browser = try await server.browser("bureau-desk.py", "object-import")
        let csrf = "of-object-import"
        let form = try await browser.get("/imports/new?kind=document").text
        #expect(form.contains("<option value=\"document\" selected>Travel documents</option>"))
        let file = "Número;País;Situación;Color favorito\nFK777001;BR;robado;rojo\nFK777002;Atlántida;;\n"
        let sent = try await upload(browser, csrf: csrf, kind: "document", "pasaportes.csv", file)
        #expect(sent.status == 303, "\(sent.text)")
        let path = try #require(sent.headers["Location"])
        let columns = try await browser.get(path).text
        for shown in ["Document number", "Issued by", "Leave out", "FK777001", "Refuse such rows"] {
            #expect(columns.contains(shown), "\(shown)")
        }
        let wrong = try await browser.post("\(path)/mapping", form: ["csrf": csrf, "defaultClass": "sought"])
        #expect(wrong.status == 422 && wrong.text.contains("id=\"defaultClass-error\""))
        let tried = try await browser.post("\(path)/mapping", form: ["csrf": csrf])
        #expect(tried.status == 303)
        let verdict = try await eventualValue("the dry run is done", within: .seconds(60)) {
            let page = try await browser.get(path).text
            return page.contains("data-progress") ? nil : page
        }
        #expect(verdict.contains("Atlántida") && verdict.contains("\(path)/start"))
        let desk = try await server.desk("PY")
        #expect(try await desk.get("/api/v1/documents?text=FK777001").json()["records"].array?.isEmpty == true)
        #expect(try await browser.post("\(path)/start", form: ["csrf": csrf]).status == 303)
        let done = try await eventualValue("the import is done", within: .seconds(60)) {
            let page = try await browser.get(path).text
            return page.contains("Import finished") ? page : nil
        }
        #expect(done.contains("/documents?bureau=PY"))
        let refused = try await browser.get("\(path)/refused.csv").text
        #expect(refused.contains("FK777002") && !refused.contains("FK777001"))
        #expect(refused.contains("Class"), "reasons name fields as the page does: \(refused)")
        #expect(try await desk.get("/api/v1/documents?text=FK777001").json()["records"].array?.count == 1)
        let other = try await server.browser("bureau-desk.ar", "object-import-ar")
        #expect(try await other.get(path).status == 404)
    }

    @Test("a file that says nothing of vehicles is refused at once, beside the kind that was chosen")
    func wrongKind() async throws {
        let browser = try await server.browser("bureau-desk.py", "object-import-wrong")
        let sent = try await upload(
            browser, csrf: "of-object-import-wrong", kind: "vehicle", "armas.csv", "serie\nABC12345\n")
        #expect(sent.status == 422)
        #expect(sent.text.contains("<option value=\"vehicle\" selected>"))
        let officer = try await server.browser("officer.py", "object-import-officer")
        let forbidden = try await upload(
            officer, csrf: "of-object-import-officer", kind: "vehicle", "a.csv", "vin\nA1234567\n")
        #expect(forbidden.status == 403)
    }

    @Test("the interface takes the kind with the file and says it again")
    func interface() async throws {
        let desk = try await server.desk("PY")
        let request = ClientRequest(
            "POST", "/api/v1/imports?name=cars.csv&kind=vehicle", body: Array("plate,country\nPPP1A11,BR\n".utf8))
        let answer = try await desk.send(request)
        #expect(answer.status == 201, "\(answer.text)")
        #expect(try answer.json()["kind"] == "vehicle")
        let wrong = try await desk.send(
            ClientRequest("POST", "/api/v1/imports?kind=ship", body: Array("plate\nA\n".utf8)))
        #expect(try wrong.status == 422 && wrong.json().errors == ["kind unknown-code"])
    }
}
