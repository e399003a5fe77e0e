import ArgumentParser

/// `cartouche journal`
struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: "Verify the journal, print its end, or read it.",
        subcommands: [JournalVerifyCommand.self, JournalHeadCommand.self, JournalShowCommand.self]
    )
}
