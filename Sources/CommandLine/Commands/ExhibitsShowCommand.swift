import ArgumentParser
import Registry
import Server

/// `cartouche exhibits show`
struct ExhibitsShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show an exhibit with its marks and what was noticed about their scans."
    )

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @OptionGroup
    var acting: ActorOptions

    @Argument(help: "The number of the exhibit, such as BR-E-2026-000123.")
    var number: String

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        try await Installation.with(try await options.settings()) { installation in
            let registry = installation.registry
            let actor = try await acting.actor(registry)
            let exhibit = try await registry.exhibits.exhibit(number, actor)
            let marks = try await registry.marks.marks(of: number, actor)
            var facts = ExhibitFacts(exhibit, marks)
            let words = try PublicCatalogue(language: Terminal.language)
            for (index, mark) in marks.enumerated() {
                let detail = try await registry.marks.look(at: mark.number, actor)
                facts.marks[index].scans = detail.scans.map { ExhibitFacts.ScanLine($0, words) }
            }
            if json { return Terminal.print(try JSONText.text(facts)) }
            for line in facts.lines { Terminal.print(line) }
        }
    }
}
