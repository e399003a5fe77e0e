import ArgumentParser

/// `cartouche configuration`
struct ConfigurationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "configuration",
        abstract: "List every setting: key, environment variable, flag, default, meaning.",
        discussion: """
            A flag goes before an environment variable, that before the configuration file, that before the default. \
            Settings without a flag of their own are given as --set KEY=VALUE.

            The file is JSON; dots in a key lead into objects: { "clocks": { "urgent-seconds": 900 } }. It is the one \
            named with --configuration or CARTOUCHE_CONFIGURATION, otherwise cartouche.json in the data folder. An unknown \
            key is an error.

            CARTOUCHE_USER names the user for commands that take --as.
            """
    )

    @Flag(help: "Print JSON.")
    var json = false

    /// One setting as JSON.
    private struct Entry: Encodable {
        var key: String
        var variable: String
        var flag: String
        var defaultValue: String
        var values: String
        var meaning: String
    }

    func run() async throws {
        let entries = ConfigurationKey.all.map { key in
            Entry(
                key: key.name, variable: key.variable, flag: key.flag ?? "--set \(key.name)=VALUE",
                defaultValue: key.defaultText, values: key.allowed, meaning: key.meaning
            )
        }
        if json { return Terminal.print(try JSONText.text(entries)) }
        for entry in entries {
            Terminal.print(entry.key)
            Terminal.print("    \(entry.meaning)")
            Terminal.print("    default \(entry.defaultValue); \(entry.values)")
            Terminal.print("    \(entry.variable), \(entry.flag)\n")
        }
    }
}
