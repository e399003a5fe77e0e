import ArgumentParser
import Storage

/// `cartouche journal head`
struct JournalHeadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "head",
        abstract: "Print the last entry's number and hash, to be noted where nobody here can change it."
    )

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    func run() async throws {
        let database = try Installation.openDatabase(try await options.settings())
        let head = try await database.read { try $0.journalHead() }
        try await database.close()
        Terminal.print(JournalHeadText.text(head))
    }
}
