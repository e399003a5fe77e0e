import Firearms
import Registry
import Storage
import Toolmarks

/// A case as the API writes it.
struct CaseAnswer: Encodable {
    var number: String
    var bureau: String
    var version: Int
    var title: String
    var laboratory: String
    var reference: String?
    var summary: String?
    var events: [EventAnswer]
    var createdAt: String
    var changedAt: String

    init(_ forensicCase: ForensicCase) {
        number = forensicCase.number
        bureau = forensicCase.bureau
        version = forensicCase.version
        title = forensicCase.content.title
        laboratory = forensicCase.content.laboratory
        reference = forensicCase.content.reference
        summary = forensicCase.content.summary
        events = forensicCase.events.map(EventAnswer.init)
        createdAt = forensicCase.createdAt.description
        changedAt = forensicCase.changedAt.description
    }
}

/// An event of a case.
struct EventAnswer: Encodable {
    var place: Int
    var kind: String
    var from: String?
    var until: String?
    var country: String?
    var locality: String?
    var latitude: Double?
    var longitude: Double?
    var distanceToBorderKilometres: Double?
    var border: Border?

    struct Border: Encodable {
        /// Rounded to a tenth of a kilometre.
        var kilometres: Double
        var countries: [String]
        var isComputed: Bool
    }

    init(_ event: ForensicEvent) {
        place = event.place
        kind = event.content.kind.rawValue
        from = event.content.from?.description
        until = event.content.until?.description
        country = event.content.country?.code
        locality = event.content.locality
        latitude = event.content.coordinates?.latitude
        longitude = event.content.coordinates?.longitude
        distanceToBorderKilometres = event.content.distanceToBorderKilometres
        border = event.content.border.map {
            Border(
                kilometres: ($0.kilometres * 10).rounded() / 10, countries: $0.countries.map(\.code),
                isComputed: $0.isComputed
            )
        }
    }
}

/// An exhibit as the API writes it; its content has the fields in which it is sent.
struct ExhibitAnswer: Encodable {
    struct Characteristics: Encodable {
        var lands: Int?
        var twist: String?
        var landWidth: Double?
        var grooveWidth: Double?
        var firingPinShape: String?
        var breechFaceClass: String?
        var ejectorPosition: Double?
        var extractorPosition: Double?
    }

    struct Circumstances: Encodable {
        var borderOfficers: Bool
        var suspectedTrafficker: Bool
        var firearmsTogether: Int?
        var possessorResidentElsewhere: Bool
    }

    struct Rule: Encodable {
        var reasons: [String]
        var notStated: [String]
    }

    var number: String
    var bureau: String
    var `case`: String
    var event: EventAnswer?
    var version: Int
    var kind: String
    var testFire: Bool
    var calibre: String?
    var calibreCode: String?
    var characteristics: Characteristics
    var ammunition: String?
    var firearmRecord: String?
    var label: String?
    var remarks: String?
    var circumstances: Circumstances
    var submission: String
    var submissionRule: Rule
    var purpose: String
    var handling: String
    /// Told to the owner only.
    var hiddenFrom: [String]?
    var retentionUntil: String?
    var createdAt: String
    var changedAt: String
    var marks: [MarkAnswer]?

    init(_ exhibit: Exhibit, marks: [Mark]?, for actor: Actor) {
        let content = exhibit.content
        let event = exhibit.event?.content
        number = exhibit.number
        bureau = exhibit.bureau
        `case` = exhibit.caseNumber
        self.event = exhibit.event.map(EventAnswer.init)
        version = exhibit.version
        kind = content.kind.rawValue
        testFire = content.isTestFire
        calibre = content.calibre
        calibreCode = content.calibreCode
        characteristics = Characteristics(content.characteristics)
        ammunition = content.ammunition
        firearmRecord = content.firearmRecord
        label = content.label
        remarks = content.remarks
        circumstances = Circumstances(
            borderOfficers: content.circumstances.isFromBorderOfficers,
            suspectedTrafficker: content.circumstances.isFromSuspectedTrafficker,
            firearmsTogether: content.circumstances.firearmsTogether,
            possessorResidentElsewhere: content.circumstances.isPossessorResidentElsewhere
        )
        submission = exhibit.submission.rawValue
        submissionRule = Rule(
            reasons: SubmissionRule.reasons(content, event: event).map(\.rawValue),
            notStated: SubmissionRule.unknown(content, event: event).map(\.rawValue)
        )
        purpose = content.purpose.rawValue
        handling = content.handling.rawValue
        hiddenFrom = exhibit.bureau == actor.bureau ? content.hiddenFrom.map(\.code) : nil
        retentionUntil = content.retentionUntil?.description
        createdAt = exhibit.createdAt.description
        changedAt = exhibit.changedAt.description
        self.marks = marks?.map(MarkAnswer.init)
    }
}

extension ExhibitAnswer.Characteristics {
    init(_ traits: ClassCharacteristics) {
        self.init(
            lands: traits.lands, twist: traits.twist?.rawValue, landWidth: traits.landWidth,
            grooveWidth: traits.grooveWidth, firingPinShape: traits.firingPinShape?.rawValue,
            breechFaceClass: traits.breechFaceClass?.rawValue, ejectorPosition: traits.ejectorPosition,
            extractorPosition: traits.extractorPosition
        )
    }
}

/// A step of custody.
struct CustodyAnswer: Encodable {
    var kind: String
    var happenedAt: String
    var person: String
    var place: String?
    var note: String?
    var enteredAt: String
    var enteredBy: String

    init(_ step: CustodyStep) {
        kind = step.content.kind.rawValue
        happenedAt = step.happenedAt.description
        person = step.content.person
        place = step.content.place
        note = step.content.note
        enteredAt = step.enteredAt.description
        enteredBy = step.enteredBy
    }
}

/// A mark without its scans.
struct MarkAnswer: Encodable {
    var number: String
    var kind: String
    var label: String
    var prepared: Bool

    init(_ mark: Mark) {
        number = mark.number.description
        kind = mark.kind.rawValue
        label = mark.label
        prepared = mark.currentPreparation != nil
    }
}
