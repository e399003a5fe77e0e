import ArgumentParser

/// Which data folder a command works on, and the settings it may override.
struct DataOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Data folder (CARTOUCHE_DATA). (default: data)", valueName: "folder"))
    var data: String?

    @Option(
        name: .customLong("configuration"),
        help: ArgumentHelp(
            "Configuration file (CARTOUCHE_CONFIGURATION). (default: cartouche.json in the data folder)",
            valueName: "file"
        )
    )
    var configurationFile: String?

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("A setting of 'cartouche configuration'; may be repeated.", valueName: "key=value")
    )
    var overrides: [String] = []

    /// Settings given as flags, by key.
    /// - Throws: `ValidationError` for an override that is not `key=value`.
    func flags() throws -> [String: String] {
        var flags: [String: String] = [:]
        for text in overrides {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty else {
                throw ValidationError("--set \(text): write KEY=VALUE, for example --set clocks.urgent-seconds=900.")
            }
            flags[String(parts[0])] = String(parts[1])
        }
        if let data { flags["data"] = data }
        return flags
    }

    /// The settings from flags, environment, file and defaults.
    func settings(flags more: [String: String] = [:]) async throws -> ProgramSettings {
        try await ProgramSettings.load(
            flags: flags().merging(more) { _, later in later }, configurationFile: configurationFile
        )
    }
}
