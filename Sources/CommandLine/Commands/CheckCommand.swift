import ArgumentParser
import DelimitedText
import Registry
import Server

/// `cartouche check`
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a firearm, document, vehicle or person, or a file of firearms.",
        discussion: """
            Write '?' for each place of the serial number that cannot be read, and quote it for the shell. The answer lists \
            candidates with the reasons for each; it is in the journal before it is shown, also when nothing is found.

            One check may ask for any mix of a firearm, a travel document, a vehicle and a person, against all records and \
            notices the user may know of. The machine-readable zone of a document is checked as the document and its holder.

            A file has one firearm in each row, in columns named like the options. The result is CSV with one row for each \
            firearm, or with --json one JSON object on each line.

            EXAMPLES
              cartouche check --serial 'KWN?2??' --make Bersa --purpose border-control --as officer.ar
              cartouche check --document FK123456 --issuer BR --plate BRA2E19 --purpose border-control --as officer.ar
              cartouche check --name 'Ana Ficticia' --born 1984-03 --purpose locate-wanted --as officer.ar
              cartouche check --file found.csv --purpose identify-objects --operation TRIGGER-DEMO --as desk.br

            Exit status 0 when every check was made, whether or not something was found; 1 when one could not be made.
            """
    )

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @OptionGroup
    var acting: ActorOptions

    @Option(help: "Serial number as read; '?' for a place that cannot be read.")
    var serial: String?

    @Option(help: "Make, as written on the firearm.")
    var make: String?

    @Option(help: "Model.")
    var model: String?

    @Option(help: "Calibre, as written: 9 mm, .38 Special, 12 gauge.")
    var calibre: String?

    @Option(help: "Type: pistol, revolver, rifle, carbine, shotgun, submachine-gun, ...")
    var type: String?

    @Option(help: "Country of manufacture, ISO 3166-1 alpha-2.")
    var country: String?

    @OptionGroup(title: "Documents, vehicles and persons")
    var subjects: CheckSubjectOptions

    @Option(help: "Purpose; every check has one.")
    var purpose: Purpose?

    @Option(help: "Where the check is made.")
    var place: String?

    @Option(help: "Code of the operation it belongs to.")
    var operation: String?

    @Option(help: "The post or device that makes it.")
    var device: String?

    @Option(help: "Your own case number.")
    var reference: String?

    @Option(help: ArgumentHelp("CSV file of firearms to check; '-' reads standard input.", valueName: "csv"))
    var file: String?

    @Flag(help: "Print JSON; for a file, one object on each line.")
    var json = false

    func validate() throws {
        guard (serial == nil && !subjects.isGiven) != (file == nil) else {
            throw ValidationError(
                """
                Give what is checked (--serial, --document, --mrz, --vin, --plate, --engine, --name), or a file of \
                firearms with --file.
                """
            )
        }
        do {
            guard file != nil || purpose != nil else {
                throw ValidationError(
                    "Give --purpose: \(Purpose.allCases.map(\.rawValue).joined(separator: ", "))."
                )
            }
            _ = try CheckValues.type(type)
            _ = try CheckValues.country(country)
            try subjects.refuseFailures()
        } catch let failure as CommandFailure {
            throw ValidationError(failure.description)
        }
    }

    func run() async throws {
        let words = try PublicCatalogue(language: Terminal.language)
        try await Installation.with(try await options.settings()) { installation in
            let actor = try await acting.actor(installation.registry)
            try await installation.registry.numberIndex.advance()
            if let file {
                let reader = try DelimitedReader(contentsOf: file == "-" ? "/dev/stdin" : file)
                let defaults = CheckBatch.Defaults(
                    purpose: purpose, place: place, operation: operation, device: device,
                    reference: reference
                )
                let run = CheckBatchRun(registry: installation.registry, actor: actor, words: words, printsJSON: json)
                try await run.run(CheckBatch(reader, defaults: defaults))
            } else {
                let result = try await installation.registry.checks.check(try request(), actor)
                let report = CheckReport(result, words)
                if json { return Terminal.print(try JSONText.text(report)) }
                for line in report.lines(words) { Terminal.print(line) }
            }
        }
    }

    private func request() throws -> CheckRequest {
        let type = try CheckValues.type(type)
        let country = try CheckValues.country(country)
        var request = CheckRequest(
            firearm: serial.map {
                FirearmQuery(serial: $0, make: make, model: model, calibre: calibre, type: type, country: country)
            },
            purpose: purpose ?? .identifyObjects, place: place, device: device, operation: operation,
            reference: reference
        )
        try subjects.add(to: &request)
        return request
    }
}
