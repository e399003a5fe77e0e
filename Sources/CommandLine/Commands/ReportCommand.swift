import ArgumentParser

/// `cartouche report`
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Show whether a report of a comparison is unaltered.",
        subcommands: [ReportVerifyCommand.self]
    )
}
