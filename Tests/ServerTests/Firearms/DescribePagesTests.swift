import Firearms
import Foundation
import TestSupport
import Testing

@testable import Registry
@testable import Server

@Suite("Pages: describing a firearm", .runningServer)
struct DescribePagesTests {
    let server: TestServer

    init() throws { server = try #require(TestServer.current) }

    private static func query(_ fields: KeyValuePairs<String, String>) -> String {
        HTTPQuery.text(fields.map { ($0.key, $0.value) })
    }

    @Test("works without scripts: the line is understood, an alternative is taken, and the values go on")
    func withoutScripts() async throws {
        let browser = try await server.browser("bureau-desk.br", "describe-desk")
        let empty = try await browser.get("/firearms/describe")
        #expect(empty.status == 200)
        #expect(!empty.text.contains("class=\"description\""))
        let line = "TAURUS PT 92 cal 38 serie TKR?2345 preta"
        let page = try await browser.get("/firearms/describe?" + Self.query(["text": line]))
        #expect(page.status == 200)
        for text in [
            "value=\"\(line)\"", "Taurus PT 92", "75\u{A0}%", "Place 4 cannot be read", "Beretta 92FS", "preta",
        ] {
            #expect(page.text.contains(text), "\(text)")
        }
        let take = try #require(page.text.components(separatedBy: "name=\"take\" value=\"calibre=").dropFirst().first)
        #expect(take.hasPrefix(".38%20Special\""))
        let taken = try await browser.get(
            "/firearms/describe?" + Self.query(["text": line, "take": "calibre=.38%20Special&csrf=x"]))
        #expect(taken.text.contains("name=\"calibre\" value=\".38 Special\""))
        #expect(!taken.text.contains("75\u{A0}%"))
        #expect(!taken.text.contains("value=\"x\""))
    }

    @Test(
        "the ways on carry everything: a check its number and names, a record all numbers and what was written besides")
    func waysOn() async throws {
        let browser = try await server.browser("bureau-desk.br", "describe-ways")
        let line = "revolver rossi 851 .38 NSR445 (Camara) e NSK346 (Ferrolho) preto"
        let page = try await browser.get("/firearms/describe?" + Self.query(["text": line]))
        func paths(_ beginning: String) -> [String] {
            page.text.components(separatedBy: "href=\"\(beginning)").dropFirst().map {
                beginning + $0.prefix { $0 != "\"" }.replacing("&amp;", with: "&")
            }
        }
        let checks = paths("/?")
        #expect(checks.count == 3, "one for the firearm and one for each number")
        let check = try await browser.get(try #require(checks.last))
        #expect(check.text.contains("name=\"serial\" value=\"NSR445\""))
        #expect(check.text.contains("name=\"make\" value=\"Rossi\""))
        #expect(check.text.contains("name=\"calibre\" value=\".38 Special\""), "the model says which .38 it is")
        #expect(check.text.contains("<option value=\"revolver\" selected>"))
        let record = try await browser.get(try #require(paths("/records/new?").first))
        #expect(record.status == 200)
        #expect(record.text.contains("name=\"numbers-0-text\" value=\"NSR445\""))
        #expect(record.text.contains("name=\"numbers-1-text\" value=\"NSK346\""))
        #expect(record.text.contains("preto</textarea>"))
        #expect(record.text.contains("<option value=\"official-use-only\" selected>"))
    }

    @Test("an officer is not offered to enter a record, an administrator nothing at all")
    func access() async throws {
        let officer = try await server.browser("officer.br", "describe-officer")
        let page = try await officer.get("/firearms/describe?text=glock+17+ABC123")
        #expect(page.text.contains("href=\"/?serial=ABC123"))
        #expect(!page.text.contains("/records/new"))
        let administrator = try await server.browser("administrator.br", "describe-administrator")
        #expect(try await administrator.get("/firearms/describe").status == 403)
        #expect(try await server.anonymous().get("/firearms/describe").status == 303)
    }

    @Test("the script gets the piece alone, and only with the session's secret")
    func piece() async throws {
        let browser = try await server.browser("officer.br", "describe-piece")
        func ask(_ form: KeyValuePairs<String, String>, _ secret: String = "of-describe-piece") async throws
            -> ClientResponse
        {
            try await browser.post("/firearms/describe", form: form, headers: ["X-CSRF-Token": secret])
        }
        let piece = try await ask(["text": "tauruss pt92 .38"])
        #expect(piece.status == 200)
        #expect(piece.text.hasPrefix("<section class=\"description\""))
        #expect(piece.text.contains("Enter") == false)
        #expect(try await ask([:]).text.isEmpty)
        #expect(try await ask(["numbers-0-part": "frame"]).text.isEmpty)
        #expect(try await ask(["text": "glock"], "of-another").status == 403)
        #expect(try await ask(["text": .init(repeating: "x", count: 401)]).status == 422)
    }

    @Test("beside a form nothing is missed that was not typed yet, and a check shows only what is not sure")
    func places() async throws {
        let browser = try await server.browser("officer.br", "describe-places")
        func ask(_ form: KeyValuePairs<String, String>) async throws -> String {
            try await browser.post(
                "/firearms/describe", form: form, headers: ["X-CSRF-Token": "of-describe-places"]
            ).text
        }
        let record = try await ask(["make": "Taurus", "model": "PT92", "calibre": "38", "view": "record"])
        #expect(!record.contains("No serial number"))
        #expect(!record.contains("href=\"/?"))
        #expect(record.contains("value=\"type=pistol\""), "the type that follows from the model can be filled in")
        let rows = try await ask([
            "numbers-0-text": "AB?12", "numbers-0-part": "slide", "numbers-2-part": "frame",
            "numbers-2-state": "removed", "view": "record",
        ])
        #expect(rows.contains("Slide") && rows.contains("Place 3 cannot be read"))
        #expect(rows.contains("badge--removed"))
        let check = try await ask(["query": "Taurus PT92 TKR?2345 .38", "view": "check"])
        #expect(check.contains(".38 Special"))
        #expect(!check.contains("Taurus PT 92 AF"))
        #expect(check.contains("Place 4 cannot be read"))
    }

    @Test("what was written is shown, not run")
    func hostile() async throws {
        let browser = try await server.browser("officer.br", "describe-hostile")
        let attack = "<script>alert(1)</script> \"' taurus"
        for path in ["text", "serial", "make", "model", "calibre", "type"] {
            let page = try await browser.get("/firearms/describe?" + Self.query([path: attack]))
            #expect(page.status == 200)
            #expect(!page.text.contains("<script>alert"), "\(path)")
        }
        let long = String(repeating: "é", count: 401)
        let page = try await browser.get("/firearms/describe?" + Self.query(["text": long, "make": long]))
        #expect(page.status == 422)
        #expect(page.text.components(separatedBy: "<li><a href=\"#").count == 3)
    }

    @Test("every rule has words in every language")
    func rules() throws {
        for language in try PageRenderer().catalogue.languages {
            for rule in RecognitionRule.all { #expect(language.contains("rule.\(rule)"), "\(language.code): \(rule)") }
        }
    }
}
