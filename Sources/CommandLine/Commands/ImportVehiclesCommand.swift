import ArgumentParser
import Registry

/// `cartouche import vehicles`
struct ImportVehiclesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vehicles",
        abstract: "Import a CSV file of vehicles as records of the user's bureau.",
        discussion: """
            Reads comma, semicolon, tab or bar separated text with headings in the first row, in English, Spanish or \
            Portuguese. Every row is entered, or refused with every reason. A file that was stopped is imported again: \
            rows that are records already are refused with the numbers of these.

            Fields: vin, plate, plate-country, engine, make, model, colour, year, class, event-date, place, \
            circumstances, national-reference, purpose, handling.

            EXAMPLES
              cartouche import vehicles cars.csv --as desk.ar --dry-run
              cartouche import vehicles cars.csv --as desk.ar --class stolen --refused refused.csv

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
        help: "Class of rows that say none: stolen, sought.")
    var recordClass: VehicleClass?

    @OptionGroup
    var reading: ObjectImportOptions

    func run() async throws {
        try await ObjectImportRun.run(
            file, recordClass, by: \.vehicleImport, as: acting, options: reading, in: options)
    }
}
