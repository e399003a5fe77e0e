import Configuration
import Foundation

extension ProgramSettings {
    /// Reads the settings: flags before environment before file before defaults.
    /// - Parameters:
    ///   - flags: values given on the command line, by key.
    ///   - configurationFile: the file named on the command line.
    ///   - environment: the environment's variables.
    /// - Throws: ``CommandFailure`` naming the flag, variable or key that is wrong.
    static func load(
        flags: [String: String], configurationFile: String?,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) async throws -> ProgramSettings {
        for (name, text) in flags.sorted(by: { $0.key < $1.key }) {
            guard let key = ConfigurationKey.named(name) else {
                throw CommandFailure("There is no setting \"\(name)\". 'cartouche configuration' lists the settings.")
            }
            if let problem = key.problem(with: text) { throw CommandFailure("\(key.flag ?? "--set"): \(problem)") }
        }
        for key in ConfigurationKey.all {
            if let problem = environment[key.variable].flatMap(key.problem) {
                throw CommandFailure("\(key.variable) in the environment: \(problem)")
            }
        }
        var providers: [any ConfigProvider] = [
            InMemoryProvider(name: "flags", values: try flagValues(flags)),
            EnvironmentVariablesProvider(environmentVariables: environment).prefixKeys(with: "cartouche"),
        ]
        let folder = flags["data"] ?? environment["CARTOUCHE_DATA"] ?? ProgramSettings().dataFolder
        let named = configurationFile ?? environment["CARTOUCHE_CONFIGURATION"]
        let path = named ?? folder + "/cartouche.json"
        if named != nil || FileManager.default.fileExists(atPath: path) {
            _ = try ConfigurationFile(path: path)
            providers.append(try await fileProvider(path))
        }
        return settings(from: ConfigReader(providers: providers))
    }

    /// All values were checked where they came from, so a reader without a value means the default.
    private static func settings(from reader: ConfigReader) -> ProgramSettings {
        var settings = ProgramSettings()
        for key in ConfigurationKey.all {
            let name = ConfigKey(key.name)
            switch key.kind {
            case .text(let place), .choice(let place, _):
                settings[keyPath: place] = reader.string(forKey: name, default: settings[keyPath: place])
            case .address(let place, _):
                let text = reader.string(forKey: name, default: settings[keyPath: place] ?? "")
                settings[keyPath: place] = text.isEmpty ? nil : text
            case .paths(let place):
                let text = reader.string(forKey: name, default: settings[keyPath: place].joined(separator: ","))
                settings[keyPath: place] = text.split(separator: ",").map(String.init)
            case .number(let place, _):
                settings[keyPath: place] = reader.int(forKey: name, default: settings[keyPath: place])
            case .flag(let place):
                settings[keyPath: place] = reader.bool(forKey: name, default: settings[keyPath: place])
            }
        }
        return settings
    }

    private static func fileProvider(_ path: String) async throws -> FileProvider<JSONSnapshot> {
        let place = InMemoryProvider(values: ["filePath": ConfigValue(.string(path), isSecret: false)])
        return try await FileProvider<JSONSnapshot>(config: ConfigReader(provider: place))
    }

    private static func flagValues(_ flags: [String: String]) throws -> [AbsoluteConfigKey: ConfigValue] {
        var values: [AbsoluteConfigKey: ConfigValue] = [:]
        for (name, text) in flags {
            guard let key = ConfigurationKey.named(name) else { continue }
            let content: ConfigContent =
                switch key.kind {
                case .text, .choice, .address, .paths: .string(text)
                case .number: .int(Int(text) ?? 0)
                case .flag: .bool(text == "true")
                }
            values[AbsoluteConfigKey(ConfigKey(name))] = ConfigValue(content, isSecret: false)
        }
        return values
    }
}
