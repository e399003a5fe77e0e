import Firearms
import Foundation
import Registry
import Storage

/// A record as the API writes it.
struct RecordAnswer: Encodable {
    struct Number: Encodable {
        var part: String
        var text: String
        var state: String
        var normalised: String
    }

    struct Mark: Encodable {
        var kind: String
        var text: String
        var place: String?
    }

    struct FirearmAnswer: Encodable {
        var type: String?
        /// Where a text and not a code was given, as in an imported file.
        var typeWritten: String?
        var action: String?
        var make: String?
        var makeCode: String?
        var model: String?
        var calibre: String?
        var calibreCode: String?
        var countryOfManufacture: String?
        var countryOfImport: String?
        var importer: String?
        var importYear: Int?
        var yearMade: Int?
        var barrelLengthMillimetres: Double?
        var finish: String?
        var conversion: String?
        var numbers: [Number]
        var marks: [Mark]
    }

    var number: String
    var bureau: String
    var status: String
    var version: Int
    var createdAt: String
    var changedAt: String
    var `class`: String
    var firearm: FirearmAnswer
    var eventDate: String?
    var eventDateEnd: String?
    var place: String?
    var circumstances: String?
    var nationalReference: String?
    var purpose: String
    var handling: String
    /// Told to the owner only.
    var hiddenFrom: [String]?
    var retentionUntil: String?

    init(_ record: FirearmRecord, for actor: Actor) {
        number = record.number
        bureau = record.bureau
        status = record.status.rawValue
        version = record.version
        createdAt = record.createdAt.description
        changedAt = record.changedAt.description
        let content = record.content
        `class` = content.recordClass.rawValue
        firearm = FirearmAnswer(content.firearm)
        eventDate = content.eventDate?.description
        eventDateEnd = content.eventDateEnd?.description
        place = content.place
        circumstances = content.circumstances
        nationalReference = content.nationalReference
        purpose = content.purpose.rawValue
        handling = content.handling.rawValue
        hiddenFrom = record.bureau == actor.bureau ? (content.hiddenFrom ?? []).map(\.code) : nil
        retentionUntil = content.retentionUntil?.description
    }
}

extension RecordAnswer.Number {
    init(_ number: FirearmNumber) {
        self.init(
            part: number.part.rawValue, text: number.text, state: number.state.rawValue,
            normalised: number.pattern.normalised
        )
    }
}

extension RecordAnswer.FirearmAnswer {
    init(_ firearm: Firearm) {
        type = firearm.type?.rawValue
        typeWritten = firearm.typeWritten
        action = firearm.action?.rawValue
        make = firearm.make
        makeCode = firearm.makeCode
        model = firearm.model
        calibre = firearm.calibre
        calibreCode = firearm.calibreCode
        countryOfManufacture = firearm.countryOfManufacture?.code
        countryOfImport = firearm.countryOfImport?.code
        importer = firearm.importer
        importYear = firearm.importYear
        yearMade = firearm.yearMade
        barrelLengthMillimetres = firearm.barrelLengthMillimetres
        finish = firearm.finish
        conversion = firearm.conversion?.rawValue
        numbers = firearm.numbers.map(RecordAnswer.Number.init)
        marks = firearm.marks.map { .init(kind: $0.kind.rawValue, text: $0.text, place: $0.place) }
    }
}

/// The few fields of a record in lists and candidates.
struct RecordSummaryAnswer: Encodable {
    var number: String
    var bureau: String
    var `class`: String
    var status: String
    var handling: String
    var serial: String
    var make: String
    var model: String
    var calibre: String
    var type: String?
    var country: String?
    var changedAt: String

    init(_ summary: RecordSummary) {
        number = summary.number
        bureau = summary.bureau
        `class` = summary.recordClass.rawValue
        status = summary.status.rawValue
        handling = summary.handling.rawValue
        serial = summary.serial
        make = summary.make
        model = summary.model
        calibre = summary.calibre
        type = summary.type?.rawValue
        country = summary.country?.code
        changedAt = summary.changedAt.description
    }
}
