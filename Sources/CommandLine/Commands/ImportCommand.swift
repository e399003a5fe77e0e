import ArgumentParser

/// `cartouche import`
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring files into the registry.",
        subcommands: [
            ImportFirearmsCommand.self, ImportDocumentsCommand.self, ImportVehiclesCommand.self,
            ImportExhibitsCommand.self,
        ]
    )
}
