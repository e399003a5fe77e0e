import ArgumentParser
import Registry

/// `cartouche users reset-password`
struct UsersResetPasswordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset-password", abstract: "Give a user a new password; its sessions end."
    )

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @OptionGroup
    var acting: ActorOptions

    @Argument(help: "Sign-in name.")
    var name: String

    @OptionGroup(title: "Password")
    var password: PasswordOptions

    func run() async throws {
        try await Installation.with(try await options.settings()) { installation in
            let actor = try await acting.actor(installation.registry)
            let secret = try password.read(for: name)
            try await installation.registry.users.resetPassword(userNamed: name, to: secret, actor)
        }
        Terminal.print("\(name) has a new password.")
    }
}
