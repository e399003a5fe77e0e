import Matching
import Registry
import Storage

/// A hit as the API writes it.
struct HitAnswer: Encodable {
    var number: String
    var state: String
    var urgency: String
    var origin: String
    var searcherBureau: String
    var ownerBureau: String
    var check: String?
    /// What kind `record` and `otherRecord` are of.
    var kind: String
    var record: HitRecordAnswer
    var otherRecord: HitRecordAnswer?
    var score: Double
    var reasons: [CheckAnswer.Reason]
    var createdAt: String
    var changedAt: String
    var dueAt: String?
    var remindedAt: String?
    var escalatedAt: String?
    var version: Int
    /// The actor's part, and what it may do now.
    var party: String?
    var actions: [String]

    init(_ hit: Hit, for actor: Actor, in language: Language) {
        number = hit.number
        state = hit.state.rawValue
        urgency = hit.urgency.rawValue
        origin = hit.origin.rawValue
        searcherBureau = hit.searcherBureau
        ownerBureau = hit.ownerBureau
        check = hit.check?.description
        kind = hit.record.kind.rawValue
        record = HitRecordAnswer(hit.record)
        otherRecord = hit.otherRecord.map(HitRecordAnswer.init)
        score = (hit.score * 1_000).rounded() / 1_000
        reasons = hit.reasons.map { .init($0, in: language) }
        createdAt = hit.createdAt.description
        changedAt = hit.changedAt.description
        dueAt = hit.dueAt?.description
        remindedAt = hit.remindedAt?.description
        escalatedAt = hit.escalatedAt?.description
        version = hit.version
        party = hit.party(of: actor)?.rawValue
        actions = HitService.actions(of: actor, on: hit).map(\.rawValue)
    }
}

/// The few fields of what a hit or a candidate names, of whatever kind.
enum HitRecordAnswer: Encodable {
    case firearm(RecordSummaryAnswer)
    case document(ObjectSummaryAnswer<TravelDocument>)
    case vehicle(ObjectSummaryAnswer<Vehicle>)
    case notice(NoticeBriefAnswer)

    init(_ record: HitRecord) {
        switch record {
        case .firearm(let record): self = .firearm(RecordSummaryAnswer(record))
        case .document(let record): self = .document(ObjectSummaryAnswer(record))
        case .vehicle(let record): self = .vehicle(ObjectSummaryAnswer(record))
        case .notice(let notice): self = .notice(NoticeBriefAnswer(notice))
        }
    }

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .firearm(let answer): try answer.encode(to: encoder)
        case .document(let answer): try answer.encode(to: encoder)
        case .vehicle(let answer): try answer.encode(to: encoder)
        case .notice(let answer): try answer.encode(to: encoder)
        }
    }
}

/// One step of a hit as the API writes it.
struct HitEventAnswer: Encodable {
    var time: String
    var user: String
    var bureau: String
    var action: String
    var state: String
    var note: String
    var until: String?

    init(_ event: HitEvent) {
        time = event.time.description
        user = event.user
        bureau = event.bureau
        action = event.action
        state = event.state.rawValue
        note = event.note
        until = event.until?.description
    }
}
