import Firearms
import Registry
import Storage

/// A file of a record as the registry keeps it; inside the report, `Attachment` is the page's own.
typealias RecordFile = Attachment

extension RecordReport {
    /// The full report of a record for a reader.
    /// - Parameters:
    ///   - record: as the registry gave it to the actor.
    ///   - bureaus: names the owner.
    ///   - versions: the versions before the present one, newest first.
    ///   - attachments: the record's files.
    ///   - hits: those the actor may know of.
    ///   - match: how the record came up in a check; `read` is the number that was checked.
    init(
        _ record: FirearmRecord, bureaus: BureauNames, for actor: Actor, in language: Language,
        versions: [RecordVersion] = [], attachments: [RecordFile] = [], hits: [Hit] = [], match: Match? = nil,
        read: String? = nil
    ) {
        let content = record.content
        let isOwner = record.bureau == actor.bureau
        self.init(
            number: record.number, version: record.version,
            heading: language.firearmHeading(content.firearm),
            firearm: FirearmDescription(content.firearm, comparedWith: read, in: language),
            recordClass: language.badge("class", content.recordClass.rawValue),
            status: language.badge("status", record.status.rawValue),
            handling: language.badge("handling", content.handling.rawValue),
            owner: bureaus[record.bureau],
            nationalReference: content.nationalReference,
            purpose: language.label("purpose", content.purpose.rawValue),
            date: language.eventDate(content),
            place: content.place,
            circumstances: content.circumstances,
            created: TimeStamp(record.createdAt.description),
            retention: content.retentionUntil.map { TimeStamp($0.description) },
            hiddenFrom: isOwner ? (content.hiddenFrom ?? []).map { language.countryName($0.code) } : [],
            attachments: attachments.map { Self.link($0, record: record.number, language) },
            versions: isOwner ? Self.history(record, versions, language) : [],
            match: match,
            hits: hits.map { HitLink($0, in: language) },
            actions: Self.actions(record, actor)
        )
    }

    private static func link(_ attachment: RecordFile, record: String, _ language: Language) -> Attachment {
        Attachment(
            name: attachment.name, path: "/records/\(record)/attachments/\(attachment.id)",
            size: language.size(bytes: attachment.size)
        )
    }

    private static func actions(_ record: FirearmRecord, _ actor: Actor) -> Actions? {
        guard Access.mayChange(recordOf: record.bureau, actor) else { return nil }
        let next = record.status.nextStates
        return Actions(
            editPath: "/records/\(record.number)/edit",
            mayLocate: next.contains(.located), mayClear: next.contains(.cleared),
            mayCancel: next.contains(.cancelled), mayReactivate: next.contains(.active), mayAttach: true
        )
    }

    /// Every version with what it brought, newest first. The registry keeps with a version who replaced it and why.
    private static func history(
        _ record: FirearmRecord, _ versions: [RecordVersion], _ language: Language
    ) -> [Version] {
        var history: [Version] = []
        var number = record.version
        var status = record.status
        var content = record.content
        var time = record.changedAt
        for earlier in versions {
            history.append(
                Version(
                    number: number, time: TimeStamp(time.description), actor: earlier.changedBy,
                    action: status == earlier.status
                        ? language.text("record-action.change") : language.label("status", status.rawValue),
                    reason: earlier.reason.isEmpty ? nil : earlier.reason,
                    changes: RecordDifference.fields(earlier.content, content).map(language.fieldLabel)
                )
            )
            (number, status, content, time) = (earlier.version, earlier.status, earlier.content, earlier.changedAt)
        }
        // The first version names no user: the registry keeps in the journal alone who entered a record.
        if number == 1 {
            history.append(
                Version(
                    number: number, time: TimeStamp(time.description), actor: record.bureau,
                    action: language.text("record-action.create")
                )
            )
        }
        return history
    }
}

extension Language {
    /// A size in the largest decimal unit that fits: `240 kB`.
    func size(bytes: Int64) -> String {
        var value = Double(bytes)
        for unit in ["B", "kB", "MB", "GB"] {
            if value < 1_000 || unit == "GB" {
                let isExact = unit == "B" || value >= 10
                let rounded = isExact ? value.rounded() : (value * 10).rounded() / 10
                return "\(FirearmDescription.decimal(rounded))\u{A0}\(unit)"
            }
            value /= 1_000
        }
        return "\(bytes) B"
    }
}
