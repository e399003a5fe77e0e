import Foundation
import Registry
import Server
import Testing

@testable import CommandLine

@Suite("Configuration")
struct ConfigurationTests {
    @Test("every setting has a name, a variable and a flag of its own, and a default that it allows")
    func list() {
        #expect(Set(ConfigurationKey.all.map(\.name)).count == ConfigurationKey.all.count)
        #expect(Set(ConfigurationKey.all.map(\.variable)).count == ConfigurationKey.all.count)
        for key in ConfigurationKey.all {
            #expect(key.problem(with: key.defaultText) == nil)
            #expect(!key.meaning.isEmpty)
        }
    }

    @Test("a flag goes before the environment, that before the file, that before the default")
    func precedence() async throws {
        let path = NSTemporaryDirectory() + "cartouche-\(UUID().uuidString).json"
        let json =
            #"{"server": {"port": 1111, "host": "file.test"}, "clocks": {"urgent-seconds": 61, "routine-seconds": 62}}"#
        try Data(json.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let settings = try await ProgramSettings.load(
            flags: ["server.port": "3333"], configurationFile: path,
            environment: ["CARTOUCHE_SERVER_PORT": "2222", "CARTOUCHE_CLOCKS_URGENT_SECONDS": "71"]
        )
        #expect(settings.server.port == 3333)
        #expect(settings.server.host == "file.test")
        #expect(settings.registry.urgentClockSeconds == 71)
        #expect(settings.registry.routineClockSeconds == 62)
        #expect(settings.registry.sessionIdleSeconds == ProgramSettings().registry.sessionIdleSeconds)
    }

    @Test(
        "a file with an unknown key or a wrong value is refused with the key's name",
        arguments: [
            (#"{"clocks": {"urgnt-seconds": 5}}"#, "clocks.urgnt-seconds"),
            (#"{"server": {"port": "80"}}"#, "server.port"),
            (#"{"server": {"port": 99999}}"#, "server.port"),
            (#"{"server": {"behind-tls": "yes"}}"#, "server.behind-tls"),
            (#"{"server": 7}"#, "server"),
            (#"[1]"#, "object"),
        ]
    )
    func refusedFile(json: String, naming: String) throws {
        let failure = #expect(throws: CommandFailure.self) {
            _ = try ConfigurationFile(json: Data(json.utf8), path: "test.json")
        }
        #expect(failure?.description.contains(naming) == true)
    }

    @Test("the address and the path of public notices may be set, moved or left empty")
    func publicNotices() async throws {
        let settings = try await ProgramSettings.load(
            flags: ["server.public-address": "https://notices.example.org", "server.public-notices-path": ""],
            configurationFile: nil, environment: ["CARTOUCHE_NOTICES_LEAST_SENTENCE_MONTHS": "4"]
        )
        #expect(settings.server.publicAddress == "https://notices.example.org")
        #expect(settings.server.publicNoticesPath == nil)
        #expect(settings.registry.noticeThresholds.leastSentenceMonths == 4)
        #expect(ProgramSettings().server.publicNoticesPath == "/notices/v1")
        for wrong in ["example.org", "ftp://example.org", "https://", "https://example.org/", "https://a b"] {
            #expect(ConfigurationKey.named("server.public-address")?.problem(with: wrong) != nil, "\(wrong)")
        }
        for wrong in ["notices", "/", "/notices/", "//notices", "/no tices"] {
            #expect(ConfigurationKey.named("server.public-notices-path")?.problem(with: wrong) != nil, "\(wrong)")
        }
    }

    @Test("a wrong variable and an unknown flag are refused by name")
    func refusedVariable() async {
        let variable = await #expect(throws: CommandFailure.self) {
            _ = try await ProgramSettings.load(
                flags: [:], configurationFile: nil, environment: ["CARTOUCHE_SERVER_PORT": "eighty"]
            )
        }
        #expect(variable?.description.contains("CARTOUCHE_SERVER_PORT") == true)
        let flag = await #expect(throws: CommandFailure.self) {
            _ = try await ProgramSettings.load(flags: ["server.prt": "1"], configurationFile: nil, environment: [:])
        }
        #expect(flag?.description.contains("server.prt") == true)
    }
}
