import Foundation
import TestSupport
import Testing

/// A scan that was acknowledged is prepared, whatever happens to the server in between.
@Suite("Scans and servers that are killed", .serialized)
struct ScanCrashTests {
    @Test(
        "uploaded scans are prepared once after kill -9, also in the middle of a preparation", .timeLimit(.minutes(10)))
    func scansGoOn() async throws {
        let installation = try await NewInstallation()
        let folder = installation.folder.path(of: "scans")
        let made = try await ProgramRun(
            ProductsFolder.program(),
            [
                "scan", "generate", "--class", "granular", "--tools", "4", "--firings", "1", "--raw", "--pitch", "6",
                "--output", folder,
            ]
        ).end(within: .seconds(120))
        #expect(made.status == 0, "\(made.errors)")
        let token = try await installation.token("desk.br", scopes: "exhibits")
        let server = try await installation.server()
        let client = server.client(headers: ["Authorization": "Bearer \(token)"])
        let opened = try await client.post("/api/v1/cases", json: ["title": "Shots", "laboratory": "IC"])
        let number = try #require(try opened.json()["number"].text, "\(opened.text)")
        let entered = try await client.post(
            "/api/v1/exhibits", json: ["case": .text(number), "kind": "cartridge-case"]
        )
        let exhibit = try #require(try entered.json()["number"].text, "\(entered.text)")
        for tool in 1...4 {
            _ = try await client.post(
                "/api/v1/exhibits/\(exhibit)/marks", json: ["kind": "breech-face", "label": .text("Mark \(tool)")]
            )
            let bytes = try Data(contentsOf: URL(filePath: "\(folder)/granular-0\(tool)-1.x3p"))
            let added = try await client.send(
                ClientRequest(
                    "POST", "/api/v1/marks/\(exhibit).\(tool)/scans?name=scan.x3p",
                    headers: ["Content-Type": "application/octet-stream"], body: Array(bytes)
                ))
            #expect(added.status == 202, "\(added.text)")
        }
        // The first has been prepared or is being prepared; the others wait.
        try await server.kill()
        let restarted = try await installation.server()
        let again = restarted.client(headers: ["Authorization": "Bearer \(token)"])
        for tool in 1...4 {
            try await eventually("mark \(tool) is prepared", within: .seconds(300), every: .milliseconds(200)) {
                try await again.get("/api/v1/marks/\(exhibit).\(tool)").json()["waiting"] == false
            }
            let detail = try await again.get("/api/v1/marks/\(exhibit).\(tool)").json()
            #expect(detail["preparations"].array?.count == 1, "\(detail)")
            #expect(detail["scans"][0]["state"] == "ready")
        }
        _ = try await restarted.terminate()
        let verification = try await installation.result(["journal", "verify"])
        #expect(verification.status == 0, "\(verification.output) \(verification.errors)")
    }
}
