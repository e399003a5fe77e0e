import Foundation
import Synchronization
import TestSupport
import Testing

/// What was acknowledged survives the program's sudden death.
@Suite("Killed without warning", .serialized)
struct CrashTests {
    @Test(
        "A check that was answered is in the journal after kill -9, and the journal is intact", .timeLimit(.minutes(10))
    )
    func checksSurvive() async throws {
        let installation = try await NewInstallation()
        let token = try await installation.token("officer.ar", scopes: "check")
        let server = try await installation.server(environment: ["CARTOUCHE_LIMITS_REQUESTS_PER_MINUTE": "0"])
        let acknowledged = AcknowledgedChecks()
        async let senders: Void = withThrowingTaskGroup(of: Void.self) { group in
            for sender in 0..<8 {
                group.addTask { [port = server.port] in
                    try await onOwnThread { acknowledged.send(port: port, token: token, sender: sender) }
                }
            }
            try await group.waitForAll()
        }
        try await eventually("a good many checks were answered", within: .seconds(60)) { acknowledged.count >= 2_000 }
        try await server.kill()
        try await senders
        let identifiers = acknowledged.identifiers
        #expect(identifiers.count >= 2_000)

        let verification = try await installation.result(["journal", "verify", "--json"])
        #expect(verification.status == 0, "\(verification.output) \(verification.errors)")

        let admin = try await installation.token("admin.ar", scopes: "journal")
        let restarted = try await installation.server(environment: ["CARTOUCHE_LIMITS_REQUESTS_PER_MINUTE": "0"])
        let journalled = try await JournalReader(client: restarted.client(), token: admin).objects(action: "check.run")
        let lost = identifiers.filter { !journalled.contains("check:\($0)") }
        #expect(lost.isEmpty, "\(lost.count) acknowledged checks are not in the journal")
        _ = try await restarted.terminate()
    }

    @Test("An import goes on after kill -9 without losing or repeating a row", .timeLimit(.minutes(10)))
    func importsGoOn() async throws {
        let installation = try await NewInstallation()
        let rows = 40_000
        let lines = (0..<rows).map { "KX\(100_000 + $0),Taurus,PT 92,9 mm" }
        let file = try installation.folder.write(
            "serial,make,model,calibre\n" + lines.joined(separator: "\n") + "\n", to: "guns.csv"
        )
        let arguments = ["import", "firearms", file, "--as", "desk.br", "--yes", "--data", installation.path]
        let program = try ProductsFolder.program()
        let first = try ProgramRun(program, arguments)
        try await eventually("some rows are entered", within: .seconds(90)) {
            let count = try await recordCount(installation)
            return count > 0 || !first.isRunning
        }
        first.signal(SIGKILL)
        let ended = try await first.end()
        let entered = try await recordCount(installation)
        #expect(ended.wasSignalled)
        #expect(entered > 0 && entered < rows, "killed in the middle: \(entered) of \(rows)")

        let second = try await ProgramRun(program, arguments).end(within: .seconds(180))
        #expect(second.status == 0, "\(second.errors)")
        #expect(try await recordCount(installation) == rows)
        let verification = try await installation.result(["journal", "verify"])
        #expect(verification.status == 0, "\(verification.output) \(verification.errors)")
    }

    @Test(
        "After kill -9 every record that was acknowledged is found by a misread number, once", .timeLimit(.minutes(10))
    )
    func numbersAreFoundAgain() async throws {
        let installation = try await NewInstallation()
        let desk = try await installation.token("desk.br", scopes: "records:write")
        let officer = try await installation.token("officer.ar", scopes: "check")
        let environment = ["CARTOUCHE_LIMITS_REQUESTS_PER_MINUTE": "0"]
        var entered: [String] = []
        for round in 0..<2 {
            let server = try await installation.server(environment: environment)
            for number in 0..<60 {
                let serial = "KX\(100_000 + round * 5_000 + number * 37)"
                let body =
                    "{\"class\":\"stolen\",\"purpose\":\"identify-objects\",\"firearm\":{\"make\":\"Taurus\",\"numbers\":[{\"text\":\"\(serial)\"}]}}"
                let answer = try await server.client().send(
                    ClientRequest("POST", "/api/v1/records", headers: Self.headers(desk), body: Array(body.utf8))
                )
                #expect(answer.status == 201, "\(answer.text)")
                if answer.status == 201 { entered.append(serial) }
            }
            try await server.kill()
        }
        let server = try await installation.server(environment: environment)
        for serial in entered {
            // The fourth sign is left out.
            let read = serial.prefix(3) + serial.dropFirst(4)
            let body = "{\"serial\":\"\(read)\",\"make\":\"Taurus\",\"purpose\":\"border-control\"}"
            try await eventually("\(serial) is found by \(read)", within: .seconds(20)) {
                let answer = try await server.client().send(
                    ClientRequest("POST", "/api/v1/checks", headers: Self.headers(officer), body: Array(body.utf8))
                ).json()
                let found = answer["candidates"].array?.count { $0["record"]["serial"].text == serial } ?? 0
                #expect(found <= 1, "\(serial) is there twice")
                return found == 1
            }
        }
        _ = try await server.terminate()
    }

    private static func headers(_ token: String) -> HeaderFields {
        ["Authorization": "Bearer \(token)", "Content-Type": "application/json"]
    }

    private func recordCount(_ installation: NewInstallation) async throws -> Int {
        let exported = try await installation.output("export", "firearms", "-", "--as", "desk.br")
        return max(0, exported.split(whereSeparator: \.isNewline).count - 1)
    }
}

/// The identifiers of checks whose answers arrived.
private final class AcknowledgedChecks: Sendable {
    private let state = Mutex<[String]>([])

    var count: Int { state.withLock(\.count) }
    var identifiers: [String] { state.withLock { $0 } }

    /// Sends checks over one connection until it breaks.
    func send(port: Int, token: String, sender: Int) {
        guard let connection = try? HTTPConnection(port: port) else { return }
        for number in 0..<100_000 {
            let body = "{\"serial\":\"CR\(sender)\(10_000 + number)\",\"purpose\":\"border-control\"}"
            let request = ClientRequest(
                "POST", "/api/v1/checks",
                headers: ["Authorization": "Bearer \(token)", "Content-Type": "application/json"],
                body: Array(body.utf8)
            )
            guard let response = try? connection.send(request), response.status == 201,
                let answer = try? response.json(), let identifier = answer["id"].text
            else { return }
            state.withLock { $0.append(identifier) }
        }
    }
}

/// Reads a bureau's journal through the API, page by page.
private struct JournalReader {
    let client: HTTPClient
    let token: String

    func objects(action: String) async throws -> Set<String> {
        var found: Set<String> = []
        var path: String? = "/api/v1/journal?limit=500&action=\(action)"
        while let next = path {
            let page = try await client.get(next, headers: ["Authorization": "Bearer \(token)"]).json()
            for entry in page["entries"].array ?? [] {
                if let object = entry["object"].text { found.insert(object) }
            }
            path = page["next"].text.map { "/api/v1/journal?limit=500&action=\(action)&before=\($0)" }
        }
        return found
    }
}
