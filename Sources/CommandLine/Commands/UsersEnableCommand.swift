import ArgumentParser
import Registry

/// `cartouche users enable`
struct UsersEnableCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "enable", abstract: "Enable a user that was disabled.")

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @OptionGroup
    var acting: ActorOptions

    @Argument(help: "Sign-in name.")
    var name: String

    func run() async throws {
        try await Installation.with(try await options.settings()) { installation in
            let actor = try await acting.actor(installation.registry)
            try await installation.registry.users.setDisabled(false, userNamed: name, actor)
        }
        Terminal.print("\(name) is enabled.")
    }
}
