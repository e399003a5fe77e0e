import ArgumentParser
import Foundation
import Registry
import Server

/// `cartouche reference import`
struct ReferenceImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Add makes, models and calibres of your bureau's own to the reference table.",
        discussion: """
            The files have the columns of the program's own: code,name,country,aliases for makes; \
            code,name,aliases,compatible for calibres; make,name,aliases,type,action,calibres,years for models. Which \
            one a file is, its headings tell. '|' stands between aliases and between codes.

            Every row gets its verdict; all rows of all files are added or none. A row that is there already under its \
            code is replaced. Ends with status 1 where a row is refused.

            EXAMPLE
              cartouche reference import our-makes.csv our-models.csv --as desk.br
            """
    )

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @OptionGroup
    var acting: ActorOptions

    @Argument(help: "The files.", completion: .file())
    var files: [String]

    @Flag(help: "Print the verdicts as JSON.")
    var json = false

    /// What `--json` prints.
    private struct Report: Encodable {
        struct Row: Encodable {
            var file: String
            var line: Int
            var key: String?
            var outcome: String
            var failures: [FieldFailure]
        }

        var isKept: Bool
        var rows: [Row]
    }

    func run() async throws {
        let read = try files.map { try ReferenceFile(name: $0, contentsOf: $0) }
        let words = try PublicCatalogue(language: Terminal.language)
        let result = try await Installation.with(try await options.settings()) { installation in
            let reference = installation.registry.reference
            let result = try await reference.importEntries(read, try await acting.actor(installation.registry))
            if result.isKept { try await ReferenceProgress.finish(reference) }
            return result
        }
        if json {
            let rows = result.verdicts.map {
                Report.Row(
                    file: $0.file, line: $0.line, key: $0.entry?.key, outcome: $0.outcome.rawValue,
                    failures: $0.failures
                )
            }
            Terminal.print(try JSONText.text(Report(isKept: result.isKept, rows: rows)))
        } else {
            show(result, words)
        }
        if !result.isKept { throw ExitCode(1) }
    }

    private func show(_ result: ReferenceImport, _ words: PublicCatalogue) {
        for verdict in result.verdicts where verdict.outcome == .refused {
            for failure in verdict.failures {
                let value = failure.value.map { " (\"\($0)\")" } ?? ""
                let reason = words.failure(code: failure.code, arguments: failure.arguments)
                Terminal.print("\(verdict.file), line \(verdict.line), \(failure.field): \(reason)\(value)")
            }
        }
        func count(_ outcome: ReferenceVerdict.Outcome) -> String {
            NumberText.grouped(result.verdicts.count { $0.outcome == outcome })
        }
        Terminal.print(
            result.isKept
                ? "Added \(count(.added)), replaced \(count(.replaced)), unchanged \(count(.unchanged))."
                : "Nothing was kept: \(count(.refused)) of \(NumberText.grouped(result.verdicts.count)) rows are refused."
        )
    }
}
