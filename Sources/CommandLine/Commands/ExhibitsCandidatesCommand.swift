import ArgumentParser
import Registry

/// `cartouche exhibits candidates`
struct ExhibitsCandidatesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "candidates",
        abstract: "List the exhibits of other cases that agree best with the marks of a case.",
        discussion: """
            Each exhibit stands once, by its best pair with a mark of the case. Candidates are for an examiner's eyes: \
            none of this is a conclusion.
            """
    )

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @OptionGroup
    var acting: ActorOptions

    @Argument(help: "The number of the case, such as BR-C-2026-000012.")
    var number: String

    @Option(help: "At most so many, 1 to 200.")
    var limit = 25

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard (1...CorrelationService.longestPage).contains(limit) else {
            throw ValidationError("Use a --limit of 1 to \(CorrelationService.longestPage).")
        }
    }

    func run() async throws {
        let list = try await Installation.with(try await options.settings()) { installation in
            let actor = try await acting.actor(installation.registry)
            return try await installation.registry.correlations.list(ofCase: number, limit: limit, actor)
        }
        let facts = CandidateFacts(list)
        if json { return Terminal.print(try JSONText.text(facts)) }
        for line in facts.lines { Terminal.print(line) }
    }
}
