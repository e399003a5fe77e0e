import ArgumentParser

/// `cartouche import`
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring a file of records into the registry.",
        subcommands: [ImportFirearmsCommand.self]
    )
}
