import Foundation
import Storage
import TestSupport
import Testing

@testable import Registry
@testable import Server

@Suite("API and pages: examinations", .runningServer)
struct ExaminationTests {
    let server: TestServer
    let description: JSONValue

    init() throws {
        server = try #require(TestServer.current)
        description = try JSONValue(
            parsing: Data(contentsOf: PageRenderer.resources.appending(path: "openapi.json"))
        )
    }

    private func faults(_ answer: ClientResponse, _ schema: String) throws -> [String] {
        SchemaChecker(description: description).faults(
            try answer.json(), ["$ref": .text("#/components/schemas/\(schema)")]
        )
    }

    @Test("from two exhibits to a verified hit and its report, each answer as it is described")
    func wholeWay() async throws {
        let (number, _, second) = try await server.examination()
        let examiner = try await server.client("examiner.br")
        let path = "/api/v1/examinations/\(number)"
        try await server.conclude("identification", number, "examiner.br")
        try await server.conclude("identification", number, try await server.secondExaminer())
        let detail = try await examiner.get(path)
        #expect(try faults(detail, "ExaminationDetail") == [])
        #expect(try detail.json()["examination"]["state"] == "verified")
        #expect(try detail.json()["link"]["standing"] == "hit")
        #expect(try await faults(examiner.get("/api/v1/examinations?list=all"), "ExaminationList") == [])

        let owner = try await server.client("bureau-desk.ar")
        let links = try await owner.get("/api/v1/exhibit-links?new=true")
        #expect(try faults(links, "ExhibitLinkList") == [])
        #expect(try links.json()["links"].array?.contains { $0["second"]["number"] == .text(second) } == true)
        let step = try await owner.post("/api/v1/exhibit-links/\(number)/acknowledge", json: [:])
        #expect(try faults(step, "ExhibitLinkDetail") == [])
        #expect(try await owner.get(path).status == 404)

        let report = try await examiner.post(path + "/reports", json: [:])
        #expect(report.status == 201)
        #expect(try faults(report, "ExaminationReport") == [])
        let (name, hash) = try (report.json()["number"].text ?? "", report.json()["sha256"].text ?? "")
        let statement = try await examiner.get("/api/v1/examination-reports/\(name)")
        #expect(BlobHash(of: statement.body).description == hash)
        let pages = try await examiner.get("/api/v1/examination-reports/\(name)/pages")
        #expect(pages.body.starts(with: Array("%PDF-".utf8)))
        #expect(try await examiner.get("/api/v1/examination-reports/\(name)/pages").body == pages.body)
        for (bytes, form) in [(statement.body, "statement"), (pages.body, "pages")] {
            let found = try await owner.get("/api/v1/examination-reports?sha256=\(BlobHash(of: bytes))")
            #expect(try faults(found, "ReportVerification") == [])
            #expect(try found.json()["form"] == .text(form))
        }
        let altered = BlobHash(of: statement.body + [32])
        #expect(try await owner.get("/api/v1/examination-reports?sha256=\(altered)").status == 404)
        #expect(try await owner.get("/api/v1/examination-reports?sha256=nonsense").status == 422)
        let figures = try await examiner.get("/api/v1/laboratory-statistics")
        #expect(try faults(figures, "LaboratoryStatisticsList") == [])
        #expect(try await examiner.get("/api/v1/laboratory-statistics?from=yesterday").status == 422)
    }

    @Test("no answer and no page tells a blind examiner what the first concluded")
    func blind() async throws {
        let (number, first, _) = try await server.examination()
        let user = try await server.secondExaminer()
        let caseNumber = first.replacing("-E-", with: "-C-")
        try await server.conclude("elimination", number, "examiner.br")
        let api = [
            "/api/v1/examinations/\(number)", "/api/v1/examinations", "/api/v1/examinations?list=to-verify",
            "/api/v1/exhibit-links", "/api/v1/exhibit-links?exhibit=\(first)",
            "/api/v1/exhibit-links?case=\(caseNumber)", "/api/v1/laboratory-statistics",
        ]
        let pages = [
            "/examinations", "/examinations?show=to-verify", "/examinations?show=all", "/examinations/\(number)",
            "/links", "/laboratory-statistics",
        ]
        let client = try await server.client(user)
        for path in api {
            let text = try await client.get(path).text
            #expect(!text.contains("\"elimination\"") && !text.contains("Reasons of examiner.br"), "\(path)")
        }
        let browser = try await server.browser(user, "blind-\(number)")
        for path in pages {
            let answer = try await browser.get(path)
            #expect(answer.status == 200, "\(path)")
            #expect(!answer.text.contains("badge--elimination"), "\(path)")
            #expect(!answer.text.contains("Reasons of examiner.br"), "\(path)")
        }
        #expect(try await client.get("/api/v1/exhibit-links/\(number)").status == 404)
        #expect(try await browser.get("/links/\(number)").status == 404)
        try await server.conclude("elimination", number, user)
        #expect(try await browser.get("/examinations/\(number)").text.contains("Reasons of examiner.br"))
    }

    @Test("a lead leaves no trace for the blind examiner, whose answers stay as they were")
    func blindLead() async throws {
        // A server of its own: other tests make links meanwhile.
        try await TestServer.run { server in
            let (number, first, _) = try await server.examination()
            let client = try await server.client(try await server.secondExaminer())
            let links = try await client.get("/api/v1/exhibit-links").json()
            let figures = try await client.get("/api/v1/laboratory-statistics").json()
            try await server.conclude("identification", number, "examiner.br")
            #expect(try await client.get("/api/v1/exhibit-links").json() == links)
            #expect(try await client.get("/api/v1/laboratory-statistics").json() == figures)
            #expect(try await client.get("/api/v1/exhibit-links?exhibit=\(first)").json()["links"].array == [])
            #expect(try await server.desk("AR").get("/api/v1/exhibit-links/\(number)").status == 200)
        }
    }

    /// Sends a form and follows where it leads.
    private func send(
        _ browser: HTTPClient, _ path: String, _ form: KeyValuePairs<String, String>
    ) async throws -> ClientResponse {
        let answer = try await browser.post(path, form: form)
        guard answer.status == 303, let next = answer.headers["Location"] else { return answer }
        return try await browser.get(next)
    }

    @Test("pages take every step, with what was typed again after a refusal")
    func pages() async throws {
        let (number, _, _) = try await server.examination()
        let browser = try await server.browser("examiner.br", "pages-\(number)")
        let csrf = "of-pages-\(number)"
        let path = "/examinations/\(number)"
        let refused = try await send(
            browser, path + "/conclusions", ["csrf": csrf, "method": "40x, oblique light"]
        )
        #expect(refused.status == 422)
        #expect(refused.text.contains("40x, oblique light"))
        #expect(refused.text.contains("href=\"#conclusion\""))
        let signed = try await send(
            browser, path + "/conclusions",
            [
                "csrf": csrf, "conclusion": "identification", "reasons": "Striae agree.", "verification": "1",
            ]
        )
        #expect(signed.status == 200)
        #expect(signed.text.contains("Striae agree."))
        let second = try await server.browser(try await server.secondExaminer(), "second-\(number)")
        let other = try await send(
            second, path + "/conclusions",
            ["csrf": "of-second-\(number)", "conclusion": "inconclusive-b", "reasons": "Too little."]
        )
        #expect(other.text.contains("Striae agree."))
        let settled = try await send(
            browser, path + "/discussion", ["csrf": csrf, "record": "Both looked again.", "agreed": "inconclusive-b"]
        )
        #expect(settled.text.contains("Both looked again."))
        let report = try await send(browser, path + "/reports", ["csrf": csrf])
        #expect(report.text.contains("\(number)-R1"))
        let pages = try await browser.get("/reports/\(number)-R1/pages.pdf")
        #expect(pages.headers["Content-Type"] == "application/pdf")
        let hash = BlobHash(of: pages.body)
        #expect(try await browser.get("/report-check?sha256=\(hash)").text.contains("notice--success"))
        #expect(try await browser.get("/report-check?sha256=\(BlobHash(of: [1]))").text.contains("notice--error"))
        #expect(try await browser.get("/report-check?sha256=x").status == 422)
        let round = try await send(browser, path + "/rounds", ["csrf": csrf, "basis": "exhibits"])
        #expect(round.status == 200)
        let screen = try await send(browser, path + "/rounds", ["csrf": csrf, "basis": "exhibits"])
        #expect(screen.status == 409)
    }

    @Test("planted tests are the quality manager's; to examiners their page is that of casework")
    func planted() async throws {
        let first = try await server.exhibit("BR", submission: .kept)
        let second = try await server.exhibit("BR", submission: .kept)
        let manager = try await server.client("quality-manager.br")
        let planted = try await manager.post(
            "/api/v1/planted-tests",
            json: ["first": .text(first), "second": .text(second), "truth": "different-sources", "note": "set 7"]
        )
        #expect(planted.status == 201)
        let number = try #require(try planted.json()["number"].text)
        #expect(try await faults(manager.get("/api/v1/planted-tests"), "Proficiency") == [])
        let examiner = try await server.browser("examiner.br", "as-examiner-\(number)")
        for path in ["/examinations", "/examinations/\(number)", "/examinations?show=all"] {
            let text = try await examiner.get(path).text
            #expect(text.contains(number), "\(path)")
            for word in ["plant", "set 7", "different-sources", "quality-manager"] {
                #expect(!text.localizedCaseInsensitiveContains(word), "\(path) \(word)")
            }
        }
        #expect(try await examiner.get("/quality").status == 403)
        let page = try await server.browser("quality-manager.br", "quality-\(number)").get("/quality")
        #expect(page.text.contains(number) && page.text.contains("set 7"))
    }

    @Test("codes are those of the program")
    func codes() {
        func described(_ schema: String) -> [String] {
            description["components"]["schemas"][schema]["enum"].array?.compactMap(\.text) ?? []
        }
        #expect(described("Conclusion") == Conclusion.allCases.map(\.rawValue))
        #expect(described("ExaminationBasis") == ExaminationBasis.allCases.map(\.rawValue))
        #expect(Set(described("ExaminationState")) == Set(ExaminationState.allCases.map(\.rawValue)))
        #expect(described("LinkStanding") == ExhibitLink.Standing.allCases.map(\.rawValue))
        #expect(described("TestTruth") == PlantedTest.Truth.allCases.map(\.rawValue))
        let language = server.server.site.renderer.catalogue.base
        let groups: [(String, [String])] = [
            ("conclusion", Conclusion.allCases.map(\.rawValue)),
            ("examination-basis", ExaminationBasis.allCases.map(\.rawValue)),
            ("examination-state", ExaminationState.allCases.map(\.rawValue)),
            ("examination-step", ExaminationStep.Kind.allCases.map(\.rawValue)),
            ("examination-list", ExaminationList.allCases.map(\.rawValue)),
            ("link-standing", ExhibitLink.Standing.allCases.map(\.rawValue)),
            ("link-action", LinkAction.allCases.map(\.rawValue)), ("link-step", LinkAction.allCases.map(\.rawValue)),
            ("test-truth", PlantedTest.Truth.allCases.map(\.rawValue)),
            ("event-kind", EventKind.allCases.map(\.rawValue)), ("exhibit-kind", ExhibitKind.allCases.map(\.rawValue)),
        ]
        for (group, codes) in groups {
            for code in codes { #expect(language.contains("\(group).\(code)"), "\(group).\(code)") }
        }
    }
}
