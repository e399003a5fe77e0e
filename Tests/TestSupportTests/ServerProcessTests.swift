import TestSupport
import Testing

@Suite struct ServerProcessTests {
    /// The shell takes the place of the server, a script that of the subcommand. A program that was only just written
    /// cannot be started reliably: programs that other tests start meanwhile may still hold it open.
    private let shell = "/bin/sh"

    @Test("a server that ends at its start is an error that shows its log")
    func endsAtStart() async throws {
        let folder = try TemporaryFolder()
        let script = try folder.write("echo \"no room on $2\" >&2; exit 1", to: "script")
        let failure = await #expect(throws: ServerFailure.self) {
            try await ServerProcess.start(data: folder.path(of: "data"), command: script, program: shell)
        }
        #expect(failure?.description.contains("no room on \(folder.path(of: "data"))") == true)
    }

    @Test("a server that does not become ready is an error that shows its log")
    func neverReady() async throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let script = try folder.write("echo thinking; exec sleep 600", to: "script")
        let failure = await #expect(throws: ServerFailure.self) {
            try await ServerProcess.start(
                data: folder.path, command: script, program: shell, within: .milliseconds(300))
        }
        #expect(failure?.description.contains("thinking") == true)
    }
}
