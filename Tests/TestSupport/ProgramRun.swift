import Foundation

/// A program that runs beside the tests, its output in files, so that nothing is lost when it is killed.
public final class ProgramRun: Sendable {
    private let process: Process
    private let folder: TemporaryFolder

    /// What a program left when it ended.
    public struct Result: Sendable {
        /// The exit status, or the number of the signal that ended it.
        public let status: Int32
        /// Whether a signal ended it.
        public let wasSignalled: Bool
        /// What it wrote to standard output.
        public let output: String
        /// What it wrote to standard error.
        public let errors: String
    }

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - path: the program's file.
    ///   - arguments: its arguments.
    ///   - environment: variables that are added to those of the tests, or replace them.
    ///   - folder: the folder it starts in; that of the tests when nil.
    ///   - input: what it reads from standard input.
    /// - Throws: what the system says when it cannot be started.
    public init(
        _ path: String,
        _ arguments: [String],
        environment: [String: String] = [:],
        in folder: String? = nil,
        input: String = ""
    ) throws {
        self.folder = try TemporaryFolder()
        process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        process.standardInput = try FileHandle(
            forReadingFrom: URL(fileURLWithPath: self.folder.write(input, to: "input"))
        )
        process.standardOutput = try Self.file(self.folder.write("", to: "output"))
        process.standardError = try Self.file(self.folder.write("", to: "errors"))
        // A program inherits which signals are blocked, and the threads that tests run on block SIGTERM.
        var none = sigset_t()
        var before = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try process.run()
    }

    deinit {
        if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
    }

    private static func file(_ path: String) throws -> FileHandle {
        try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }

    /// Its process number.
    public var identifier: Int32 { process.processIdentifier }

    /// Whether it has not ended yet.
    public var isRunning: Bool { process.isRunning }

    /// What it has written to standard output so far.
    public var output: String { text("output") }

    /// What it has written to standard error so far.
    public var errors: String { text("errors") }

    private func text(_ name: String) -> String {
        let bytes = try? Data(contentsOf: URL(fileURLWithPath: folder.path(of: name)))
        return String(decoding: bytes ?? Data(), as: UTF8.self)
    }

    /// Sends it a signal, if it still runs.
    public func signal(_ number: Int32) {
        if process.isRunning { Foundation.kill(process.processIdentifier, number) }
    }

    /// Waits until it has ended.
    ///
    /// - Parameter limit: how long to wait.
    /// - Throws: ``DeadlineMissed`` when it still runs then; it is killed.
    public func end(within limit: Duration = .seconds(60)) async throws -> Result {
        do {
            try await eventually("the end of \(process.executableURL?.lastPathComponent ?? "a program")", within: limit)
            {
                !process.isRunning
            }
        } catch {
            signal(SIGKILL)
            throw error
        }
        return Result(
            status: process.terminationStatus,
            wasSignalled: process.terminationReason == .uncaughtSignal,
            output: output,
            errors: errors
        )
    }

    /// The memory it holds at this moment, in bytes; nil when it has ended.
    public var residentBytes: Int? {
        guard let status = try? String(contentsOfFile: "/proc/\(identifier)/status", encoding: .utf8) else {
            return nil
        }
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }.map { $0 * 1024 }
    }
}

extension ProgramRun {
    /// Runs the built `cartouche` with these arguments until it ends.
    ///
    /// - Throws: ``ProgramMissing`` when it was not built, ``DeadlineMissed`` when it does not end in time.
    public static func cartouche(
        _ arguments: String...,
        environment: [String: String] = [:],
        input: String = "",
        within limit: Duration = .seconds(60)
    ) async throws -> Result {
        let run = try ProgramRun(ProductsFolder.program(), arguments, environment: environment, input: input)
        return try await run.end(within: limit)
    }
}
