import ArgumentParser
import Registry

/// `cartouche users add`
struct UsersAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a user.",
        discussion: """
            EXAMPLES
              cartouche users add officer.ar --role officer --display-name 'Inés Falsa' --as admin.ar
              cartouche users add admin.ar --role administrator --bureau AR --as admin.hub
            """
    )

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @OptionGroup
    var acting: ActorOptions

    @Argument(help: "Sign-in name: small letters, digits, dots, hyphens.")
    var name: String

    @Option(help: "Role in the bureau.")
    var role: Role

    @Option(help: "Full name. (default: the sign-in name)")
    var displayName: String?

    @Option(help: "Code of the bureau. (default: the administrator's own)")
    var bureau: String?

    @Option(help: "Language of pages and messages, for example en, es.")
    var language = "en"

    @OptionGroup(title: "Password")
    var password: PasswordOptions

    func run() async throws {
        let settings = try await options.settings()
        let user = try await Installation.with(settings) { installation in
            let actor = try await acting.actor(installation.registry)
            let new = NewUser(
                name: name, displayName: displayName ?? name, bureau: bureau ?? actor.bureau, role: role,
                password: try password.read(for: name), language: language
            )
            return try await installation.registry.users.create(new, actor)
        }
        Terminal.print("\(user.name) was added to \(user.bureau) as \(user.role.rawValue).")
    }
}
