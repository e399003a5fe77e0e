import Firearms
import Foundation
import Storage
import TestSupport
import Testing
import Toolmarks

@testable import Registry
@testable import Server

@Suite("Correlations over HTTP", .runningServer)
struct CorrelationRouteTests {
    let server: TestServer
    private let checker: SchemaChecker

    init() throws {
        server = try #require(TestServer.current)
        checker = SchemaChecker(
            description: try JSONValue(
                parsing: Data(contentsOf: PageRenderer.resources.appending(path: "openapi.json"))
            ))
    }

    /// Waits until a mark's job has ended.
    private func finished(_ mark: String, _ client: HTTPClient) async throws -> JSONValue {
        var job = JSONValue.null
        try await eventually("\(mark) is correlated", within: .seconds(240)) {
            job = try await client.get("/api/v1/correlations/\(mark)").json()
            return !["waiting", "running"].contains(job["state"].text)
        }
        return job
    }

    private func expectDescribed(_ value: JSONValue, _ schema: String) {
        let faults = checker.faults(value, ["$ref": .text("#/components/schemas/\(schema)")])
        #expect(faults.isEmpty, "\(schema): \(faults)")
    }

    @Test("a mark that is asked for gets its list from the worker of the server, as the description says")
    func list() async throws {
        let (first, second) = KnownSurface.firings(7_101, pitch: 12.5)
        let mate = try await server.plant("AR", .breechFace, [first])[0]
        let query = try await server.plant("BR", .breechFace, [second])[0]
        let client = try await server.client("examiner.br")
        let asked = try await client.post("/api/v1/marks/\(query)/correlation", json: ["priority": "high"])
        #expect(asked.status == 202)
        #expect(asked.headers["Location"] == "/api/v1/correlations/\(query)")
        expectDescribed(try asked.json(), "CorrelationJob")
        let job = try await finished(query, client)
        #expect(job["state"] == "done" && job["priority"] == "high")
        let list = try await client.get("/api/v1/marks/\(query)/correlation?limit=5").json()
        expectDescribed(list, "CorrelationList")
        let entry = try #require(list["entries"].array?.first)
        #expect(entry["rank"] == 1)
        #expect(entry["mark"] == .text(mate))
        #expect(entry["score"].number ?? 0 > 0.3)
        #expect(entry["unweighed"] == "no-reference-set")
        let queue = try await client.get("/api/v1/correlations").json()
        expectDescribed(queue, "CorrelationQueue")
        #expect(queue["correlations"].array?.contains { $0["mark"] == .text(query) } == true)
        let again = try await client.post("/api/v1/correlations/\(query)/retry", json: [:])
        #expect(again.status == 409)
    }

    @Test("every wrong value of a query is named at once; unknown marks are not found; rights come first")
    func refused() async throws {
        let client = try await server.client("examiner.br")
        let mark = try await server.plant("BR", .breechFace, [KnownSurface.bump(at: (600, 600))])[0]
        let wrong = try await client.get(
            "/api/v1/marks/\(mark)/correlation?countries=AR,ZZZ&from=soon&leastScore=high&testFires=some"
        )
        #expect(wrong.status == 422)
        let fields = try wrong.json()["errors"].array?.compactMap { $0["field"].text } ?? []
        #expect(Set(fields) == ["countries", "from", "leastScore", "testFires"])
        for path in [
            "/api/v1/marks/BR-E-2026-999999.1/correlation", "/api/v1/marks/x/correlation", "/api/v1/correlations/x",
        ] {
            #expect(try await client.get(path).status == 404)
            #expect(try await server.anonymous().get(path).status == 401)
        }
        let officer = try await server.client("officer.br")
        for path in ["/api/v1/marks/\(mark)/correlation", "/api/v1/correlations", "/api/v1/correlations/\(mark)"] {
            #expect(try await officer.get(path).status == 403)
        }
        let foreign = try await server.client("examiner.ar")
        #expect(try await foreign.post("/api/v1/marks/\(mark)/correlation", json: [:]).status == 403)
        let unknown = try await client.post("/api/v1/correlations/\(mark)/priority", json: ["priority": "now"])
        #expect(unknown.status == 422)
    }

    @Test("a restricted exhibit leaves no trace on the pages of others, nor in its thumbnail or events")
    func restricted() async throws {
        let (first, second) = KnownSurface.firings(7_102, pitch: 12.5)
        let hidden = try await server.plant(
            "AR", .breechFace, [first], change: { $0.hiddenFrom = [Country("BR")].compactMap { $0 } }
        )[0]
        let query = try await server.plant("BR", .breechFace, [second])[0]
        let client = try await server.client("examiner.br")
        _ = try await client.post("/api/v1/marks/\(query)/correlation", json: [:])
        _ = try await finished(query, client)
        let owner = try await server.client("examiner.ar")
        _ = try await owner.post("/api/v1/marks/\(hidden)/correlation", json: [:])
        _ = try await finished(hidden, owner)
        let list = try await owner.get("/api/v1/marks/\(hidden)/correlation?limit=200").json()
        #expect(list["entries"].array?.contains { $0["mark"] == .text(query) } == true)
        let browser = try await server.browser("examiner.br", "restricted-correlation")
        for path in [
            "/marks/\(query)/correlation", "/correlations", "/correlations?show=all", "/correlations?state=done",
        ] {
            let page = try await browser.get(path)
            #expect(page.status == 200, "\(path)")
            #expect(!page.text.contains(hidden), "\(path)")
        }
        for path in ["/marks/\(hidden)/correlation", "/marks/\(hidden)/preparations/current/thumbnail.png"] {
            #expect(try await browser.get(path).status == 404, "\(path)")
        }
        let thumbnail = try await browser.get("/marks/\(query)/preparations/current/thumbnail.png")
        #expect(thumbnail.headers["Content-Type"] == "image/png")
    }

    @Test("pages show the list and control the queue without a script")
    func pages() async throws {
        let (first, second) = KnownSurface.firings(7_103, pitch: 12.5)
        let mate = try await server.plant("AR", .breechFace, [first])[0]
        let query = try await server.plant("BR", .breechFace, [second])[0]
        let secret = "correlation-pages"
        let browser = try await server.browser("examiner.br", secret)
        #expect(try await browser.get("/marks/\(query)/correlation").text.contains("has not been correlated"))
        let form: KeyValuePairs = ["csrf": "of-\(secret)", "return": "list"]
        let asked = try await browser.post("/correlations/\(query)/request", form: form)
        #expect(asked.status == 303 && asked.headers["Location"] == "/marks/\(query)/correlation")
        _ = try await finished(query, try await server.client("examiner.br"))
        let page = try await browser.get("/marks/\(query)/correlation?ownOnly=&countries=&from=").text
        #expect(page.contains(mate) && page.contains("/comparisons/\(query)/\(mate)"))
        let foreign = try await browser.get("/marks/\(mate)/correlation").text
        #expect(!foreign.contains("/correlations/\(mate)/request"))
        let refused = try await browser.post("/correlations/\(mate)/request", form: form)
        #expect(refused.status == 403)
    }

    @Test("the list of a case tells with which of its marks each candidate agrees, in the interface and on pages")
    func caseList() async throws {
        let (first, second) = KnownSurface.firings(7_106, pitch: 12.5)
        let mate = try await server.plant("AR", .breechFace, [first])[0]
        let query = try await server.plant("BR", .breechFace, [second])[0]
        let client = try await server.client("examiner.br")
        _ = try await client.post("/api/v1/marks/\(query)/correlation", json: [:])
        _ = try await finished(query, client)
        let exhibit = try #require(MarkNumber(query)).exhibit
        let number = try #require(try await client.get("/api/v1/exhibits/\(exhibit)").json()["case"].text)
        let list = try await client.get("/api/v1/cases/\(number)/correlation?limit=200").json()
        expectDescribed(list, "CaseCorrelationList")
        let entry = try #require(list["entries"].array?.first { $0["candidate"]["mark"] == .text(mate) })
        #expect(entry["ownMark"] == .text(query) && entry["ownExhibit"] == .text(exhibit))
        #expect(try await client.get("/api/v1/cases/\(number)/correlation?limit=0").status == 422)
        let foreign = try await server.client("examiner.ar")
        #expect(try await foreign.get("/api/v1/cases/\(number)/correlation").status == 404)
        #expect(try await server.anonymous().get("/api/v1/cases/\(number)/correlation").status == 401)
        let browser = try await server.browser("examiner.br", "case-correlation")
        let page = try await browser.get("/cases/\(number)").text
        #expect(page.contains(mate) && page.contains("/cases/\(number)/correlation"))
        let whole = try await browser.get("/cases/\(number)/correlation?countries=&from=").text
        #expect(whole.contains("/comparisons/\(query)/\(mate)") && whole.contains("agrees with"))
        #expect(
            try await server.browser("examiner.ar", "foreign-case").get("/cases/\(number)/correlation").status == 404)
    }

    @Test("the list comes to a page that is open by itself", .enabled(if: Browser.isInstalled))
    func live() async throws {
        let (first, second) = KnownSurface.firings(7_105, pitch: 12.5)
        let mate = try await server.plant("AR", .breechFace, [first])[0]
        let query = try await server.plant("BR", .breechFace, [second])[0]
        let client = try await server.client("examiner.br")
        try await Browser.run(width: 1280, height: 900) { browser in
            try await server.open("/marks/\(query)/correlation", as: "examiner.br", UUID().uuidString, browser)
            try await browser.wait(forText: "has not been correlated")
            _ = try await client.post("/api/v1/marks/\(query)/correlation", json: [:])
            try await browser.wait(forText: mate, within: .seconds(240))
            try await browser.becomePhone()
            let isWithin = try await browser.script("return document.documentElement.scrollWidth <= innerWidth")
            #expect(isWithin == true)
            try await browser.screenshot("correlation-phone")
        }
    }

    @Test("events tell a listener of the jobs of its bureau")
    func events() async throws {
        let query = try await server.plant("PY", .breechFace, [KnownSurface.firings(7_104, pitch: 12.5).0])[0]
        let browser = try await server.browser("examiner.py", "correlation-events")
        let client = try await server.client("examiner.py")
        _ = try await client.post("/api/v1/marks/\(query)/correlation", json: [:])
        var states: [String] = []
        for try await event in try await browser.events("/correlations/events?mark=\(query)") {
            guard event.name == "correlation" else { continue }
            let news = try JSONValue(parsing: event.data.utf8)
            #expect(news["mark"] == .text(query))
            states.append(news["state"].text ?? "")
            if states.last == "done" { break }
        }
        #expect(states.last == "done")
    }
}
