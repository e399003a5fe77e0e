import Foundation
import TestSupport
import Testing

@Suite struct ServerProcessTests {
    /// Writes a program that takes the place of the server.
    private func program(_ script: String, in folder: TemporaryFolder) throws -> String {
        let path = try folder.write("#!/bin/sh\n" + script, to: "program")
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        return path
    }

    @Test("a server that ends at its start is an error that shows its log")
    func endsAtStart() async throws {
        let folder = try TemporaryFolder()
        let program = try program("echo \"no room on $3\" >&2; exit 1", in: folder)
        let failure = await #expect(throws: ServerFailure.self) {
            try await ServerProcess.start(data: folder.path(of: "data"), program: program)
        }
        #expect(failure?.description.contains("no room on \(folder.path(of: "data"))") == true)
    }

    @Test("a server that does not become ready is an error that shows its log")
    func neverReady() async throws {
        let folder = try TemporaryFolder()
        let program = try program("echo thinking; exec sleep 600", in: folder)
        let failure = await #expect(throws: ServerFailure.self) {
            try await ServerProcess.start(data: folder.path, program: program, within: .milliseconds(300))
        }
        #expect(failure?.description.contains("thinking") == true)
    }
}
