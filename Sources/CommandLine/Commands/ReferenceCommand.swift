import ArgumentParser

/// `cartouche reference`
struct ReferenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference",
        abstract:
            "The reference table of makes, models and calibres: check its files, correct spellings, add own rows.",
        subcommands: [
            ReferenceCheckCommand.self, ReferenceCorrectCommand.self, ReferenceCorrectionsCommand.self,
            ReferenceUndoCommand.self, ReferenceImportCommand.self, ReferenceListCommand.self,
            ReferenceExportCommand.self, ReferenceRemoveCommand.self,
        ]
    )
}
