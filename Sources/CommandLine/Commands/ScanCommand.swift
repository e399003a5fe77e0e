import ArgumentParser

/// `cartouche scan`
struct ScanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "Work with scans of marks: files of measured surfaces.",
        subcommands: [
            ScanInfoCommand.self, ScanShowCommand.self, ScanConvertCommand.self, ScanPrepareCommand.self,
            ScanGenerateCommand.self,
        ]
    )
}
