import Logging
import Registry
import Server
import Storage

/// Everything that can be set, with its defaults. ``ConfigurationKey/all`` names and documents each.
struct ProgramSettings: Sendable {
    /// Folder with the database and the attached files.
    var dataFolder = "data"
    /// The least severe messages that are logged: `trace`, `debug`, `info`, `notice`, `warning`, `error`, `critical`.
    var logLevel = "info"
    var server = ServerSettings()
    var registry = RegistrySettings()
    var storage = SQLiteSettings()
}
