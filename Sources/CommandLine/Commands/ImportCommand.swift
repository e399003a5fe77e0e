import ArgumentParser
import Registry

/// `cartouche import`
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring files into the registry.",
        subcommands: [
            ImportFirearmsCommand.self, ImportObjectsCommand<TravelDocument>.self,
            ImportObjectsCommand<Vehicle>.self, ImportExhibitsCommand.self,
        ]
    )
}
