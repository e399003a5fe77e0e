import TestSupport
import Testing

@testable import Registry
@testable import Server

@Suite("The port of public notices") struct PublicPortTests {
    @Test("it serves public notices and nothing else, and the links name the public address")
    func onlyPublic() async throws {
        var settings = ServerSettings.generous
        settings.publicNoticesPort = try FreePort.find()
        settings.publicAddress = "https://notices.example.org"
        settings.publicNoticesPath = "/public/notices"
        try await TestServer.run(settings) { server in
            let outside = HTTPClient(port: settings.publicNoticesPort)
            let list = try await outside.get("/public/notices/red")
            #expect(list.status == 200)
            let own = try list.json()["_links"]["self"]["href"].text
            #expect(own?.hasPrefix("https://notices.example.org/public/notices/red?") == true)
            #expect(try await outside.get("/").headers["Location"] == "/public/notices/gallery")
            #expect(try await outside.get("/public/notices/gallery/red").text.contains("Public notices"))
            for path in ["/sign-in", "/api/v1/notices", "/notices/v1/red", "/metrics", "/healthz", "/records"] {
                #expect(try await outside.get(path).status == 404, "\(path)")
            }
            #expect(try await server.anonymous().get("/public/notices/red").status == 200)
            #expect(try await server.anonymous().get("/notices/v1/red").status == 404)
        }
    }

    @Test("without a path there is no public interface")
    func none() async throws {
        var settings = ServerSettings.generous
        settings.publicNoticesPath = nil
        try await TestServer.run(settings) { server in
            let answer = try await server.anonymous().get("/notices/v1/red")
            #expect(answer.status == 404)
        }
    }
}
