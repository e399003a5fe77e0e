import ArgumentParser
import Registry

/// What an import takes where a row is silent.
struct ImportDefaults: ParsableArguments {
    @Option(name: .customLong("class"), help: ArgumentHelp("Class. (default: stolen)", valueName: "class"))
    var recordClass: RecordClass?

    @Option(help: ArgumentHelp("Handling level. (default: official-use-only)", valueName: "level"))
    var handling: HandlingLevel?

    @Option(help: "Purpose. (default: identify-objects)")
    var purpose: Purpose?

    @Flag(help: "03/04/2023 is 3 April.")
    var dayFirst = false

    @Flag(help: "03/04/2023 is 4 March. Without either, the file's other dates decide.")
    var monthFirst = false

    func validate() throws {
        if dayFirst, monthFirst { throw ValidationError("Give --day-first or --month-first, not both.") }
    }

    /// Puts the given values into a mapping.
    func apply(to mapping: inout ImportMapping) {
        if let recordClass { mapping.defaultClass = recordClass }
        if let handling { mapping.defaultHandling = handling }
        if let purpose { mapping.defaultPurpose = purpose }
        if dayFirst { mapping.dayComesFirst = true }
        if monthFirst { mapping.dayComesFirst = false }
    }
}
