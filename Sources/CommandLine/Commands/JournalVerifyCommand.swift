import ArgumentParser
import Foundation
import Storage

/// `cartouche journal verify`
struct JournalVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Read the whole journal and name every entry that was changed, removed, moved or inserted.",
        discussion: """
            Somebody who knows how the chain is made can rewrite the journal from an entry to its end. Only a head that was \
            noted elsewhere shows that: give it with --head.

            EXAMPLES
              cartouche journal verify
              cartouche journal verify --head 51873:6f0c...

            Exit status 0 when nothing is wrong, 1 when something is.
            """
    )

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @Option(
        help: ArgumentHelp(
            "A head noted earlier, as 'journal head' prints it, or its hash.", valueName: "sequence:hash")
    )
    var head: String?

    @Flag(help: "Print JSON.")
    var json = false

    /// The result as JSON.
    private struct Report: Encodable {
        struct Problem: Encodable {
            var kind: String
            var sequence: Int64
            var lastSequence: Int64
            var originalSequence: Int64?
            var text: String
        }

        var isIntact: Bool
        var entries: Int
        var head: String
        var problems: [Problem]
        var furtherProblems: Int
    }

    func validate() throws {
        if let head, JournalHeadText.parse(head) == nil {
            throw ValidationError("--head \(head): write SEQUENCE:HASH as 'journal head' prints it.")
        }
    }

    func run() async throws {
        let database = try Installation.openDatabase(try await options.settings())
        let known = try await knownHead(database)
        let isInteractive = Terminal.errorIsInteractive
        let result = try await JournalVerification.run(on: database, knownHead: known) { count in
            if isInteractive { Terminal.redraw("\(NumberText.grouped(count)) entries") }
        }
        try await database.close()
        if isInteractive { Terminal.redraw("") }
        if json {
            Terminal.print(try JSONText.text(Self.report(result)))
        } else {
            for problem in result.problems { Terminal.print("\(problem)") }
            if result.omittedProblems > 0 {
                Terminal.print("\(NumberText.grouped(result.omittedProblems)) more problems are not listed.")
            }
            Terminal.print(
                "\(NumberText.grouped(result.entries)) entries read; "
                    + (result.isIntact ? "the journal is intact." : "the journal is NOT intact.")
            )
            Terminal.print("Head \(JournalHeadText.text(result.head))")
        }
        if !result.isIntact { throw ExitCode.failure }
    }

    /// The noted head with its place, which is looked for where only the hash was noted.
    private func knownHead(_ database: SQLiteDatabase) async throws -> JournalHead? {
        guard let noted = head.flatMap(JournalHeadText.parse) else { return nil }
        if let sequence = noted.sequence { return JournalHead(sequence: sequence, hash: noted.hash) }
        var position: Int64 = 0
        while true {
            let start = position
            let entries = try await database.read { try $0.journalEntries(after: start, limit: 2_000) }
            if let entry = entries.first(where: { $0.hash == noted.hash }) {
                return JournalHead(sequence: entry.sequence, hash: noted.hash)
            }
            guard let last = entries.last else { break }
            position = last.sequence
        }
        try await database.close()
        throw CommandFailure(
            "No entry has the noted hash: the journal up to it was rewritten, or the head is of another journal."
        )
    }

    private static func report(_ result: JournalVerification) -> Report {
        Report(
            isIntact: result.isIntact, entries: result.entries, head: JournalHeadText.text(result.head),
            problems: result.problems.map {
                Report.Problem(
                    kind: $0.kind.description, sequence: $0.sequence, lastSequence: $0.lastSequence,
                    originalSequence: $0.originalSequence, text: $0.description
                )
            },
            furtherProblems: result.omittedProblems
        )
    }
}
