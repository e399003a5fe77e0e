import ArgumentParser
import DelimitedText
import Foundation
import Registry
import Server

/// What the imports of documents and of vehicles have in common.
struct ObjectImportOptions: ParsableArguments {
    @Option(help: "Handling level of the records.")
    var handling: HandlingLevel?

    @Option(help: "Purpose of the records.")
    var purpose: Purpose?

    @Flag(help: "03/04/2023 is 3 April.")
    var dayFirst = false

    @Flag(help: "03/04/2023 is 4 March.")
    var monthFirst = false

    @Flag(help: "Give every row its verdict and change nothing.")
    var dryRun = false

    @Option(help: ArgumentHelp("Write refused rows with their reasons to this CSV file.", valueName: "csv"))
    var refused: String?

    @Flag(help: "Print the result as JSON.")
    var json = false

    func validate() throws {
        if dayFirst, monthFirst { throw ValidationError("Give --day-first or --month-first, not both.") }
    }

    /// What is taken where a row is silent.
    func defaults<Object>(_ recordClass: Object.Class?) -> ObjectImportDefaults<Object> {
        ObjectImportDefaults(
            recordClass: recordClass, purpose: purpose ?? .identifyObjects, handling: handling ?? .officialUseOnly,
            dateOrder: dayFirst ? .dayFirst : monthFirst ? .monthFirst : nil
        )
    }
}

/// An import of documents or vehicles from the terminal.
struct ObjectImportRun<Object: ImportedObject> {
    let importer: ObjectImport<Object>
    let options: ObjectImportOptions
    let words: PublicCatalogue

    private struct Summary: Encodable {
        var file: String
        var rows: Int
        var accepted: Int
        var refused: Int
        var isDryRun: Bool
    }

    /// Refused rows that are told on the terminal; all are in the file of `--refused`.
    private static var mostTold: Int { 20 }

    /// Imports a file into the installation.
    /// - Parameter importer: that of the kind of object.
    static func run(
        _ file: String, _ recordClass: Object.Class?,
        by importer: @escaping @Sendable (Registry) -> ObjectImport<Object>,
        as acting: ActorOptions, options: ObjectImportOptions, in data: DataOptions
    ) async throws {
        // Before anything is stored: a file that is not delimited text leaves no trace.
        var reader = try DelimitedReader(contentsOf: file)
        _ = try reader.next()
        let words = try PublicCatalogue(language: Terminal.language)
        try await Installation.with(try await data.settings()) { installation in
            let actor = try await acting.actor(installation.registry)
            let run = Self(importer: importer(installation.registry), options: options, words: words)
            try await run.run(file, recordClass, actor)
        }
    }

    private func run(_ file: String, _ recordClass: Object.Class?, _ actor: Actor) async throws {
        var heading = try DelimitedReader(contentsOf: file)
        let headings = try heading.next()?.fields ?? []
        let fields = ObjectImport<Object>.fields(of: headings)
        for (heading, field) in zip(headings, fields) {
            if !options.json { Terminal.report("  \(heading): \(field ?? "left out")") }
        }
        var refused: [[String]] = [headings + ["refused in line", "refused because"]]
        var told = 0
        let progress = try await importer.run(
            try DelimitedReader(contentsOf: file), options.defaults(recordClass), isDryRun: options.dryRun, actor
        ) { verdict in
            let reasons = verdict.failures.map { failure in
                let text = words.failure(field: failure.field, code: failure.code, arguments: failure.arguments)
                return failure.value.map { "\(text) (\"\($0)\")" } ?? text
            }.joined(separator: "; ")
            if options.refused != nil {
                let padding = [String](repeating: "", count: max(0, headings.count - verdict.fields.count))
                refused.append(
                    Array((verdict.fields + padding).prefix(headings.count)) + ["\(verdict.line)", reasons])
            }
            if !options.json, told < Self.mostTold {
                told += 1
                Terminal.report("  line \(verdict.line): \(reasons)")
            }
        }
        let untold = progress.refused - told
        if !options.json, untold > 0 {
            let place = options.refused.map { "all are in \($0)" } ?? "--refused writes all to a file"
            Terminal.report("  and \(NumberText.grouped(untold)) more refused rows; \(place)")
        }
        if let path = options.refused {
            do {
                try Data(try DelimitedWriter.bytes(refused)).write(to: URL(fileURLWithPath: path), options: .atomic)
            } catch {
                throw CommandFailure(
                    "\(path) cannot be written (\(ErrorReport.text(error))). Name another with --refused.")
            }
        }
        if options.json {
            let summary = Summary(
                file: file, rows: progress.rows, accepted: progress.accepted, refused: progress.refused,
                isDryRun: options.dryRun
            )
            return Terminal.print(try JSONText.text(summary))
        }
        let verb = options.dryRun ? "would be entered" : "entered"
        Terminal.print(
            "\(NumberText.grouped(progress.accepted)) rows \(verb), \(NumberText.grouped(progress.refused)) refused."
        )
    }
}
