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
    var record: RecordSummaryAnswer
    var otherRecord: RecordSummaryAnswer?
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
        record = RecordSummaryAnswer(hit.record)
        otherRecord = hit.otherRecord.map(RecordSummaryAnswer.init)
        score = (hit.score * 1_000).rounded() / 1_000
        reasons = hit.reasons.map {
            .init(
                code: $0.code, weight: ($0.weight * 100).rounded() / 100, arguments: $0.arguments,
                text: language.reason($0.code, $0.arguments)
            )
        }
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
