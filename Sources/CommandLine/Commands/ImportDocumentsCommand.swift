import ArgumentParser
import DelimitedText
import Registry
import Server

/// `cartouche import documents`
struct ImportDocumentsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents",
        abstract: "Import a CSV file of travel documents as records of the user's bureau.",
        discussion: """
            Reads comma, semicolon, tab or bar separated text with headings in the first row, in English, Spanish or \
            Portuguese. Every row is entered, or refused with every reason. A file that was stopped is imported again: \
            rows that are records already are refused with the numbers of these.

            Fields: number, last-number (of a range of blanks), type, issuer, issued-on, valid-until, class, event-date, place, \
            circumstances, national-reference, purpose, handling.

            EXAMPLES
              cartouche import documents passports.csv --as desk.ar --dry-run
              cartouche import documents passports.csv --as desk.ar --class stolen --refused refused.csv

            Exit status 0 when the whole file was gone through, also when rows were refused; 1 when not.
            """
    )

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @OptionGroup
    var acting: ActorOptions

    @Argument(help: "The file.", completion: .file())
    var file: String

    @Option(
        name: .customLong("class"),
        help: "Class of rows that say none: lost, stolen, stolen-blank, revoked.")
    var recordClass: DocumentClass?

    @OptionGroup
    var reading: ObjectImportOptions

    func run() async throws {
        // Before anything is stored: a file that is not delimited text leaves no trace.
        var reader = try DelimitedReader(contentsOf: file)
        _ = try reader.next()
        let words = try PublicCatalogue(language: Terminal.language)
        try await Installation.with(try await options.settings()) { installation in
            let actor = try await acting.actor(installation.registry)
            let run = ObjectImportRun(
                importer: installation.registry.documentImport, options: reading, words: words)
            try await run.run(file, recordClass, actor)
        }
    }
}
