import Foundation
import TestSupport
import Testing

@Suite struct ProgramRunTests {
    @Test("a program's output, errors and status are kept apart")
    func output() async throws {
        let run = try ProgramRun(
            "/bin/sh",
            ["-c", "read line; echo \"got $line\"; echo oops >&2; exit 3"],
            input: "this\n"
        )
        let result = try await run.end()
        #expect(result.status == 3)
        #expect(!result.wasSignalled)
        #expect(result.output == "got this\n")
        #expect(result.errors == "oops\n")
    }

    @Test("a program that is killed is seen to have been killed, and what it wrote is kept")
    func killed() async throws {
        let run = try ProgramRun("/bin/sh", ["-c", "echo started; exec sleep 600"])
        try await eventually("it has started") { run.output == "started\n" }
        #expect((run.residentBytes ?? 0) > 0)
        run.signal(SIGKILL)
        let result = try await run.end()
        #expect(result.wasSignalled)
        #expect(result.status == SIGKILL)
        #expect(result.output == "started\n")
        #expect(run.residentBytes == nil)
    }

    @Test("a program that is asked to end can do so in its own way")
    func terminated() async throws {
        let run = try ProgramRun(
            "/bin/sh",
            ["-c", "trap 'echo ended; exit 4' TERM; echo started; while :; do sleep 0.05; done"]
        )
        try await eventually("it has started") { run.output == "started\n" }
        run.signal(SIGTERM)
        let result = try await run.end()
        #expect(result.status == 4)
        #expect(!result.wasSignalled)
        #expect(result.output == "started\nended\n")
    }

    @Test("a program that does not end in time is killed")
    func deadline() async throws {
        let run = try ProgramRun("/bin/sleep", ["600"])
        await #expect(throws: DeadlineMissed.self) { try await run.end(within: .milliseconds(50)) }
        try await eventually("it is gone") { !run.isRunning }
    }
}
