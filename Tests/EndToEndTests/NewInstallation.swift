import TestSupport

/// A data folder set up through the command line, as an operator would: the coordination centre, the bureaus of
/// Brazil and Argentina, and users for each role. Every person is invented.
struct NewInstallation: Sendable {
    /// The password of every user.
    static let password = "seven-invented-herons"

    let folder: TemporaryFolder

    /// The data folder.
    var path: String { folder.path(of: "data") }

    /// Sets everything up.
    init() async throws {
        folder = try TemporaryFolder()
        try await run("set-up", "--user", "admin.hub", "--display-name", "Ana Inventada")
        for (code, name, country) in [("BR", "NCB Brasília", "BR"), ("AR", "NCB Buenos Aires", "AR")] {
            try await run("bureaus", "add", code, "--name", name, "--country", country, "--as", "admin.hub")
            let low = code.lowercased()
            try await run(
                "users", "add", "admin.\(low)", "--role", "administrator", "--bureau", code, "--as", "admin.hub"
            )
            for (user, role) in [("officer.\(low)", "officer"), ("desk.\(low)", "bureau-desk")] {
                try await run("users", "add", user, "--role", role, "--as", "admin.\(low)")
            }
        }
        try await run("users", "add", "coordinator.hub", "--role", "coordinator", "--as", "admin.hub")
    }

    /// A new API token of a user.
    func token(_ user: String, scopes: String) async throws -> String {
        let answer = try await output(
            "tokens", "create", "end-to-end", "--scopes", scopes, "--days", "1", "--json", "--as", user
        )
        return try JSONValue(parsing: answer.utf8)["secret"].text ?? ""
    }

    /// Runs a subcommand on the data folder.
    /// - Returns: what it printed.
    /// - Throws: `CommandRefused` with what it said where it did not end well.
    @discardableResult
    func output(_ arguments: String..., within limit: Duration = .seconds(120)) async throws -> String {
        let result = try await result(arguments, within: limit)
        guard result.status == 0 else { throw CommandRefused(arguments: arguments, errors: result.errors) }
        return result.output
    }

    /// Runs a subcommand on the data folder, however it ends.
    func result(_ arguments: [String], within limit: Duration = .seconds(120)) async throws -> ProgramRun.Result {
        let program = try ProductsFolder.program()
        return try await ProgramRun(
            program, arguments + ["--data", path],
            input: Self.password + "\n"
        ).end(within: limit)
    }

    /// Starts a server on the data folder.
    func server(environment: [String: String] = [:]) async throws -> ServerProcess {
        try await ServerProcess.start(data: path, environment: environment)
    }

    private func run(_ arguments: String...) async throws {
        let needsPassword = arguments.first == "set-up" || arguments.prefix(2) == ["users", "add"]
        let all = arguments + (needsPassword ? ["--password-file", "-"] : [])
        let result = try await result(all)
        guard result.status == 0 else { throw CommandRefused(arguments: all, errors: result.errors) }
    }
}

/// A subcommand that did not end well.
struct CommandRefused: Error, CustomStringConvertible {
    var arguments: [String]
    var errors: String

    var description: String { "cartouche \(arguments.joined(separator: " ")): \(errors)" }
}
