import Foundation
import Registry
import Storage
import Surfaces
import TestSupport
import Testing

@testable import Server

/// Cases, exhibits and marks through the API, and what of them other bureaus see.
@Suite("Exhibits: API", .runningServer)
struct ExhibitAPITests {
    let server: TestServer

    init() throws { server = try #require(TestServer.current) }

    @Test("from the case to the prepared mark, and a region drawn by hand")
    func tour() async throws {
        let examiner = try await server.client("examiner.br")
        let exhibit = try await server.enterExhibit(
            "BR", ["calibre": "9mm Luger", "circumstances": ["firearmsTogether": 3], "label": "EC-1"]
        )
        let read = try await examiner.get("/api/v1/exhibits/\(exhibit)")
        #expect(read.headers["ETag"] == "\"1\"")
        #expect(try read.json()["submissionRule"]["reasons"] == ["many-firearms"])
        #expect(try read.json()["submissionRule"]["notStated"] == ["near-border"])
        let mark = try await examiner.post(
            "/api/v1/exhibits/\(exhibit)/marks", json: ["kind": "breech-face", "label": "Primer"]
        )
        let number = try #require(try mark.json()["number"].text)
        let added = try await examiner.send(
            ClientRequest(
                "POST", "/api/v1/marks/\(number)/scans?name=a.x3p",
                headers: ["Content-Type": "application/octet-stream"], body: try scan()
            ))
        #expect(added.status == 202)
        let detail = try await server.prepared(number, examiner)
        #expect(detail["preparations"][0]["region"] == "searched")
        let id = try #require(detail["scans"][0]["id"].text)
        let again = try await examiner.post(
            "/api/v1/marks/\(number)/scans/\(id)/preparations",
            json: ["region": ["shape": "circle", "circle": ["x": 2_300, "y": 2_300, "radius": 1_500]]]
        )
        #expect(again.status == 202, "\(again.text)")
        let redone = try await server.prepared(number, examiner)
        #expect(redone["preparations"][0]["region"] == "drawn")
        #expect(redone["preparations"].array?.count == 2)
        for file in ["surface.x3p", "picture.png", "thumbnail.png", "region.png"] {
            let answer = try await examiner.get("/api/v1/marks/\(number)/preparations/current/\(file)")
            #expect(answer.status == 200, "\(file)")
        }
        let surface = try await examiner.get("/api/v1/marks/\(number)/preparations/2/surface.x3p")
        #expect(try SurfaceFile.read(surface.body).surface.pitchX == 6.25)
        let file = try await examiner.get("/api/v1/marks/\(number)/scans/\(id)")
        #expect(file.body == (try scan()))
        let chosen = try await examiner.send("PUT", "/api/v1/marks/\(number)/preparation", json: ["version": 1])
        #expect(try chosen.json()["preparations"][1]["current"] == true)
    }

    @Test(
        "regions that are none name what is wrong",
        arguments: [
            #"{"shape": "star"}"#, #"{"shape": "circle"}"#,
            #"{"shape": "circle", "circle": {"x": 1, "y": 1, "radius": 0}}"#,
            #"{"shape": "polygon", "corners": [{"x": 1}]}"#, #"{"shape": "polygon", "corners": []}"#,
            #"{"shape": "bitmap", "bitmap": {"columns": 100000, "rows": 100000, "runs": [10000000000]}}"#,
            #"{"shape": "bitmap", "bitmap": {"columns": 3, "rows": 3, "runs": [1, -5, 13]}}"#,
            #"{"shape": "ring", "outer": {"x": 1, "y": 1, "radius": 2}}"#, #"{}"#,
        ])
    func wrongRegions(_ region: String) async throws {
        let examiner = try await server.client("examiner.br")
        let exhibit = try await server.enterExhibit("BR")
        let mark = try await examiner.post(
            "/api/v1/exhibits/\(exhibit)/marks", json: ["kind": "breech-face", "label": "Primer"]
        )
        let number = try #require(try mark.json()["number"].text)
        let answer = try await examiner.send(
            ClientRequest(
                "POST", "/api/v1/marks/\(number)/scans/1/preparations", headers: ["Content-Type": "application/json"],
                body: Array(#"{"region": \#(region)}"#.utf8)
            ))
        #expect(answer.status == 422, "\(answer.text)")
        #expect(try answer.json()["errors"][0]["field"].text?.hasPrefix("region") == true)
    }

    @Test("an exhibit that is not submitted leaves no trace for other bureaus")
    func noTrace() async throws {
        let other = try await server.client("examiner.ar")
        let exhibit = try await server.enterExhibit("BR")
        let examiner = try await server.client("examiner.br")
        let mark = try await examiner.post(
            "/api/v1/exhibits/\(exhibit)/marks", json: ["kind": "breech-face", "label": "Primer"]
        )
        let number = try #require(try mark.json()["number"].text)
        let list = try await other.get("/api/v1/exhibits?limit=200")
        #expect(!list.text.contains(exhibit))
        let missing = "BR-E-2026-999999"
        for path in ["exhibits/N", "exhibits/N/marks", "exhibits/N/custody", "exhibits/N/versions", "marks/N.1"] {
            let hidden = try await other.get("/api/v1/" + path.replacing("N", with: exhibit))
            let absent = try await other.get("/api/v1/" + path.replacing("N", with: missing))
            #expect(hidden.status == 404, "\(path)")
            #expect(try told(hidden).mapValues { $0.replacing(exhibit, with: missing) } == told(absent), "\(path)")
        }
        let upload = try await other.send(
            ClientRequest(
                "POST", "/api/v1/marks/\(number)/scans?name=x", headers: ["Content-Type": "application/octet-stream"],
                body: [1, 2, 3]
            ))
        #expect(upload.status == 404)
    }

    /// What a problem tells, without the name of the request.
    private func told(_ answer: ClientResponse) throws -> [String: String] {
        (try answer.json().object ?? [:]).filter { $0.key != "instance" }.mapValues { "\($0)" }
    }
}
