import Foundation

/// The built `cartouche`, serving a data folder on a free port of this machine.
public final class ServerProcess: Sendable {
    /// The port of 127.0.0.1 it serves on.
    public let port: Int

    private let run: ProgramRun

    private init(run: ProgramRun, port: Int) {
        self.run = run
        self.port = port
    }

    /// Starts the server and waits until it is ready.
    ///
    /// - Parameters:
    ///   - folder: the data folder.
    ///   - command: the subcommand, `serve` or `demo`.
    ///   - arguments: further arguments.
    ///   - environment: variables that are added to those of the tests.
    ///   - program: another program than the built `cartouche`.
    ///   - limit: how long the start may take.
    /// - Throws: ``ServerFailure`` with the log when it ends or is not ready in time, ``ProgramMissing`` when it was not
    ///   built.
    public static func start(
        data folder: String,
        command: String = "serve",
        arguments: [String] = [],
        environment: [String: String] = [:],
        program: String? = nil,
        within limit: Duration = .seconds(60)
    ) async throws -> ServerProcess {
        let port = try FreePort.find()
        let run = try ProgramRun(
            program ?? ProductsFolder.program(),
            [command, "--data", folder, "--host", "127.0.0.1", "--port", String(port)] + arguments,
            environment: environment
        )
        let server = ServerProcess(run: run, port: port)
        let probe = HTTPClient(port: port, timeout: .seconds(5))
        do {
            try await eventually("the server is ready", within: limit) {
                guard run.isRunning else { throw ServerFailure("the server ended at its start", log: server.log) }
                return (try? await probe.get("/readyz").status) == 200
            }
        } catch let missed as DeadlineMissed {
            run.signal(SIGKILL)
            throw ServerFailure(missed.description, log: server.log)
        }
        return server
    }

    /// The address of a page, for a browser.
    public func address(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }

    /// A client without cookies for this server.
    public func client(headers: HeaderFields = [:], followingRedirects redirects: Int = 0) -> HTTPClient {
        HTTPClient(port: port, headers: headers, followingRedirects: redirects)
    }

    /// What it has written so far: standard output, then standard error.
    public var log: String { run.output + run.errors }

    /// Whether it has not ended yet.
    public var isRunning: Bool { run.isRunning }

    /// The memory it holds at this moment, in bytes; nil when it has ended.
    public var residentBytes: Int? { run.residentBytes }

    /// Asks it to end and waits until it has.
    ///
    /// - Returns: the exit status.
    /// - Throws: ``DeadlineMissed`` when it still runs after the time; it is killed.
    @discardableResult
    public func terminate(within limit: Duration = .seconds(30)) async throws -> Int32 {
        run.signal(SIGTERM)
        return try await run.end(within: limit).status
    }

    /// Kills it in the middle of whatever it does, as a power cut would, and waits until it is gone.
    ///
    /// - Throws: ``DeadlineMissed`` when the system does not end it.
    public func kill() async throws {
        run.signal(SIGKILL)
        _ = try await run.end(within: .seconds(30))
    }
}

/// The server did not come up.
public struct ServerFailure: Error, Sendable, CustomStringConvertible {
    /// What happened, with the end of the log.
    public let description: String

    /// States what happened, and quotes the end of a log.
    public init(_ what: String, log: String) {
        description = "\(what); the end of its log:\n\(log.suffix(4_000))"
    }
}
