import ArgumentParser
import Foundation
import Registry

/// `cartouche set-up`
struct SetUpCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set-up",
        abstract: "Make the coordination centre and the first administrator of an empty data folder.",
        discussion: """
            The administrator then adds bureaus and their administrators ('cartouche bureaus add', 'cartouche users add', \
            or in the pages). The password is asked for, or read from a file or standard input; it is never an argument.

            EXAMPLES
              cartouche set-up --data /var/lib/cartouche --user admin.hub --display-name 'Ana Fictícia'
              pwgen 20 1 | cartouche set-up --user admin.hub --password-file -
            """
    )

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @Option(help: "Code of the coordination centre.")
    var code = "HUB"

    @Option(help: "Name of the coordination centre.")
    var name = "Coordination centre"

    @Option(help: "Sign-in name of the administrator: small letters, digits, dots, hyphens.")
    var user = "admin.hub"

    @Option(help: "Full name of the administrator.")
    var displayName = "Administrator"

    @OptionGroup(title: "Password")
    var password: PasswordOptions

    func run() async throws {
        let settings = try await options.settings()
        if FileManager.default.fileExists(atPath: Installation.databasePath(in: settings.dataFolder)) {
            try await Installation.with(settings) { try await Self.requireEmpty($0) }
        }
        let secret = try password.read(for: user)
        let administrator = NewUser(
            name: user, displayName: displayName, bureau: code, role: .administrator, password: secret
        )
        let centre = Bureau(code: code, name: name, country: nil)
        try await Installation.with(settings, creating: true) { installation in
            try await Self.requireEmpty(installation)
            try await installation.registry.installation.setUp(centre: centre, administrator: administrator)
        }
        Terminal.print("The data folder \(settings.dataFolder) has its coordination centre \(code).")
        Terminal.print("\(user) administers it. Next: cartouche bureaus add XX --name ... --country XX --as \(user)")
    }

    private static func requireEmpty(_ installation: Installation) async throws {
        guard try await installation.registry.installation.isEmpty() else {
            throw CommandFailure(
                "The data folder \(installation.settings.dataFolder) is set up already. Add users with 'users add'."
            )
        }
    }
}
