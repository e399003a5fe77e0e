import ArgumentParser

/// The program: `cartouche SUBCOMMAND`.
@main
struct Cartouche: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cartouche",
        abstract:
            "Records of lost, stolen, trafficked, smuggled, seized and recovered firearms, and checks against them.",
        discussion: """
            FIRST STEPS
              cartouche demo                    An invented world with 15 bureaus and 50,000 records; prints sign-ins.
              cartouche set-up --user admin.hub Your own installation: coordination centre and first administrator.
              cartouche serve                   Pages and interface on http://127.0.0.1:8080.

            EXAMPLES
              cartouche check --serial 'KWN?2??' --make Bersa --purpose border-control --as officer.ar
              cartouche import firearms stolen.csv --as desk.ar --class stolen --dry-run
              cartouche export firearms - --as desk.ar --class stolen > stolen.csv
              cartouche journal verify

            Commands other than 'demo' work on the data folder './data', or on the one named with --data or \
            CARTOUCHE_DATA, also while the server runs. Commands that act for a user name it with --as or CARTOUCHE_USER. \
            Whoever can run them on this machine can read the data folder anyway; the journal states the channel. \
            'cartouche configuration' lists every setting.

            Results go to standard output, everything else to standard error. Exit status: 0 done; 1 not done, or \
            something is wrong with what was looked at; 2 the command was given wrongly.
            """,
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(
                name: "Running",
                subcommands: [ServeCommand.self, WorkCommand.self, DemoCommand.self, SetUpCommand.self]),
            CommandGroup(
                name: "Working",
                subcommands: [CheckCommand.self, ImportCommand.self, ExportCommand.self, ExhibitsCommand.self]
            ),
            CommandGroup(
                name: "Describing",
                subcommands: [DescribeCommand.self, ReferenceCommand.self, EvaluateCommand.self]
            ),
            CommandGroup(
                name: "Comparing marks",
                subcommands: [CompareCommand.self, SearchCommand.self, ScanCommand.self, ReportCommand.self]),
            CommandGroup(
                name: "Administering",
                subcommands: [
                    UsersCommand.self, TokensCommand.self, BureausCommand.self, JournalCommand.self, BackupCommand.self,
                    ConfigurationCommand.self,
                ]
            ),
        ]
    )

    /// Runs the command that the arguments name, and ends the program with the exit status that the help documents.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            ErrorReport.exit(with: error)
        }
    }
}
