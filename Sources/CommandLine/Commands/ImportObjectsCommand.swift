import ArgumentParser
import Registry

/// A kind of object that has an import command of its own.
protocol CommandLineImported: ImportedObject where Class: ExpressibleByArgument {
    /// What the command says of itself.
    static var importHelp: ImportObjectsHelp { get }

    /// The import of a registry.
    static func importer(_ registry: Registry) -> ObjectImport<Self>
}

/// In what the helps of the import commands differ.
struct ImportObjectsHelp {
    /// The subcommand, which is also what the objects are called in one word.
    var command: String
    /// What the objects are called in full.
    var objects: String
    /// The fields that only these objects have.
    var fields: String
    /// The file of the examples.
    var file: String
}

/// `cartouche import documents` and `cartouche import vehicles`
struct ImportObjectsCommand<Object: CommandLineImported>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        let help = Object.importHelp
        return CommandConfiguration(
            commandName: help.command,
            abstract: "Import a CSV file of \(help.objects) as records of the user's bureau.",
            discussion: """
                Reads comma, semicolon, tab or bar separated text with headings in the first row, in English, Spanish or \
                Portuguese. Every row is entered, or refused with every reason. A file that was stopped is imported again: \
                rows that are records already are refused with the numbers of these.

                Fields: \(help.fields), class, event-date, place, circumstances, national-reference, purpose, handling.

                EXAMPLES
                  cartouche import \(help.command) \(help.file) --as desk.ar --dry-run
                  cartouche import \(help.command) \(help.file) --as desk.ar --class stolen --refused refused.csv

                Exit status 0 when the whole file was gone through, also when rows were refused; 1 when not.
                """
        )
    }

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @OptionGroup
    var acting: ActorOptions

    @Argument(help: "The file.", completion: .file())
    var file: String

    @Option(
        name: .customLong("class"),
        help: "Class of rows that say none: \(Object.Class.allCases.map(\.rawValue).joined(separator: ", ")).")
    var recordClass: Object.Class?

    @OptionGroup
    var reading: ObjectImportOptions

    func run() async throws {
        try await ObjectImportRun.run(
            file, recordClass, by: { Object.importer($0) }, as: acting, options: reading, in: options)
    }
}

extension TravelDocument: CommandLineImported {
    static var importHelp: ImportObjectsHelp {
        ImportObjectsHelp(
            command: "documents", objects: "travel documents",
            fields: "number, last-number (of a range of blanks), type, issuer, issued-on, valid-until",
            file: "passports.csv"
        )
    }

    static func importer(_ registry: Registry) -> ObjectImport<TravelDocument> { registry.documentImport }
}

extension Vehicle: CommandLineImported {
    static var importHelp: ImportObjectsHelp {
        ImportObjectsHelp(
            command: "vehicles", objects: "vehicles",
            fields: "vin, plate, plate-country, engine, make, model, colour, year", file: "cars.csv"
        )
    }

    static func importer(_ registry: Registry) -> ObjectImport<Vehicle> { registry.vehicleImport }
}
