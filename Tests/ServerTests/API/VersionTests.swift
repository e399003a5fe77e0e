import TestSupport
import Testing

@Suite("API: versions", .runningServer)
struct VersionTests {
    let server: TestServer

    init() throws { server = try #require(TestServer.current) }

    @Test("a record comes with its version, and not again to who has it")
    func notModified() async throws {
        let client = try await server.desk("BR")
        let path = "/api/v1/records/\(try await server.enter("BR", Serial.next()))"
        let first = try await client.get(path)
        #expect(first.headers["ETag"] == "\"1\"")
        for tag in ["\"1\"", "W/\"1\"", "\"7\", \"1\"", "*"] {
            let again = try await client.get(path, headers: ["If-None-Match": tag])
            #expect(again.status == 304, "\(tag)")
            #expect(again.body.isEmpty)
            #expect(again.headers["ETag"] == "\"1\"")
        }
        for tag in ["\"2\"", "1", "\"11\""] {
            #expect(try await client.get(path, headers: ["If-None-Match": tag]).status == 200, "\(tag)")
        }
    }

    @Test("a change needs the version it is made on, and only the present one is taken")
    func match() async throws {
        let client = try await server.desk("BR")
        let serial = Serial.next()
        let path = "/api/v1/records/\(try await server.enter("BR", serial))"
        let change = gun(serial, ["place": "Foz do Iguaçu", "reason": "seen again"])
        #expect(try await client.send("PUT", path, json: change).status == 428)
        for wrong in ["1", "W/\"1\"", "\"x\"", "*", "\"\"", "\"1\", \"2\""] {
            #expect(
                try await client.send("PUT", path, json: change, headers: ["If-Match": wrong]).status == 400, "\(wrong)"
            )
        }
        let stale = try await client.send("PUT", path, json: change, headers: ["If-Match": "\"2\""])
        #expect(stale.status == 412)
        #expect(try stale.json()["type"] == "/problems/version-mismatch")
        let changed = try await client.send("PUT", path, json: change, headers: ["If-Match": "\"1\""])
        #expect(changed.status == 200)
        #expect(changed.headers["ETag"] == "\"2\"")
        #expect(try changed.json()["place"] == "Foz do Iguaçu")
        #expect(try await client.send("PUT", path, json: change, headers: ["If-Match": "\"1\""]).status == 412)
        let versions = try await client.get("\(path)/versions").json()["versions"]
        #expect(versions.array?.count == 1)
        #expect(versions[0]["fieldsChangedLater"] == ["place"])
    }

    @Test("of two changes side by side on one version, one is made")
    func race() async throws {
        let client = try await server.desk("BR")
        let path = "/api/v1/records/\(try await server.enter("BR", Serial.next()))"
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<6 {
                group.addTask {
                    try await client.send(
                        "POST", "\(path)/locate", json: ["reason": "found"], headers: ["If-Match": "\"1\""]
                    ).status
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.sorted() == [200, 412, 412, 412, 412, 412])
    }

    @Test("a record goes through its states, and back only where that leads on")
    func states() async throws {
        let client = try await server.desk("BR")
        let path = "/api/v1/records/\(try await server.enter("BR", Serial.next()))"
        var version = 1
        for (step, status, state) in [
            ("locate", 200, "located"), ("reactivate", 200, "active"), ("reactivate", 409, ""),
            ("clear", 200, "cleared"),
            ("reactivate", 409, ""), ("cancel", 409, ""),
        ] {
            let answer = try await client.post(
                "\(path)/\(step)", json: ["reason": "so it is"], headers: ["If-Match": "\"\(version)\""]
            )
            #expect(answer.status == status, "\(step)")
            guard status == 200 else { continue }
            version += 1
            #expect(try answer.json()["status"] == .text(state))
        }
        #expect(
            try await client.post("\(path)/clear", json: [:], headers: ["If-Match": "\"1\""]).json().errors == [
                "reason required"
            ])
    }

    @Test("a step on a hit may state the version it was decided on")
    func hit() async throws {
        let hit = try await server.declare(owner: "BR", searcher: "PY").hit
        let path = "/api/v1/hits/\(try #require(hit["number"].text))"
        let desk = try await server.desk("BR")
        let read = try await desk.get(path)
        let tag = try #require(read.headers["ETag"])
        #expect(try await desk.get(path, headers: ["If-None-Match": tag]).status == 304)
        #expect(try await desk.post("\(path)/acknowledge", json: [:], headers: ["If-Match": "\"99\""]).status == 412)
        #expect(try await desk.post("\(path)/acknowledge", json: [:], headers: ["If-Match": tag]).status == 200)
        #expect(try await desk.post("\(path)/confirm", json: [:], headers: ["If-Match": tag]).status == 412)
        #expect(try await desk.post("\(path)/confirm", json: ["note": "it is ours"]).status == 200)
        #expect(try await desk.post("\(path)/refute", json: ["note": "no"]).status == 409)
        #expect(try await desk.post("\(path)/refute", json: [:]).json().errors == ["note required"])
        let states = try await desk.get(path).json()["events"].array?.map { $0["state"].text }
        #expect(states == ["sent", "acknowledged", "confirmed"])
    }
}
