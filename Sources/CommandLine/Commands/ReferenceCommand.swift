import ArgumentParser

/// `cartouche reference`
struct ReferenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference",
        abstract: "Check the files of the reference table of makes, calibres and models.",
        subcommands: [ReferenceCheckCommand.self]
    )
}
