/// The full report of a record: `GET /records/{number}`, and `GET /checks/{id}/records/{number}` as the
/// second step of a check.
struct RecordReport: Page {
    static let template = "record"

    /// One version of the record.
    struct Version: Sendable {
        var number: Int
        var time: TimeStamp
        var actor: String
        /// What was done, in words.
        var action: String
        /// Why, in the words of who did it.
        var reason: String?
        /// The fields that changed.
        var changes: [String] = []
    }

    /// A file kept with the record.
    struct Attachment: Sendable {
        var name: String
        var path: String
        /// For example `240 kB`.
        var size: String
    }

    /// How the record came up in a check.
    struct Match: Sendable {
        /// The check the report was opened from; the form that declares a hit sends it.
        var check: String
        /// Back to the candidates.
        var path: String
        /// 0 to 100.
        var score: Int
        var reasons: [ReasonChip]
        /// Whether the reader may declare a hit.
        var mayDeclareHit: Bool
        /// The hit that was declared before, if any.
        var hit: HitLink?
    }

    /// A hit that concerns the record.
    struct HitLink: Sendable {
        var number: String
        var path: String
        var state: Badge
    }

    /// What the reader may do with the record; each is a form on the page.
    struct Actions: Sendable {
        var editPath: String?
        var mayLocate = false
        var mayClear = false
        var mayCancel = false
        /// Whether a located record can be made active again.
        var mayReactivate = false
        /// Whether files can be attached.
        var mayAttach = false
    }

    var number: String
    /// The version shown, sent back with every action so that a change in between is noticed.
    var version: Int
    /// What is on record, in a line: `Taurus PT 92`.
    var heading: String
    /// Where the records of the kind are: `/records`; the addresses of what is done with this one begin so.
    var collectionPath = "/records"
    /// The firearm; absent for records of other kinds.
    var firearm: FirearmDescription?
    /// The document, vehicle or person; absent for firearms.
    var object: ObjectDescription?
    var recordClass: Badge
    var status: Badge
    var handling: Badge
    var owner: BureauName
    var nationalReference: String?
    var purpose: String
    /// Date or range of the event.
    var date: String?
    var place: String?
    var country: CountryName?
    var circumstances: String?
    var created: TimeStamp
    var retention: TimeStamp?
    /// Countries that may not see the record; empty for all readers but the owner.
    var hiddenFrom: [CountryName] = []
    var attachments: [Attachment] = []
    /// Newest first; empty for readers who may not see the history.
    var versions: [Version] = []
    var match: Match?
    var hits: [HitLink] = []
    var actions: Actions?
    /// Back to where the reader came from, when not from a check.
    var backPath: String?
}

/// A document, vehicle or person as reports show it; what is not known is left out.
struct ObjectDescription: Sendable {
    /// What it is, for example `Travel document`.
    var title: String
    /// Its number, laid out place by place; absent for a person.
    var serial: SerialStrip?
    /// What the number is of.
    var serialLabel = ""
    /// What else is known.
    var facts: [CheckResultPage.Term]
}

/// A firearm as reports show it; what is not known is left out.
struct FirearmDescription: Sendable {
    /// A number on one part.
    struct Number: Sendable {
        /// For example `Frame`.
        var part: String
        var state: Badge
        /// Absent where the number was removed or there never was one.
        var serial: SerialStrip?
        /// What was written in its place.
        var remark: String?
    }

    /// A mark.
    struct Mark: Sendable {
        var kind: String
        var text: String
        var place: String?
    }

    /// The firearm in a line, without numbers: `Taurus PT 92`.
    var heading: String
    var type: String?
    var action: String?
    var make: String?
    var model: String?
    var calibre: String?
    var countryOfManufacture: CountryName?
    var yearMade: String?
    var countryOfImport: CountryName?
    var importer: String?
    var importYear: String?
    /// With unit: `127 mm`.
    var barrelLength: String?
    var finish: String?
    var conversion: String?
    var numbers: [Number] = []
    var marks: [Mark] = []
}
