import Firearms
import Identity
import Registry
import Storage

extension RecordReport {
    /// The full report of a record of a document or vehicle for a reader.
    /// - Parameters:
    ///   - record: as the registry gave it to the actor.
    ///   - bureaus: names the owner.
    ///   - versions: the versions before the present one, newest first.
    ///   - hits: those the actor may know of.
    ///   - match: how the record came up in a check; `read` is the number that was checked.
    init<Object: WiredObject>(
        _ record: ObjectRecord<Object>, bureaus: BureauNames, for actor: Actor, in language: Language,
        versions: [ObjectVersion<Object>] = [], hits: [Hit] = [], match: Match? = nil, read: String? = nil
    ) {
        let content = record.content
        let isOwner = record.bureau == actor.bureau
        self.init(
            number: record.number, version: record.version,
            heading: content.object.heading(in: language),
            collectionPath: "/\(Object.collection)",
            object: content.object.description(comparedWith: read, in: language),
            recordClass: language.badge(Object.classGroup, content.recordClass.rawValue),
            status: language.badge("status", record.status.rawValue),
            handling: language.badge("handling", content.handling.rawValue),
            owner: bureaus[record.bureau],
            nationalReference: content.nationalReference,
            purpose: language.label("purpose", content.purpose.rawValue),
            date: content.eventDate?.description,
            place: content.place,
            circumstances: content.circumstances,
            created: TimeStamp(record.createdAt.description),
            retention: content.retentionUntil.map { TimeStamp($0.description) },
            hiddenFrom: isOwner ? (content.hiddenFrom ?? []).map { language.countryName($0.code) } : [],
            versions: isOwner ? Self.history(record, versions, language) : [],
            match: match,
            hits: hits.map { HitLink($0, in: language) },
            actions: Self.actions(record, actor)
        )
    }

    private static func actions<Object: WiredObject>(_ record: ObjectRecord<Object>, _ actor: Actor) -> Actions? {
        guard Access.mayChange(recordOf: record.bureau, actor) else { return nil }
        let next = record.status.nextStates
        guard !next.isEmpty else { return nil }
        return Actions(
            editPath: "/\(Object.collection)/\(record.number)/edit",
            mayLocate: next.contains(.located), mayClear: next.contains(.cleared),
            mayCancel: next.contains(.cancelled), mayReactivate: next.contains(.active)
        )
    }

    /// Every version with what it brought, newest first.
    private static func history<Object: WiredObject>(
        _ record: ObjectRecord<Object>, _ versions: [ObjectVersion<Object>], _ language: Language
    ) -> [Version] {
        var history: [Version] = []
        var (number, status, content, time) = (record.version, record.status, record.content, record.changedAt)
        for earlier in versions {
            history.append(
                Version(
                    number: number, time: TimeStamp(time.description), actor: earlier.changedBy,
                    action: status == earlier.status
                        ? language.text("record-action.change") : language.label("status", status.rawValue),
                    reason: earlier.reason.isEmpty ? nil : earlier.reason,
                    changes: content.differences(from: earlier.content).map(language.fieldLabel)
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

extension RecordReport.HitLink {
    init(_ hit: Hit, in language: Language) {
        self.init(
            number: hit.number, path: "/hits/\(hit.number)", state: language.badge("hit-state", hit.state.rawValue)
        )
    }
}

extension WiredObject {
    /// The object in a line for the head of its page.
    func heading(in language: Language) -> String {
        let line = line(in: language)
        return line.isEmpty ? language.text("object.\(Self.kind.rawValue)") : line
    }

    /// Everything that is known of the object, for its report.
    func description(comparedWith read: String?, in language: Language) -> ObjectDescription {
        ObjectDescription(
            title: language.text("object.\(Self.kind.rawValue)"),
            serial: SerialStrip(title, comparedWith: read, in: language),
            serialLabel: language.text(Self.kind == .document ? "field.document-number" : "field.number"),
            facts: facts(in: language).compactMap { key, value in
                value.map { .init(label: language.text(key), value: $0) }
            }
        )
    }
}
