import ArgumentParser
import Foundation
import Registry
import Server

/// `cartouche demo`
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Serve an invented world: 15 bureaus, users in every role, 50,000 records, exhibits.",
        discussion: """
            The first start makes the data folder, which takes some seconds; later ones keep what was done in it. To begin \
            again, delete the folder. The passwords are published: serve it on your own machine only.

            EXAMPLES
              cartouche demo
              cartouche demo --data /tmp/demo --port 9000
            """
    )

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @OptionGroup(title: "Server")
    var listening: ListeningOptions

    @Flag(help: "Make the data folder, then end without serving.")
    var setUpOnly = false

    @Option(help: "About how many records to make; fewer start faster.")
    var records = DemoBureau.recordCount

    func validate() throws {
        guard (0...DemoBureau.recordCount).contains(records) else {
            throw ValidationError("--records is a number from 0 to \(DemoBureau.recordCount).")
        }
    }

    func run() async throws {
        var flags = listening.flags
        // Not ./data: the demo world must never be mixed with real data by leaving out an option.
        if options.data == nil { flags["data"] = ProcessInfo.processInfo.environment["CARTOUCHE_DATA"] ?? "demo-data" }
        if listening.logLevel == nil { flags["log.level"] = "warning" }
        var settings = try await options.settings(flags: flags)
        settings.server.isDemonstration = true
        settings.server.demonstrationAccounts = Self.shownAccounts
        try await DemoFolder(settings: settings, recordCount: records).makeIfMissing()
        if setUpOnly { return Terminal.print("The demo world is in \(settings.dataFolder).") }
        let ready = settings
        try await Installation.with(settings) { installation in
            try await ServeCommand.serve(installation) { port in
                Terminal.print(
                    DemoGuide.text(address: "http://\(ServeCommand.shownHost(ready)):\(port)", ready.dataFolder))
            }
        }
    }

    /// The sign-ins that the sign-in page offers: those of the tour.
    private static let shownAccounts: [ServerSettings.DemonstrationAccount] = {
        let names = [
            "officer.ar", "desk.br", "officer.cl", "desk.ar", "coordinator.hub", "reader.hub", "admin.br", "admin.hub",
            "examiner.br", "examiner2.br", "examiner.ar", "quality.cl",
        ]
        return names.compactMap { name in
            DemoWorld.accounts.first { $0.name == name }.map {
                ServerSettings.DemonstrationAccount(
                    name: $0.name, password: DemoWorld.password, role: $0.role.rawValue,
                    countryCode: $0.bureau == DemoBureau.centreCode ? "" : $0.bureau, bureau: $0.bureauName
                )
            }
        }
    }()
}
