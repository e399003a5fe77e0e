import Surfaces
import TestSupport
import Testing

@testable import Registry
@testable import Server

extension DescriptionTests {
    @Test("answers about notices, their pictures and methods are as described")
    func notices() async throws {
        let desk = try await server.desk("BR")
        func ask(
            _ client: HTTPClient, _ method: String, _ path: String, _ template: String, _ body: JSONValue? = nil,
            bytes: [UInt8] = [], status: Int = 200, headers: HeaderFields = [:]
        ) async throws -> JSONValue {
            let answer = try await client.send(
                ClientRequest(method, "/api/v1\(path)", headers: headers, body: body?.bytes ?? bytes)
            )
            let name = Self.name(method, "/api/v1\(template)")
            #expect(answer.status == status, "\(name): \(answer.text)")
            #expect(try faults(answer, of: name) == [], "\(name)")
            return answer.headers["Content-Type"]?.contains("json") == true ? try answer.json() : .null
        }
        func purple(_ method: JSONValue) -> JSONValue {
            [
                "colour": "purple", "purpose": "warn", "addressees": ["AR"],
                "modusOperandi": [
                    "kinds": ["concealment"], "method": method, "object": "Slides", "countries": ["BR"],
                    "firstSeen": "2026-01-01", "seizures": ["BR-2026-000001"], "operation": "X",
                ],
                "texts": [["language": "pt", "text": "Corrediças em trilhos ocos"]],
            ]
        }
        let draft = try await ask(desk, "POST", "/notices", "/notices", purple("Slides in hollow rails"), status: 201)
        let number = (draft["number"].text ?? "").replacing("/", with: "-")
        let (path, template) = ("/notices/\(number)", "/notices/{number}")
        _ = try await ask(desk, "POST", "/notices", "/notices", ["colour": "pink"], status: 422)
        _ = try await ask(desk, "GET", path, template)
        _ = try await ask(desk, "GET", path + "/missing", template + "/missing")
        _ = try await ask(
            desk, "PUT", path, template, purple("Slides inside hollow rails"), headers: ["If-Match": "\"1\""])
        let png = try Picture(width: 500, height: 400, fill: .sky).png()
        let picture = try await ask(
            desk, "POST", path + "/pictures", template + "/pictures", bytes: png, status: 201,
            headers: ["Content-Type": "image/png"])
        _ = try await ask(
            desk, "POST", path + "/pictures", template + "/pictures", bytes: Array(png.prefix(99)), status: 422,
            headers: ["Content-Type": "image/png"])
        _ = try await ask(desk, "GET", path + "/pictures", template + "/pictures")
        let own = path + "/pictures/" + (picture["id"].text ?? "")
        _ = try await ask(desk, "GET", own, template + "/pictures/{picture}")
        _ = try await ask(desk, "GET", own + "/thumbnail", template + "/pictures/{picture}/thumbnail")
        _ = try await ask(desk, "DELETE", own, template + "/pictures/{picture}", status: 204)
        _ = try await ask(desk, "DELETE", own, template + "/pictures/{picture}", status: 404)
        _ = try await ask(desk, "POST", path + "/send", template + "/send", headers: ["If-Match": "\"2\""])
        _ = try await ask(desk, "POST", "/notices", "/notices", purple("Frames inside hollow rails"), status: 201)
        let found = try await ask(desk, "GET", "/methods?words=rails&kind=concealment", "/methods")
        #expect(found["methods"].array?.count == 2)
        #expect(found["methods"][0]["reasons"][0] == ["type": "word", "value": "rails"])
        _ = try await ask(desk, "GET", "/methods?kind=magic", "/methods", status: 422)
        let similar = try await ask(desk, "GET", path + "/similar", template + "/similar")
        #expect(similar["methods"].array?.count == 1)
        let reader = try await server.client("officer.py")
        #expect(try await ask(reader, "GET", "/methods", "/methods")["methods"] == [])
        _ = try await ask(reader, "GET", path + "/similar", template + "/similar", status: 404)
        _ = try await ask(desk, "GET", path + "/versions", template + "/versions")
        _ = try await ask(desk, "GET", path + "/readings", template + "/readings")
        _ = try await ask(desk, "GET", "/notices?colour=purple", "/notices")
        _ = try await ask(
            desk, "POST", path + "/cancel", template + "/cancel", ["reason": "test"], headers: ["If-Match": "\"3\""])
    }
}
