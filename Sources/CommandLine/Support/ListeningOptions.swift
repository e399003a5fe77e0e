import ArgumentParser

/// How a server listens and logs.
struct ListeningOptions: ParsableArguments {
    @Option(help: "Address to listen on. (default: 127.0.0.1)")
    var host: String?

    @Option(help: "Port to listen on; 0 takes a free one. (default: 8080)")
    var port: Int?

    @Flag(help: "Browsers reach the server through TLS only, ended by a proxy: mark cookies Secure.")
    var behindTls = false

    @Option(help: "Least severe messages to log: trace, debug, info, notice, warning, error, critical. (default: info)")
    var logLevel: String?

    /// The settings given, by key.
    var flags: [String: String] {
        var flags: [String: String] = [:]
        flags["server.host"] = host
        flags["server.port"] = port.map { "\($0)" }
        if behindTls { flags["server.behind-tls"] = "true" }
        flags["log.level"] = logLevel
        return flags
    }
}
