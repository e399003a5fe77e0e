import ArgumentParser
import Registry

/// `cartouche users list`
struct UsersListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the users of the bureau.")

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @OptionGroup
    var acting: ActorOptions

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let users = try await Installation.with(try await options.settings()) { installation in
            try await installation.registry.users.users(try await acting.actor(installation.registry))
        }
        if json { return Terminal.print(try JSONText.text(users)) }
        var table = TextTable(headings: ["name", "role", "bureau", "state", "full name"])
        for user in users {
            table.add([
                user.name, user.role.rawValue, user.bureau, user.isDisabled ? "disabled" : "enabled", user.displayName,
            ])
        }
        for line in table.lines { Terminal.print(line) }
    }
}
