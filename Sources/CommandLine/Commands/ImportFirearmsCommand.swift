import ArgumentParser
import DelimitedText
import Foundation
import Registry
import Server
import Storage

/// `cartouche import firearms`
struct ImportFirearmsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "firearms",
        abstract: "Import a CSV file of firearms as records of the user's bureau.",
        discussion: """
            Reads comma, semicolon, tab or bar separated text in UTF-8, UTF-16 or Windows-1252 (Latin-1) with headings in \
            the first row. A mapping of columns to fields is suggested and shown; correct it with --mapping. Then a dry run \
            gives every row its verdict, and after your consent the rows are entered. --yes enters them at once.

            An import that was stopped goes on after the last stored row when the same file is imported again. Ctrl-C \
            stops it between two groups of rows.

            Fields: \(ImportField.allCases.map(\.rawValue).joined(separator: ", ")).

            EXAMPLES
              cartouche import firearms stolen.csv --as desk.ar --dry-run
              cartouche import firearms stolen.csv --as desk.ar --class stolen --day-first --yes --refused refused.csv
              cartouche import firearms old.csv --as desk.br --mapping serial='Nº da arma' --mapping place= --mapping make=4

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
        help: ArgumentHelp(
            "Column of a field, by heading or number; an empty column leaves the field out. May be repeated.",
            valueName: "field=column"
        )
    )
    var mapping: [String] = []

    @Flag(help: "Keep the mapping for the bureau's next file with the same headings.")
    var remember = false

    @OptionGroup(title: "Values for rows that say nothing")
    var defaults: ImportDefaults

    @Flag(help: "Show the mapping and every verdict's sum; change nothing.")
    var dryRun = false

    @Flag(name: [.short, .long], help: "Enter the rows without a dry run and without asking.")
    var yes = false

    @Option(help: ArgumentHelp("Write refused rows with their reasons to this CSV file.", valueName: "csv"))
    var refused: String?

    @Flag(help: "Print the result as JSON.")
    var json = false

    func validate() throws {
        if dryRun, yes { throw ValidationError("--dry-run enters nothing; leave out --yes.") }
        try ImportMappingOptions.validate(mapping)
    }

    func run() async throws {
        // Before anything is stored: a file that is not delimited text leaves no trace.
        var reader = try DelimitedReader(contentsOf: file)
        for _ in 0..<6 { _ = try reader.next() }
        let settings = try await options.settings()
        try await Installation.with(settings) { installation in
            let actor = try await acting.actor(installation.registry)
            try Access.require(.importRecords, actor)
            let session = ImportSession(
                registry: installation.registry, actor: actor, words: try PublicCatalogue(language: Terminal.language)
            )
            let blob = try installation.registry.blobs.put(
                contentsOfFile: file, limit: settings.registry.largestImportBytes
            )
            let job: ImportJob
            if !dryRun, let interrupted = try await installation.registry.imports.interrupted(blob: blob, actor) {
                Terminal.report(
                    "Going on after row \(interrupted.progress.rows) of an import that was stopped, with its mapping."
                )
                job = try await session.enter(interrupted)
            } else {
                let opened = try await installation.registry.imports.open(fileName: file, blob: blob, actor)
                guard let done = try await goThrough(opened, session) else { return }
                job = done
            }
            if let refused { try await session.writeRefused(of: job, to: refused) }
            if json {
                let columns = try await installation.registry.imports.understanding(job.id, actor)
                Terminal.print(try JSONText.text(ImportSummary(job, columns)))
            }
            if job.state == .failed { throw CommandFailure(job.failure ?? "The file could not be read to its end.") }
        }
    }

    /// Maps, tries, asks, enters. Nil where the user says no.
    private func goThrough(_ opened: ImportJob, _ session: ImportSession) async throws -> ImportJob? {
        var mapped = try ImportMappingOptions.apply(mapping, to: opened)
        defaults.apply(to: &mapped)
        try await session.registry.imports.setMapping(mapped, remember: remember, opened.id, session.actor)
        var job = opened
        job.mapping = mapped
        if !json { session.showMapping(of: job) }
        if !yes {
            job = try await session.tryOut(job)
            if dryRun || job.state == .failed { return job }
            guard Terminal.inputIsInteractive else {
                throw CommandFailure("There is no terminal to ask. Add --yes to enter the rows, or --dry-run not to.")
            }
            guard Terminal.confirms("Enter \(NumberText.grouped(job.progress.accepted)) records?") else {
                Terminal.report("Nothing was entered.")
                return nil
            }
        }
        return try await session.enter(job)
    }
}
