import Firearms
import Foundation
import Storage
import Surfaces
import TestSupport
import Testing
import Toolmarks

@testable import Registry
@testable import Server

@Suite("The comparison microscope: what the server tells and keeps", .runningServer)
struct MicroscopeRouteTests {
    let server: TestServer

    init() throws { server = try #require(TestServer.current) }

    private static let small = KnownSurface.bump(at: (60, 80), columns: 40, rows: 30)

    private func pair(hiddenFrom countries: [Country] = []) async throws -> (String, String) {
        let first = try await server.plant("BR", .breechFace, [Self.small]) { $0.hiddenFrom = countries }[0]
        let second = try await server.plant("BR", .breechFace, [Self.small])[0]
        return (first, second)
    }

    @Test("A tile holds the heights of its part of the prepared surface")
    func tiles() async throws {
        let map = KnownSurface.bump(at: (2_150, 200), radius: 400, columns: 560, rows: 100)
        let mark = try await server.plant("BR", .breechFace, [map])[0]
        let browser = try await server.browser("examiner.br", "tiles")
        let answer = try await browser.get("/microscope/\(mark)/tiles/0/1/0")
        #expect(answer.status == 200 && answer.headers["Cache-Control"] == "no-store")
        let tile = try SurfaceTile(answer.body)
        #expect(tile.columns == 48 && tile.rows == 100)
        for (place, height) in tile.values.enumerated() {
            #expect(abs(height - map[512 + place % 48, place / 48]) <= tile.tolerance + 0.001)
        }
        for place in ["0/2/0", "0/-1/0", "40/0/0", "x/0/0", "0/0/0?preparation=0"] {
            #expect(
                [404, 409].contains(try await browser.get("/microscope/\(mark)/tiles/\(place)").status), "\(place)")
        }
    }

    @Test("Two firings of one tool get a registration and agreeing cells; marks of two kinds are not compared")
    func results() async throws {
        let (one, other) = KnownSurface.firings(7, pitch: 12.5)
        let first = try await server.plant("BR", .breechFace, [one])[0]
        let second = try await server.plant("AR", .breechFace, [other])[0]
        let pin = try await server.plant("BR", .firingPin, [other])[0]
        let browser = try await server.browser("examiner.br", "results")
        let result = try await browser.get("/comparisons/\(first)/\(second)/result.json").json()
        #expect(result["method"].text == "impressed")
        #expect(result["cells"]["agreeing"].integer ?? 0 > 30)
        let cells = result["cells"]["first"].array ?? []
        #expect(
            cells.count == 64 && cells.contains { $0["status"].text == "congruent" && $0["found"].array?.count == 2 })
        let refused = try await browser.get("/comparisons/\(first)/\(pin)/result.json").json()
        #expect(refused["method"].text == "refused" && refused["reason"].text == "different-kinds")
        #expect(try await browser.get("/comparisons/\(first)/\(pin)").status == 200)
    }

    @Test("Profiles of striated marks are compared by their signatures and drawn out to be looked at")
    func profiles() async throws {
        let scan = LandGenerator(barrel: 4, bullet: 1).scan(land: 0)
        let middle = Array(scan.values[scan.columns * (scan.rows / 4)..<scan.columns * (scan.rows / 4 + 1)])
        let profile = SurfaceMap(
            columns: scan.columns, rows: 1, pitchX: scan.pitchX, pitchY: scan.pitchX, values: middle)
        let marks = try await server.plant("BR", .profile, [profile, profile])
        let browser = try await server.browser("examiner.br", "profiles")
        let result = try await browser.get("/comparisons/\(marks[0])/\(marks[1])/result.json").json()
        #expect(result["method"].text == "striated" && result["registration"] == .null)
        #expect(result["signatures"]["score"].number ?? 0 > 0.95)
        let tile = try SurfaceTile(try await browser.get("/microscope/\(marks[0])/tiles/0/0/0").body)
        #expect(tile.rows > 1)
        #expect(tile.values[10] == tile.values[10 + tile.columns])
    }

    @Test("A mark that the reader may not know of is nowhere, by either name of the pair")
    func hidden() async throws {
        let (hidden, open) = try await pair(hiddenFrom: [try #require(Country("AR"))])
        let kept = try await server.plant("BR", .breechFace, [Self.small], submission: .kept)[0]
        let browser = try await server.browser("examiner.ar", "hidden")
        let nowhere = "BR-E-2026-999999.1"
        for mark in [hidden, kept, nowhere] {
            for path in [
                "/comparisons/\(mark)/\(open)", "/comparisons/\(open)/\(mark)",
                "/comparisons/\(mark)/\(open)/result.json",
                "/comparisons/\(open)/\(mark)/result.json", "/comparisons/\(open)/\(mark)/bullets.json",
                "/microscope/\(mark)/tiles/0/0/0", "/microscope/\(mark)/picture",
            ] {
                #expect(try await browser.get(path).status == 404, "\(path)")
            }
            let note: KeyValuePairs = ["csrf": "of-hidden", "side": "first", "x": "1", "y": "1", "text": "x"]
            #expect(try await browser.post("/comparisons/\(open)/\(mark)/annotations", form: note).status == 404)
        }
        #expect(try await browser.get("/comparisons/\(open)/\(open)").status == 200)
        #expect(try await server.browser("officer.br", "officer").get("/comparisons/\(open)/\(open)").status == 403)
        #expect(try await server.anonymous().get("/microscope/\(open)/tiles/0/0/0").status == 303)
    }

    @Test("The page without scripts shows both marks as pictures and takes notes back")
    func withoutScripts() async throws {
        let (first, second) = try await pair()
        let browser = try await server.browser("examiner.br", "plain")
        let note: KeyValuePairs = [
            "csrf": "of-plain", "side": "second", "x": "20", "y": "30", "text": "A <b>ridge</b>",
        ]
        #expect(try await browser.post("/comparisons/\(first)/\(second)/annotations", form: note).status == 303)
        let page = try await browser.get("/comparisons/\(first)/\(second)?done=note-kept").text
        #expect(page.contains("/microscope/\(first)/picture") && page.contains("/microscope/\(second)/picture"))
        #expect(page.contains("The note is kept.") && page.contains("A &lt;b&gt;ridge"))
        let picture = try await browser.get("/microscope/\(first)/picture")
        #expect(picture.headers["Content-Type"] == "image/png" && picture.body.starts(with: [0x89, 0x50]))
    }

    @Test("Notes are their author's own, lie on their mark whichever way round the pair is, and can be withdrawn")
    func notes() async throws {
        let (first, second) = try await pair()
        let author = try await server.browser("examiner.br", "author")
        let form: KeyValuePairs = ["csrf": "of-author", "side": "second", "x": "20", "y": "30", "text": "Ridge"]
        let kept = try await author.post(
            "/comparisons/\(first)/\(second)/annotations", form: form, headers: ["Accept": "application/json"]
        ).json()
        let id = try #require(kept["annotations"].array?.first?["id"].text)
        let swapped = try await author.get("/comparisons/\(second)/\(first)").text
        #expect(swapped.contains("\(second): Ridge"))
        for user in ["quality-manager.br", "examiner.ar", "bureau-desk.br"] {
            let other = try await server.browser(user, "reader-\(user)")
            let page = try await other.get("/comparisons/\(first)/\(second)")
            #expect(page.status == 200 && !page.text.contains("Ridge"), "\(user)")
            let attempt: KeyValuePairs = ["csrf": "of-reader-\(user)", "id": id]
            let answer = try await other.post("/comparisons/\(first)/\(second)/withdraw", form: attempt)
            #expect([403, 404].contains(answer.status), "\(user)")
        }
        let withdrawal: KeyValuePairs = ["csrf": "of-author", "id": id]
        #expect(try await author.post("/comparisons/\(second)/\(first)/withdraw", form: withdrawal).status == 303)
        #expect(!(try await author.get("/comparisons/\(first)/\(second)").text.contains("Ridge")))
        let entries = try await server.registry.database.read { connection in
            try connection.rows(
                "SELECT action FROM journal WHERE object = ? ORDER BY sequence", [.text("mark:\(first)")]
            ) {
                $0.text(0)
            }
        }
        #expect(entries.contains("comparison.open") && entries.contains("comparison.annotate"))
    }

    @Test(
        "What is wrong with a note is said in the fields",
        arguments: [
            (["text": ""], "text required"), (["text": String(repeating: "x", count: 501)], "text too-long"),
            (["x": "9e9"], "x out-of-range"), (["side": "third"], "place invalid"), (["y": "nan"], "place invalid"),
        ])
    func wrongNotes(change: [String: String], failure: String) async throws {
        let (first, second) = try await pair()
        let secret = UUID().uuidString
        let browser = try await server.browser("examiner.br", secret)
        var fields = ["csrf": "of-\(secret)", "side": "first", "x": "1", "y": "1", "text": "x"]
        fields.merge(change) { _, new in new }
        let answer = try await browser.send(
            ClientRequest(
                "POST", "/comparisons/\(first)/\(second)/annotations",
                headers: ["Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"],
                body: Array(HTTPQuery.text(fields.map { ($0.key, $0.value) }).utf8)
            )
        )
        #expect(answer.status == 422)
        #expect(try answer.json().errors.contains(failure), "\(answer.text)")
    }

    @Test("A snapshot is a whole PNG, kept as sent and shown to its author alone")
    func snapshots() async throws {
        let (first, second) = try await pair()
        let browser = try await server.browser("examiner.br", "shots")
        let path = "/comparisons/\(first)/\(second)"
        let picture = try SurfaceRendering(longestSide: 64).draw(Self.small).picture.png()
        func send(_ bytes: [UInt8], secret: String = "of-shots") async throws -> ClientResponse {
            var body = Array("--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\(secret)\r\n".utf8)
            body += Array("--x\r\nContent-Disposition: form-data; name=\"caption\"\r\n\r\nBoth\r\n".utf8)
            body += Array(
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"s.png\"\r\nContent-Type: image/png\r\n\r\n"
                    .utf8)
            body += bytes + Array("\r\n--x--\r\n".utf8)
            let headers: HeaderFields = [
                "Content-Type": "multipart/form-data; boundary=x", "Accept": "application/json",
            ]
            return try await browser.send(ClientRequest("POST", path + "/snapshots", headers: headers, body: body))
        }
        for bad in [[], Array("<svg/>".utf8), Array(picture.prefix(picture.count / 2)), Array(picture.prefix(8))] {
            let answer = try await send(bad)
            #expect(answer.status == 422, "\(answer.status)")
        }
        #expect(try await send(picture, secret: "of-another").status == 403)
        let kept = try await send(picture).json()
        let address = try #require(kept["snapshots"].array?.first?["path"].text)
        #expect(try await browser.get(address).body == picture)
        #expect(try await server.browser("examiner.ar", "foreign").get(address).status == 404)
    }
}
