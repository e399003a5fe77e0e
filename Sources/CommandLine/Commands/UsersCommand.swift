import ArgumentParser

/// `cartouche users`
struct UsersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "users",
        abstract: "List, add, disable or enable users, or give one a new password.",
        discussion: """
            Each bureau's administrator manages the users of that bureau only. The administrator of the coordination centre \
            also adds other bureaus' administrators, so that a new bureau has a first user. The very first administrator is \
            made by 'cartouche set-up'.
            """,
        subcommands: [
            UsersListCommand.self, UsersAddCommand.self, UsersDisableCommand.self, UsersEnableCommand.self,
            UsersResetPasswordCommand.self,
        ]
    )
}
