import ArgumentParser

/// `cartouche export`
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write records to a file.", subcommands: [ExportFirearmsCommand.self]
    )
}
