import Foundation
import Registry
import Storage
import Surfaces
import TestSupport
import Testing

@testable import Server

/// The pages of cases, exhibits and marks as a browser without scripts uses them.
@Suite("Exhibits: pages", .runningServer)
struct ExhibitPagesTests {
    let server: TestServer

    init() throws { server = try #require(TestServer.current) }

    /// A form with a file as a browser sends it.
    private func upload(
        _ browser: HTTPClient, _ path: String, csrf: String, _ fields: KeyValuePairs<String, String>, _ file: [UInt8]
    ) async throws -> ClientResponse {
        var body = ""
        for (name, value) in [("csrf", csrf)] + fields.map({ ($0.key, $0.value) }) {
            body += "--XX\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        body += "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Primer 1.x3p\"\r\n"
        body += "Content-Type: application/octet-stream\r\n\r\n"
        return try await browser.send(
            ClientRequest(
                "POST", path, headers: ["Content-Type": "multipart/form-data; boundary=XX"],
                body: Array(body.utf8) + file + Array("\r\n--XX--\r\n".utf8)
            ))
    }

    @Test("from the case to a region drawn by numbers, without a script")
    func tour() async throws {
        let browser = try await server.browser("examiner.br", "exhibit-tour")
        let csrf = "of-exhibit-tour"
        let wrong = try await browser.post(
            "/cases", form: ["csrf": csrf, "title": "", "laboratory": "IC", "kind": "shooting", "latitude": "95"]
        )
        #expect(wrong.status == 422)
        #expect(wrong.text.contains("id=\"title-error\""))
        #expect(wrong.text.contains("id=\"longitude-error\""))
        let opened = try await browser.post(
            "/cases",
            form: [
                "csrf": csrf, "title": "Shots", "laboratory": "IC", "kind": "shooting", "from": "2026-03-02",
                "country": "BR", "distanceToBorderKilometres": "12,5",
            ]
        )
        #expect(opened.status == 303, "\(opened.text)")
        let casePath = try #require(opened.headers["Location"]?.split(separator: "?").first.map(String.init))
        let number = try #require(casePath.split(separator: "/").last.map(String.init))
        let entered = try await browser.post(
            "/exhibits",
            form: [
                "csrf": csrf, "case": number, "event": "1", "kind": "cartridge-case", "calibre": "9mm Luger",
                "firearmsTogether": "3", "purpose": "forensics", "handling": "official-use-only",
            ]
        )
        let exhibitPath = try #require(entered.headers["Location"]?.split(separator: "?").first.map(String.init))
        let exhibit = try #require(exhibitPath.split(separator: "/").last.map(String.init))
        let added = try await upload(
            browser, "\(exhibitPath)/scans", csrf: csrf, ["kind": "breech-face", "label": ""], try scan()
        )
        #expect(added.status == 303, "\(added.text)")
        let mark = "\(exhibit).1"
        let ready = try await eventualValue("the mark is prepared", within: .seconds(300)) {
            let page = try await browser.get("/marks/\(mark)")
            return page.text.contains("data-waiting") ? nil : page.text
        }
        #expect(ready.contains("Primer 1"))
        #expect(ready.contains("/marks/\(mark)/preparations/1/picture.png"))
        let page = try await browser.get(exhibitPath)
        #expect(page.text.contains("Found within 80 km of a border"))
        #expect(page.text.contains("Three or more firearms together"))
        let scanPath = try #require(ready.firstMatch(of: #/\/marks\/[^"]*\/scans\/[0-9]+/#).map { String($0.output) })
        let editor = try await browser.get("\(scanPath)/region")
        #expect(editor.status == 200)
        #expect(editor.text.contains("name=\"radius\""))
        let empty = try await browser.post("\(scanPath)/preparations", form: ["csrf": csrf, "shape": "circle"])
        #expect(empty.status == 422)
        let drawn = try await browser.post(
            "\(scanPath)/preparations",
            form: ["csrf": csrf, "shape": "ring", "x": "2300", "y": "2300", "radius": "1800", "innerRadius": "800"]
        )
        #expect(drawn.status == 303, "\(drawn.text)")
        let redone = try await eventualValue("the mark is prepared again", within: .seconds(300)) {
            let page = try await browser.get("/marks/\(mark)")
            return page.text.contains("preparations/2/picture.png") ? page.text : nil
        }
        #expect(redone.contains("region drawn by hand"))
        let decided = try await browser.post(
            "\(exhibitPath)/submission",
            form: ["csrf": csrf, "version": "1", "submission": "submitted", "reason": "near the border"]
        )
        #expect(decided.status == 303, "\(decided.text)")
        let step = try await browser.post(
            "\(exhibitPath)/custody",
            form: ["csrf": csrf, "custodyKind": "received", "happenedAt": "2026-03-03T08:15", "person": "Ana Prado"]
        )
        #expect(step.status == 303, "\(step.text)")
        #expect(try await browser.get(exhibitPath).text.contains("2026-03-03 08:15 UTC"))
    }

    @Test("an exhibit that is not submitted is nowhere on the pages of others")
    func noTrace() async throws {
        let exhibit = try await server.enterExhibit("BR")
        let examiner = try await server.client("examiner.br")
        let mark = try await examiner.post(
            "/api/v1/exhibits/\(exhibit)/marks", json: ["kind": "breech-face", "label": "Primer"]
        )
        let number = try #require(try mark.json()["number"].text)
        let other = try await server.browser("examiner.ar", "exhibit-other")
        #expect(try await other.get("/exhibits").text.contains(exhibit) == false)
        for path in [
            "/exhibits/\(exhibit)", "/exhibits/\(exhibit)/edit", "/marks/\(number)",
            "/marks/\(number)/preparations/current/thumbnail.png", "/marks/\(number)/scans/1/picture.png",
            "/marks/\(number)/scans/1/region", "/marks/\(number)/scans/1",
        ] {
            #expect(try await other.get(path).status == 404, "\(path)")
        }
    }

    @Test("bytes of an upload need the secret of the session's pages in their header")
    func forgery() async throws {
        let exhibit = try await server.enterExhibit("BR")
        let browser = try await server.browser("examiner.br", "exhibit-upload")
        let metadata = uploadMetadata(["exhibit": exhibit, "kind": "breech-face", "label": "A"])
        func request(_ method: String, _ path: String, secret: String?, _ more: HeaderFields, _ body: [UInt8] = [])
            async throws -> ClientResponse
        {
            var headers = HeaderFields(dictionaryLiteral: ("Tus-Resumable", "1.0.0")).merging(more)
            if let secret { headers = headers.merging(["X-CSRF-Token": secret]) }
            return try await browser.send(ClientRequest(method, path, headers: headers, body: body))
        }
        let begin = HeaderFields(dictionaryLiteral: ("Upload-Length", "3"), ("Upload-Metadata", metadata))
        #expect(try await request("POST", "/uploads", secret: nil, begin).status == 403)
        let begun = try await request("POST", "/uploads", secret: "of-exhibit-upload", begin)
        let path = try #require(begun.headers["Location"])
        let patch = HeaderFields(
            dictionaryLiteral: ("Upload-Offset", "0"), ("Content-Type", "application/offset+octet-stream")
        )
        #expect(try await request("PATCH", path, secret: nil, patch, [1, 2, 3]).status == 403)
        #expect(try await request("PATCH", path, secret: "of-another", patch, [1, 2, 3]).status == 403)
        #expect(try await request("PATCH", path, secret: "of-exhibit-upload", patch, [1, 2, 3]).status == 204)
    }
}
