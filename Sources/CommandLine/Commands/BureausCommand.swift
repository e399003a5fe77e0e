import ArgumentParser
import Firearms
import Registry

/// `cartouche bureaus`
struct BureausCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bureaus", abstract: "List or add bureaus.",
        subcommands: [BureausListCommand.self, BureausAddCommand.self]
    )
}

/// `cartouche bureaus list`
struct BureausListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the bureaus.")

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @OptionGroup
    var acting: ActorOptions

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let bureaus = try await Installation.with(try await options.settings()) { installation in
            try await installation.registry.bureaus.bureaus(try await acting.actor(installation.registry))
        }
        if json { return Terminal.print(try JSONText.text(bureaus)) }
        var table = TextTable(headings: ["code", "country", "name"])
        for bureau in bureaus { table.add([bureau.code, bureau.country?.code ?? "-", bureau.name]) }
        for line in table.lines { Terminal.print(line) }
    }
}

/// `cartouche bureaus add`
struct BureausAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a bureau, as the administrator of the coordination centre.",
        discussion: "EXAMPLE\n  cartouche bureaus add AR --name 'NCB Buenos Aires' --country AR --as admin.hub"
    )

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @OptionGroup
    var acting: ActorOptions

    @Argument(help: "Code, which begins the numbers of its records: capital letters and digits.")
    var code: String

    @Option(help: "Name.")
    var name: String

    @Option(help: "ISO 3166-1 alpha-2 code of its country.")
    var country: String

    func validate() throws {
        guard Country(country) != nil else {
            throw ValidationError("--country \(country) is not an ISO 3166-1 alpha-2 code, such as AR.")
        }
    }

    func run() async throws {
        let bureau = Bureau(code: code, name: name, country: Country(country))
        try await Installation.with(try await options.settings()) { installation in
            try await installation.registry.bureaus.create(bureau, try await acting.actor(installation.registry))
        }
        Terminal.print("Bureau \(code) was added. Next: cartouche users add NAME --bureau \(code) --role administrator")
    }
}
