import ArgumentParser
import Registry

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
        try await ObjectImportRun.run(
            file, recordClass, by: \.documentImport, as: acting, options: reading, in: options)
    }
}
