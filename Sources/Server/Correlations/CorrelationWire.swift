import Firearms
import Registry
import Storage
import Toolmarks

/// A job of the queue as the API writes it.
struct CorrelationJobAnswer: Encodable {
    struct Failure: Encodable {
        var code: String
        var detail: String
    }

    var mark: String
    var bureau: String
    var state: String
    var priority: String
    var stage: String?
    /// 0 to 1.
    var progress: Double
    var attempts: Int
    var queuedAt: String
    var startedAt: String?
    var endedAt: String?
    var failure: Failure?

    init(_ job: CorrelationJob) {
        mark = job.mark.description
        bureau = job.bureau
        state = job.state.rawValue
        priority = job.priority.name
        stage = job.stage?.rawValue
        progress = job.progress
        attempts = job.attempts
        queuedAt = job.queuedAt.description
        startedAt = job.startedAt?.description
        endedAt = job.endedAt?.description
        failure = job.failure.map { Failure(code: $0.code, detail: $0.detail) }
    }
}

/// One entry of a ranked list as the API writes it.
struct CorrelationEntryAnswer: Encodable {
    struct Registration: Encodable {
        /// Degrees.
        var rotation: Double
        /// Micrometres.
        var shiftX: Double
        /// Micrometres.
        var shiftY: Double
    }

    struct LikelihoodRatio: Encodable {
        var log10: Double
        var lower: Double
        var upper: Double
        var confidence: Double
        var isAtBound: Bool
        var referenceSet: String
        /// SHA-256 of the set.
        var referenceIdentity: String
    }

    struct Event: Encodable {
        var kind: String
        var from: String?
        var until: String?
        var country: String?
        var locality: String?
    }

    var rank: Int
    var mark: String
    var kind: String
    var label: String
    var exhibit: String
    var exhibitKind: String
    var isTestFire: Bool
    var calibre: String?
    var bureau: String
    var `case`: String
    var event: Event?
    var score: Double
    var agreeing: Int
    var usable: Int?
    var correlation: Double?
    var screening: Double?
    var likelihoodRatio: LikelihoodRatio?
    var unweighed: String?
    var registration: Registration?
    var bullet: CorrelationBulletAnswer?
    var foundAt: String
    var distanceKilometres: Double?
    var border: String?
    var daysApart: Int?
    var isSameCase: Bool
    var isSameFirearm: Bool
    var link: String?

    init(_ entry: CorrelationEntry) {
        let (exhibit, figures) = (entry.exhibit, entry.figures)
        rank = entry.rank
        mark = entry.mark.number.description
        kind = entry.mark.kind.rawValue
        label = entry.mark.label
        self.exhibit = exhibit.number
        exhibitKind = exhibit.content.kind.rawValue
        isTestFire = exhibit.content.isTestFire
        calibre = exhibit.content.calibre
        bureau = exhibit.bureau
        self.case = exhibit.caseNumber
        event = exhibit.event.map { event in
            Event(
                kind: event.content.kind.rawValue, from: event.content.from?.description,
                until: event.content.until?.description, country: event.content.country?.code,
                locality: event.content.locality
            )
        }
        score = figures.score
        agreeing = figures.agreeing
        usable = figures.usable
        correlation = figures.signatures?.correlation
        screening = figures.screening
        likelihoodRatio = figures.evidence.map {
            LikelihoodRatio(
                log10: $0.log10, lower: $0.lower, upper: $0.upper, confidence: $0.confidence, isAtBound: $0.isAtBound,
                referenceSet: $0.referenceName, referenceIdentity: $0.reference
            )
        }
        unweighed = figures.unweighed?.rawValue
        registration = figures.registration.map {
            Registration(rotation: $0.rotation, shiftX: $0.shift.x, shiftY: $0.shift.y)
        }
        bullet = entry.bullet.map(CorrelationBulletAnswer.init)
        foundAt = entry.foundAt.description
        distanceKilometres = entry.distanceKilometres
        border = entry.border?.rawValue
        daysApart = entry.daysApart
        isSameCase = entry.connection.isSameCase
        isSameFirearm = entry.connection.isSameFirearm
        link = entry.connection.link?.rawValue
    }
}

/// How whole bullets agree, as the API writes it.
struct CorrelationBulletAnswer: Encodable {
    var score: Double
    var difference: Double
    var pairs: Int
    var phase: Int

    init(_ bullet: CorrelationEntry.Bullet) {
        score = bullet.score
        difference = bullet.difference
        pairs = bullet.pairs
        phase = bullet.phase
    }
}

/// A page of a ranked list as the API writes it.
struct CorrelationListAnswer: Encodable {
    struct Gap: Encodable {
        var mark: String
        var reason: String
    }

    var mark: String
    var exhibit: String
    var job: CorrelationJobAnswer?
    var count: Int
    var entries: [CorrelationEntryAnswer]
    var next: Int?
    var gaps: [Gap]

    init(_ list: CorrelationList) {
        mark = list.mark.number.description
        exhibit = list.exhibit.number
        job = list.job.map(CorrelationJobAnswer.init)
        count = list.count
        entries = list.entries.map(CorrelationEntryAnswer.init)
        next = list.next
        gaps = list.gaps.map { Gap(mark: $0.mark.description, reason: $0.reason) }
    }
}
