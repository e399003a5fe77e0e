import ArgumentParser
import Registry

/// `cartouche exhibits list`
struct ExhibitsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the exhibits the user may know of, the last entered first."
    )

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @OptionGroup
    var acting: ActorOptions

    @Option(help: "Those of one bureau.")
    var bureau: String?

    @Option(name: .customLong("case"), help: ArgumentHelp("Those of one case.", valueName: "number"))
    var caseNumber: String?

    @Option(help: "cartridge-case or bullet.")
    var kind: String?

    @Option(help: "At most so many, 1 to 10,000.")
    var limit = 200

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        if let kind, ExhibitKind(rawValue: kind) == nil {
            throw ValidationError("Use cartridge-case or bullet for --kind.")
        }
        guard (1...10_000).contains(limit) else { throw ValidationError("Use a --limit of 1 to 10,000.") }
    }

    func run() async throws {
        var filter = ExhibitFilter()
        filter.bureau = bureau
        filter.caseNumber = caseNumber
        filter.kind = kind.flatMap { ExhibitKind(rawValue: $0) }
        let filtered = filter
        let exhibits = try await Installation.with(try await options.settings()) { installation in
            let actor = try await acting.actor(installation.registry)
            var found: [ExhibitSummary] = []
            var cursor: Int64?
            repeat {
                let page = try await installation.registry.exhibits.list(
                    filtered, before: cursor, limit: min(200, limit - found.count), actor
                )
                found += page.exhibits
                cursor = page.nextCursor
            } while cursor != nil && found.count < limit
            return found
        }
        if json { return Terminal.print(try JSONText.text(exhibits.map { ExhibitFacts($0.exhibit, $0.marks) })) }
        var table = TextTable(headings: ["exhibit", "case", "kind", "calibre", "label", "submission", "marks"])
        for summary in exhibits {
            let exhibit = summary.exhibit
            let ready = summary.marks.filter { $0.currentPreparation != nil }.count
            table.add([
                exhibit.number, exhibit.caseNumber, exhibit.content.kind.rawValue, exhibit.content.calibre ?? "",
                exhibit.content.label ?? "", exhibit.submission.rawValue, "\(ready)/\(summary.marks.count)",
            ])
        }
        for line in table.lines { Terminal.print(line) }
    }
}
