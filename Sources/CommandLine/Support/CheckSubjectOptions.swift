import ArgumentParser
import Firearms
import Foundation
import Identity
import Registry

/// What is checked beside a firearm, as options.
struct CheckSubjectOptions: ParsableArguments {
    @Option(help: "Number of a travel document, as read.")
    var document: String?

    @Option(
        help: "Type of the document: passport, identity-card, residence-permit, visa, travel-document, ...")
    var documentType: DocumentType?

    @Option(help: "Issuer of the document: a code of two or three letters, or a name.")
    var issuer: String?

    @Option(
        help: ArgumentHelp(
            "File with the machine-readable zone of a document; '-' reads standard input.", valueName: "file"))
    var mrz: String?

    @Option(help: "Vehicle identification number.")
    var vin: String?

    @Option(help: "Registration plate.")
    var plate: String?

    @Option(help: "Country of the plate, ISO 3166-1 alpha-2.")
    var plateCountry: String?

    @Option(help: "Number on an engine.")
    var engine: String?

    @Option(help: "Name of a person, in any order; the family name where --given-names is stated.")
    var name: String?

    @Option(help: "Given names of the person.")
    var givenNames: String?

    @Option(help: "Date of birth, as far as it is known: 1984, 1984-03 or 1984-03-12.")
    var born: String?

    @Option(help: "Nationality of the person, ISO 3166-1 alpha-2.")
    var nationality: String?

    /// Whether anything is to be checked.
    var isGiven: Bool {
        document != nil || mrz != nil || vin != nil || plate != nil || engine != nil || name != nil
    }

    /// - Throws: ``CommandFailure`` that says what a value must be.
    func refuseFailures() throws(CommandFailure) {
        _ = try CheckValues.country(plateCountry)
        _ = try CheckValues.country(nationality)
        if let born, PartialDate(born) == nil {
            throw CommandFailure("\"\(born)\" is no date of birth. Write 1984, 1984-03 or 1984-03-12.")
        }
    }

    /// Adds what is stated to a check.
    /// - Throws: ``CommandFailure`` where the file of the zone cannot be read, or a value is not known.
    func add(to request: inout CheckRequest) throws {
        if let document { request.document = DocumentQuery(number: document, type: documentType, issuer: issuer) }
        let vehicle = Vehicle(
            vin: vin, plate: plate, plateCountry: try CheckValues.country(plateCountry), engine: engine
        )
        if vin != nil || plate != nil || engine != nil { request.vehicle = vehicle }
        if let name {
            request.person = PersonQuery(
                name: name, givenNames: givenNames, birthDate: born.flatMap { PartialDate($0) },
                nationalities: try CheckValues.country(nationality).map { [$0] } ?? []
            )
        }
        if let mrz {
            let path = mrz == "-" ? "/dev/stdin" : mrz
            guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
                throw CommandFailure("\(mrz) cannot be read as text. Give a file with the lines of the zone.")
            }
            request.zone = text
        }
    }
}
