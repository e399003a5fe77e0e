import ArgumentParser
import Registry

/// `cartouche users disable`
struct UsersDisableCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Disable a user; its sessions and tokens end at once.")

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @OptionGroup
    var acting: ActorOptions

    @Argument(help: "Sign-in name.")
    var name: String

    func run() async throws {
        try await Installation.with(try await options.settings()) { installation in
            let actor = try await acting.actor(installation.registry)
            try await installation.registry.users.setDisabled(true, userNamed: name, actor)
        }
        Terminal.print("\(name) is disabled.")
    }
}
