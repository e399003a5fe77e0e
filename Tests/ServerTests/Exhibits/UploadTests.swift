import Foundation
import Registry
import Storage
import Surfaces
import TestSupport
import Testing
import Toolmarks

@testable import Server

/// Resumable uploads follow tus 1.0.0: cut at any byte, they go on where they ended.
@Suite("Exhibits: uploads", .runningServer)
struct UploadTests {
    let server: TestServer

    init() throws { server = try #require(TestServer.current) }

    private static let tus = HeaderFields(dictionaryLiteral: ("Tus-Resumable", "1.0.0"))

    private func begin(
        _ client: HTTPClient, exhibit: String, size: Int, label: String = "A"
    ) async throws -> String {
        let metadata = uploadMetadata([
            "exhibit": exhibit, "kind": "breech-face", "label": label, "filename": "scan ä.x3p",
        ])
        let answer = try await client.send(
            ClientRequest(
                "POST", "/api/v1/uploads",
                headers: Self.tus.merging(["Upload-Length": "\(size)", "Upload-Metadata": metadata])
            ))
        #expect(answer.status == 201, "\(answer.text)")
        #expect(answer.headers["Upload-Expires"]?.hasSuffix("GMT") == true)
        return try #require(answer.headers["Location"])
    }

    private func patch(
        _ client: HTTPClient, _ path: String, at offset: Int, _ bytes: some Sequence<UInt8>
    ) async throws -> ClientResponse {
        try await client.send(
            ClientRequest(
                "PATCH", path,
                headers: Self.tus.merging([
                    "Upload-Offset": "\(offset)", "Content-Type": "application/offset+octet-stream",
                ]), body: Array(bytes)
            ))
    }

    private func offset(_ client: HTTPClient, _ path: String) async throws -> Int? {
        let answer = try await client.send(ClientRequest("HEAD", path, headers: Self.tus))
        return answer.headers["Upload-Offset"].flatMap { Int($0) }
    }

    @Test("a scan in pieces of any size becomes a mark")
    func pieces() async throws {
        let examiner = try await server.client("examiner.br")
        let exhibit = try await server.enterExhibit("BR")
        let bytes = try scan()
        let path = try await begin(examiner, exhibit: exhibit, size: bytes.count)
        var (sent, step) = (0, 1)
        var last: ClientResponse?
        while sent < bytes.count {
            let end = min(bytes.count, sent + step)
            last = try await patch(examiner, path, at: sent, bytes[sent..<end])
            #expect(last?.status == 204)
            sent = end
            step = step * 7 + 1
        }
        let mark = try #require(last?.headers["Upload-Mark"])
        #expect(mark == "\(exhibit).1")
        let detail = try await server.prepared(mark, examiner)
        #expect(detail["scans"][0]["state"] == "ready")
        #expect(detail["scans"][0]["fileName"] == "scan ä.x3p")
        #expect(detail["scans"][0]["sha256"].text == "\(BlobHash(of: bytes))")
        // The upload has ended.
        #expect(try await patch(examiner, path, at: sent, []).status == 404)
    }

    @Test("what a matrix does not say is stated with the upload")
    func matrix() async throws {
        let examiner = try await server.client("examiner.br")
        let exhibit = try await server.enterExhibit("BR")
        let map = GeneratedTool(.parallel, seed: 8).firing(0).raw(pitch: 12)
        let lines = (0..<map.rows).map { row in
            map.values[(row * map.columns)..<((row + 1) * map.columns)]
                .map { $0.isNaN ? "" : "\($0 * 1_000)" }.joined(separator: ";")
        }
        let bytes = Array(lines.joined(separator: "\n").utf8)
        func begin(_ pitch: String) async throws -> ClientResponse {
            let metadata = uploadMetadata([
                "exhibit": exhibit, "kind": "breech-face", "label": "Matrix", "filename": "heights.csv", "pitch": pitch,
                "heightUnit": "0.001",
            ])
            return try await examiner.send(
                ClientRequest(
                    "POST", "/api/v1/uploads",
                    headers: Self.tus.merging(["Upload-Length": "\(bytes.count)", "Upload-Metadata": metadata])
                ))
        }
        for wrong in ["x", "0", "-3", "inf"] { #expect(try await begin(wrong).status == 422) }
        let path = try #require(try await begin("12").headers["Location"])
        let mark = try #require(try await patch(examiner, path, at: 0, bytes).headers["Upload-Mark"])
        let detail = try await server.prepared(mark, examiner)
        #expect(detail["scans"][0]["pitchX"] == 12)
        #expect(detail["scans"][0]["state"] == "ready", "\(detail)")
    }

    @Test("a connection cut at any byte leaves what arrived, and the rest follows", arguments: [0, 1, 1_000, 40_000])
    func cut(_ place: Int) async throws {
        let secret = try await server.secret("examiner.br")
        let examiner = HTTPClient(port: server.port, headers: ["Authorization": "Bearer \(secret)"])
        let exhibit = try await server.enterExhibit("BR")
        let bytes = try scan()
        let path = try await begin(examiner, exhibit: exhibit, size: bytes.count)
        let head = [
            "PATCH \(path) HTTP/1.1", "Host: localhost", "Authorization: Bearer \(secret)", "Tus-Resumable: 1.0.0",
            "Upload-Offset: 0", "Content-Type: application/offset+octet-stream", "Content-Length: \(bytes.count)", "",
            "",
        ].joined(separator: "\r\n")
        // The connection is closed after a moment in which the rest did not come.
        _ = try? await HTTPClient(port: server.port, timeout: .milliseconds(200))
            .send(raw: Array(head.utf8) + bytes[..<place])
        // What arrived counts only once the server has noticed the end of the connection.
        let arrived = try await eventualValue("the upload has stopped") {
            let first = try await offset(examiner, path) ?? 0
            return try await patch(examiner, path, at: first, []).status == 204 ? first : nil
        }
        #expect(arrived <= place)
        let answer = try await patch(examiner, path, at: arrived, bytes[arrived...])
        #expect(answer.status == 204, "\(answer.text)")
        let mark = try #require(answer.headers["Upload-Mark"])
        let detail = try await server.prepared(mark, examiner)
        #expect(detail["scans"][0]["sha256"].text == "\(BlobHash(of: bytes))")
    }

    @Test("a wrong offset, a missing header, another version and too many bytes are refused")
    func refusals() async throws {
        let examiner = try await server.client("examiner.br")
        let exhibit = try await server.enterExhibit("BR")
        let path = try await begin(examiner, exhibit: exhibit, size: 10)
        #expect(try await patch(examiner, path, at: 3, [1]).status == 409)
        #expect(try await patch(examiner, path, at: 0, Array(repeating: 1, count: 11)).status == 413)
        #expect(try await offset(examiner, path) == 0)
        let wrongType = try await examiner.send(
            ClientRequest(
                "PATCH", path, headers: Self.tus.merging(["Upload-Offset": "0", "Content-Type": "text/plain"]),
                body: [1]
            ))
        #expect(wrongType.status == 415)
        let wrongVersion = try await examiner.send(
            ClientRequest("POST", "/api/v1/uploads", headers: ["Tus-Resumable": "0.2.2", "Upload-Length": "1"])
        )
        #expect(wrongVersion.status == 412)
        let noLength = try await examiner.send(ClientRequest("POST", "/api/v1/uploads", headers: Self.tus))
        #expect(noLength.status == 400)
        let tooLarge = try await examiner.send(
            ClientRequest("POST", "/api/v1/uploads", headers: Self.tus.merging(["Upload-Length": "999999999999"]))
        )
        #expect(tooLarge.status == 413)
        let nowhere = try await examiner.send(
            ClientRequest("POST", "/api/v1/uploads", headers: Self.tus.merging(["Upload-Length": "5"]))
        )
        #expect(nowhere.status == 422)
        #expect(try await examiner.send(ClientRequest("DELETE", path, headers: Self.tus)).status == 204)
        #expect(try await offset(examiner, path) == nil)
    }

    @Test("an upload is known to the user who began it alone, and goes to own exhibits alone")
    func access() async throws {
        let examiner = try await server.client("examiner.br")
        let exhibit = try await server.enterExhibit("BR", submitted: true)
        let path = try await begin(examiner, exhibit: exhibit, size: 10)
        for name in ["bureau-desk.br", "examiner.ar"] {
            let other = try await server.client(name)
            #expect(try await offset(other, path) == nil)
            #expect(try await patch(other, path, at: 0, [1]).status == 404)
        }
        let foreign = try await server.client("examiner.ar")
        let metadata = uploadMetadata(["exhibit": exhibit, "kind": "breech-face", "label": "B"])
        let answer = try await foreign.send(
            ClientRequest(
                "POST", "/api/v1/uploads",
                headers: Self.tus.merging(["Upload-Length": "5", "Upload-Metadata": metadata])
            ))
        #expect(answer.status == 403)
    }

    @Test("the same file again ends the upload and names the mark that has it")
    func duplicate() async throws {
        let examiner = try await server.client("examiner.br")
        let exhibit = try await server.enterExhibit("BR")
        let bytes = try scan()
        let first = try await begin(examiner, exhibit: exhibit, size: bytes.count)
        let mark = try #require(try await patch(examiner, first, at: 0, bytes).headers["Upload-Mark"])
        let again = try await examiner.send(
            ClientRequest(
                "POST", "/api/v1/uploads",
                headers: Self.tus.merging([
                    "Upload-Length": "\(bytes.count)", "Upload-Metadata": uploadMetadata(["mark": mark]),
                ])
            ))
        let path = try #require(again.headers["Location"])
        let refused = try await patch(examiner, path, at: 0, bytes)
        #expect(refused.status == 409)
        #expect(try refused.json()["errors"][0]["code"] == "duplicate")
        #expect(try await offset(examiner, path) == nil)
    }
}
