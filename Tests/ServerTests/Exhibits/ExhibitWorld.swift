import Foundation
import Surfaces
import TestSupport
import Testing
import Toolmarks

@testable import Registry
@testable import Server

extension TestServer {
    /// Enters a case with one event and an exhibit of it through the API.
    /// - Returns: the number of the exhibit.
    func enterExhibit(
        _ bureau: String, _ more: [String: JSONValue] = [:], submitted: Bool = false
    ) async throws -> String {
        let examiner = try await client("examiner.\(bureau.lowercased())")
        let opened = try await examiner.post(
            "/api/v1/cases",
            json: [
                "title": "Shots at the harbour", "laboratory": "Laboratory",
                "events": [["kind": "shooting", "from": "2026-03-02", "country": .text(bureau)]],
            ]
        )
        guard opened.status == 201, let number = try opened.json()["number"].text else { throw Unexpected(opened) }
        let fields: [String: JSONValue] = ["case": .text(number), "event": 1, "kind": "cartridge-case"]
        let entered = try await examiner.post("/api/v1/exhibits", json: .object(fields.merging(more) { $1 }))
        guard entered.status == 201, let exhibit = try entered.json()["number"].text else { throw Unexpected(entered) }
        guard submitted else { return exhibit }
        let decided = try await examiner.send(
            "POST", "/api/v1/exhibits/\(exhibit)/submission",
            json: ["submission": "submitted", "reason": "near the border"], headers: ["If-Match": "\"1\""]
        )
        guard decided.status == 200 else { throw Unexpected(decided) }
        return exhibit
    }

    /// Waits until a mark has no preparation to be made.
    func prepared(_ mark: String, _ client: HTTPClient) async throws -> JSONValue {
        try await eventualValue("the scan of \(mark) is prepared", within: .seconds(300)) {
            let answer = try await client.get("/api/v1/marks/\(mark)")
            guard answer.status == 200 else { throw Unexpected(answer) }
            let detail = try answer.json()
            // A JSON value has a null of its own, which is an answer.
            return detail["waiting"] == true ? JSONValue?.none : .some(detail)
        }
    }
}

/// A breech face as an instrument measures it, in x3p.
func scan(tool: UInt64 = 7) throws -> [UInt8] {
    try X3PDocument(GeneratedTool(.parallel, seed: tool).firing(0).raw(pitch: 12)).encoded(level: 1)
}

/// The header that says where an upload belongs.
func uploadMetadata(_ fields: KeyValuePairs<String, String>) -> String {
    fields.map { "\($0.key) \(Data($0.value.utf8).base64EncodedString())" }.joined(separator: ",")
}
