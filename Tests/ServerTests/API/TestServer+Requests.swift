import Storage
import Synchronization
import TestSupport

@testable import Registry
@testable import Server

extension TestServer {
    /// A client without a token.
    func anonymous() -> HTTPClient { HTTPClient(port: port) }

    /// A client with a token of a user, such as `bureau-desk.br`.
    func client(_ user: String, _ scopes: Set<Scope> = Set(Scope.allCases)) async throws -> HTTPClient {
        HTTPClient(port: port, headers: ["Authorization": "Bearer \(try await secret(user, scopes))"])
    }

    /// A token of a user.
    func secret(_ user: String, _ scopes: Set<Scope> = Set(Scope.allCases)) async throws -> String {
        let actor = try await registry.signIn.actor(onThisMachine: user)
        return try await registry.tokens.create(name: "test", scopes: scopes, days: 1, actor).secret
    }

    /// A browser that is signed in as a user; its forms carry `of-SECRET`.
    func browser(_ user: String, _ secret: String) async throws -> HTTPClient {
        let actor = try await registry.signIn.actor(onThisMachine: user)
        let session = Session(actor: actor, forgerySecret: "of-\(secret)")
        try await registry.database.write {
            try SessionStore.insert(session, secret: Secret.digest(secret), at: .now(), $0)
        }
        return HTTPClient(port: port, headers: ["Cookie": "cartouche=\(secret)"])
    }

    func desk(_ bureau: String) async throws -> HTTPClient { try await client("bureau-desk.\(bureau.lowercased())") }

    /// Enters a stolen pistol of a bureau.
    /// - Returns: the number of the record.
    func enter(_ bureau: String, _ serial: String, _ more: [String: JSONValue] = [:]) async throws -> String {
        let answer = try await desk(bureau).post("/api/v1/records", json: gun(serial, more))
        guard answer.status == 201, let number = try answer.json()["number"].text else { throw Unexpected(answer) }
        return number
    }

    /// Checks a number for a bureau's officer.
    /// - Returns: the identifier of the check.
    func check(_ bureau: String, _ serial: String) async throws -> String {
        let answer = try await client("officer.\(bureau.lowercased())").post("/api/v1/checks", json: reading(serial))
        guard answer.status == 201, let id = try answer.json()["id"].text else { throw Unexpected(answer) }
        return id
    }

    /// A hit on a new record of one bureau, declared by an officer of another.
    func declare(owner: String, searcher: String) async throws -> (hit: JSONValue, record: String) {
        let serial = Serial.next()
        let record = try await enter(owner, serial)
        let check = try await check(searcher, serial)
        let answer = try await client("officer.\(searcher.lowercased())").post(
            "/api/v1/hits", json: ["check": .text(check), "record": .text(record), "urgency": "urgent"]
        )
        guard answer.status == 201 else { throw Unexpected(answer) }
        return (try answer.json(), record)
    }
}

/// An answer with a status that the test cannot go on with.
struct Unexpected: Error, CustomStringConvertible {
    let description: String

    init(_ answer: ClientResponse) { description = "status \(answer.status): \(answer.text.prefix(1_000))" }
}

/// Numbers that no two records share.
enum Serial {
    private static let last = Mutex(100_000)

    static func next() -> String {
        last.withLock { last in
            last += 1
            // Far from each other, so that none is taken for a misread other one.
            return "KV\((last &* 7_919) % 1_000_003)W\((last &* 104_729) % 999_983)"
        }
    }
}

/// The body of a stolen pistol.
func gun(_ serial: String, _ more: [String: JSONValue] = [:]) -> JSONValue {
    let body: [String: JSONValue] = [
        "class": "stolen", "purpose": "identify-objects",
        "firearm": ["type": "pistol", "make": "Taurus", "calibre": "9mm", "numbers": [["text": .text(serial)]]],
    ]
    return .object(body.merging(more) { _, new in new })
}

/// The body of a check.
func reading(_ serial: String) -> JSONValue { ["serial": .text(serial), "purpose": "border-control"] }

extension JSONValue {
    /// The fields and codes of a problem's errors, as `field code`.
    var errors: Set<String> {
        Set((self["errors"].array ?? []).map { "\($0["field"].text ?? "?") \($0["code"].text ?? "?")" })
    }
}
