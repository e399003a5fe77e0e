import ArgumentParser
import Registry
import Storage

/// `cartouche tokens`
struct TokensCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tokens",
        abstract: "Make, list or revoke the API tokens of a user.",
        subcommands: [TokensCreateCommand.self, TokensListCommand.self, TokensRevokeCommand.self]
    )
}

/// `cartouche tokens create`
struct TokensCreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Make an API token; its secret is shown this once.",
        discussion: """
            A token never allows more than its user may do; its scopes narrow that further.

            EXAMPLE
              cartouche tokens create 'border post 12' --scopes check --days 90 --as officer.ar
            """
    )

    /// What `--json` prints.
    private struct Answer: Encodable {
        var id: String
        var secret: String
        var scopes: [String]
        var expiresAt: String
    }

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @OptionGroup
    var acting: ActorOptions

    @Argument(help: "What the token is for.")
    var name: String

    @Option(
        help: "Scopes, with commas between: \(Scope.allCases.map(\.rawValue).joined(separator: ", ")).",
        transform: Self.parse
    )
    var scopes: Set<Scope>

    @Option(help: "Days until it expires, 1 to \(TokenService.longestDays).")
    var days = 90

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let made = try await Installation.with(try await options.settings()) { installation in
            let actor = try await acting.actor(installation.registry)
            return try await installation.registry.tokens.create(name: name, scopes: scopes, days: days, actor)
        }
        let allowed = made.token.scopes.map(\.rawValue).sorted()
        if json {
            let answer = Answer(
                id: made.token.id.description, secret: made.secret, scopes: allowed,
                expiresAt: made.token.expiresAt.description
            )
            return Terminal.print(try JSONText.text(answer))
        }
        Terminal.print(made.secret)
        Terminal.report("Keep it now: it is not shown again. It expires on \(made.token.expiresAt).")
    }

    private static func parse(_ text: String) throws -> Set<Scope> {
        var scopes: Set<Scope> = []
        for part in text.split(separator: ",") {
            guard let scope = Scope(rawValue: part.trimmingPrefix(" ").description) else {
                let known = Scope.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("'\(part)' is no scope; the scopes are \(known).")
            }
            scopes.insert(scope)
        }
        return scopes
    }
}

/// `cartouche tokens list`
struct TokensListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List a user's API tokens.")

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @OptionGroup
    var acting: ActorOptions

    func run() async throws {
        let tokens = try await Installation.with(try await options.settings()) { installation in
            try await installation.registry.tokens.tokens(try await acting.actor(installation.registry))
        }
        var table = TextTable(headings: ["id", "name", "scopes", "expires", "revoked"])
        for token in tokens {
            table.add([
                token.id.description, token.name, token.scopes.map(\.rawValue).sorted().joined(separator: " "),
                token.expiresAt.description, token.revokedAt?.description ?? "-",
            ])
        }
        for line in table.lines { Terminal.print(line) }
    }
}

/// `cartouche tokens revoke`
struct TokensRevokeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Revoke one of a user's API tokens; it stops at once."
    )

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @OptionGroup
    var acting: ActorOptions

    @Argument(help: "Identifier of the token, as 'tokens list' shows it.", transform: Self.identifier)
    var token: Identifier

    func run() async throws {
        try await Installation.with(try await options.settings()) { installation in
            try await installation.registry.tokens.revoke(token, try await acting.actor(installation.registry))
        }
        Terminal.print("The token is revoked.")
    }

    private static func identifier(_ text: String) throws -> Identifier {
        guard let identifier = Identifier(text) else { throw ValidationError("'\(text)' is no token's identifier.") }
        return identifier
    }
}
