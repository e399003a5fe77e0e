import ArgumentParser

/// `cartouche exhibits`
struct ExhibitsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exhibits", abstract: "List and show cartridge cases and bullets, and the candidates for a case.",
        subcommands: [ExhibitsListCommand.self, ExhibitsShowCommand.self, ExhibitsCandidatesCommand.self]
    )
}
