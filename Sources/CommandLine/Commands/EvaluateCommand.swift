import ArgumentParser

/// `cartouche evaluate`
struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Measure on your own labelled data how well Cartouche reads and compares.",
        discussion: """
            Nothing is stored and nobody needs to sign in: the files are read, the answers compared and the mistakes \
            listed, with the rules that made them.
            """,
        subcommands: [
            EvaluateFirearmsCommand.self, EvaluateNamesCommand.self, EvaluateSerialsCommand.self,
            EvaluateZonesCommand.self, EvaluateToolmarksCommand.self,
        ]
    )
}
