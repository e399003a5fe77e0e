import Storage
import TestSupport
import Testing

@testable import Registry

@Suite("API: who may", .runningServer)
struct APIAccessTests {
    let server: TestServer

    init() throws { server = try #require(TestServer.current) }

    /// The body without what names the request, and the number that was asked for replaced.
    private func comparable(_ answer: ClientResponse, _ number: String) throws -> String {
        var problem = try #require(try answer.json().object)
        problem["instance"] = nil
        return String(decoding: JSONValue.object(problem).bytes, as: UTF8.self).replacing(number, with: "NUMBER")
    }

    private func headers(_ answer: ClientResponse) -> [String] {
        answer.headers.fields.filter { !["date", "x-request-id", "content-length"].contains($0.name.lowercased()) }
            .map { "\($0.name): \($0.value)" }.sorted()
    }

    @Test("a hidden record and one that never was get the same answer everywhere")
    func hidden() async throws {
        let serial = Serial.next()
        let hidden = try await server.enter("BR", serial, ["hiddenFrom": ["AR"]])
        let secret = try await server.enter("BR", Serial.next(), ["handling": "confidential"])
        let missing = "BR-1999-000001"
        let check = try await server.check("AR", serial)
        let client = try await server.desk("AR")
        let change: HeaderFields = ["If-Match": "\"1\"", "Content-Type": "application/json"]
        let requests: [(String, String, HeaderFields, JSONValue?)] = [
            ("GET", "", [:], nil), ("GET", "/versions", [:], nil), ("GET", "/attachments", [:], nil),
            ("GET", "/attachments/01936f0c-7a52-7bd1-9c51-0d6f4f0e2a11", [:], nil), ("PUT", "", change, gun("KV1")),
            ("POST", "/clear", change, ["reason": "r"]), ("POST", "/reactivate", change, ["reason": "r"]),
            ("POST", "/attachments?name=a.txt", ["Content-Type": "text/plain"], "text"),
        ]
        for (method, path, headers, body) in requests {
            func answer(_ number: String) async throws -> ClientResponse {
                try await client.send(
                    ClientRequest(method, "/api/v1/records/\(number)\(path)", headers: headers, body: body?.bytes ?? [])
                )
            }
            let never = try await answer(missing)
            #expect(never.status == 404)
            for number in [hidden, secret] {
                let other = try await answer(number)
                #expect(other.status == 404)
                #expect(try comparable(other, number) == comparable(never, missing), "\(method) \(path)")
                #expect(self.headers(other) == self.headers(never))
            }
        }
        for number in [hidden, missing] {
            #expect(try await client.get("/api/v1/checks/\(check)/records/\(number)").status == 404)
            let declared = try await client.post(
                "/api/v1/hits", json: ["check": .text(check), "record": .text(number)])
            #expect(declared.status == 404)
        }
        #expect(try await client.get("/api/v1/checks/\(check)").json()["total"] == 0)
        let list = try await client.get("/api/v1/records?limit=200").text
        let export = try await client.get("/api/v1/records.csv").text
        for number in [hidden, secret] { #expect(!list.contains(number) && !export.contains(number)) }
    }

    @Test("a hit is known to its parties only")
    func hits() async throws {
        let hit = try await server.declare(owner: "BR", searcher: "PY").hit
        let number = try #require(hit["number"].text)
        for bureau in ["BR", "PY"] {
            #expect(try await server.desk(bureau).get("/api/v1/hits/\(number)").status == 200)
        }
        #expect(try await server.client("coordinator.hub").get("/api/v1/hits/\(number)").status == 200)
        let stranger = try await server.desk("AR")
        let foreign = try await stranger.get("/api/v1/hits/\(number)")
        let never = try await stranger.get("/api/v1/hits/BR-H-1999-000001")
        #expect(foreign.status == 404)
        #expect(try comparable(foreign, number) == comparable(never, "BR-H-1999-000001"))
        #expect(try await stranger.post("/api/v1/hits/\(number)/confirm", json: [:]).status == 404)
        #expect(try await server.client("officer.br").post("/api/v1/hits/\(number)/confirm", json: [:]).status == 403)
    }

    @Test("without a token, or with one that means nothing, the answer is 401 and says how to ask")
    func unauthenticated() async throws {
        let fields = [
            "", "Bearer", "Bearer nonsense", "Basic YTpi", "bearer  ", "Bearer ct_" + String(repeating: "A", count: 43),
        ]
        for field in fields {
            let headers: HeaderFields = field.isEmpty ? [:] : ["Authorization": field]
            for path in ["/api/v1/records", "/api/v1/me", "/api/v1/events", "/api/v1/records/BR-2026-000001"] {
                let answer = try await server.anonymous().get(path, headers: headers)
                #expect(answer.status == 401)
                #expect(answer.headers["WWW-Authenticate"]?.hasPrefix("Bearer") == true)
                #expect(try answer.json()["type"] == "/problems/unauthenticated")
            }
        }
    }

    @Test("a token that is expired, revoked or of a disabled user opens nothing")
    func ended() async throws {
        let actor = try await server.registry.signIn.actor(onThisMachine: "officer.ar")
        let expired = "ct_expired"
        try await server.registry.database.write { connection in
            let token = APIToken(
                id: .make(), name: "old", scopes: [.check], createdAt: .now().adding(days: -2),
                expiresAt: .now().adding(seconds: -1), revokedAt: nil
            )
            try SessionStore.insert(token, secret: Secret.digest(expired), account: actor.user, connection)
        }
        #expect(
            try await server.anonymous().get("/api/v1/me", headers: ["Authorization": "Bearer \(expired)"]).status
                == 401)
        let made = try await server.registry.tokens.create(name: "t", scopes: [.check], days: 1, actor)
        let headers: HeaderFields = ["Authorization": "Bearer \(made.secret)"]
        #expect(try await server.anonymous().get("/api/v1/me", headers: headers).status == 200)
        try await server.registry.tokens.revoke(made.token.id, actor)
        #expect(try await server.anonymous().get("/api/v1/me", headers: headers).status == 401)

        let user: JSONValue = [
            "name": "leaving.ar", "displayName": "Invented Leaver", "role": "officer",
            "password": "a long enough phrase",
        ]
        let administrator = try await server.client("administrator.ar")
        #expect(try await administrator.post("/api/v1/users", json: user).status == 201)
        let leaver = try await server.client("leaving.ar")
        #expect(try await leaver.get("/api/v1/me").status == 200)
        #expect(try await administrator.post("/api/v1/users/leaving.ar/disable", json: [:]).status == 204)
        #expect(try await leaver.get("/api/v1/me").status == 401)
    }

    @Test("a token does what its scopes allow and no more")
    func scopes() async throws {
        let needs: [(Scope, String, String)] = [
            (.check, "POST", "/api/v1/checks"), (.recordsRead, "GET", "/api/v1/records"),
            (.recordsRead, "GET", "/api/v1/records.csv"), (.recordsWrite, "POST", "/api/v1/records"),
            (.recordsWrite, "GET", "/api/v1/imports"), (.hits, "GET", "/api/v1/hits"), (.hits, "POST", "/api/v1/hits"),
        ]
        for scope in Scope.allCases {
            let client = try await server.client("bureau-desk.py", [scope])
            for (needed, method, path) in needs {
                let status = try await client.send(ClientRequest(method, path)).status
                // A scope to write records is one to read them too.
                let allowed = needed == scope || (scope == .recordsWrite && path == "/api/v1/records")
                #expect((status != 403) == allowed, "\(scope) \(method) \(path): \(status)")
            }
        }
        let me = try await server.client("officer.py", [.check, .journal]).get("/api/v1/me").json()
        #expect(me["scopes"] == ["check", "journal"])
        #expect(me["rights"] == ["check"])
    }

    @Test("what a role may not do is refused before the body is looked at, naming the right")
    func roles() async throws {
        for (user, path, right) in [
            ("officer.br", "/api/v1/records", "write-records"), ("administrator.br", "/api/v1/checks", "check"),
            ("bureau-desk.br", "/api/v1/users", "manage-users"),
            ("administrator.br", "/api/v1/bureaus", "manage-bureaus"),
            ("administrator.br", "/api/v1/hits", "declare-hits"),
        ] {
            let answer = try await server.client(user).post(path, json: ["nonsense": 1])
            #expect(answer.status == 403)
            #expect(try answer.json()["subject"] == .text(right))
        }
    }

    @Test("a cookie does not open the API, whatever the path looks like")
    func cookies() async throws {
        let actor = try await server.registry.signIn.actor(onThisMachine: "bureau-desk.br")
        let session = Session(actor: actor, forgerySecret: "forgery")
        try await server.registry.database.write {
            try SessionStore.insert(session, secret: Secret.digest("secret-of-cookie"), at: .now(), $0)
        }
        for path in ["/api/v1/me", "//api/v1/me", "/api//v1/me", "/api/v1//me"] {
            let answer = try await server.anonymous().get(path, headers: ["Cookie": "cartouche=secret-of-cookie"])
            #expect([401, 404].contains(answer.status), "\(path): \(answer.status)")
        }
    }
}
