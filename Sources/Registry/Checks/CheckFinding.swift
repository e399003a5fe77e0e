public import Matching

/// One candidate of a check, of whatever kind.
public enum CheckFinding: Sendable, Hashable {
    /// A record of the firearm.
    case firearm(CheckCandidate)
    /// A record of the travel document.
    case document(ObjectCandidate<TravelDocument>)
    /// A record of the vehicle.
    case vehicle(ObjectCandidate<Vehicle>)
    /// A notice of the person.
    case person(PersonCandidate)

    /// What was found, as a hit names it.
    public var record: HitRecord {
        switch self {
        case .firearm(let candidate): .firearm(candidate.record)
        case .document(let candidate): .document(candidate.record)
        case .vehicle(let candidate): .vehicle(candidate.record)
        case .person(let candidate): .notice(candidate.notice)
        }
    }

    /// Agreement between 0 and 1.
    public var score: Double {
        switch self {
        case .firearm(let candidate): candidate.score
        case .document(let candidate): candidate.score
        case .vehicle(let candidate): candidate.score
        case .person(let candidate): candidate.score
        }
    }

    /// What speaks for and against.
    public var reasons: [MatchReason] {
        switch self {
        case .firearm(let candidate): candidate.reasons
        case .document(let candidate): candidate.reasons
        case .vehicle(let candidate): candidate.reasons
        case .person(let candidate): candidate.reasons
        }
    }
}

extension CheckResult {
    /// Every candidate, firearms first, then documents, vehicles and persons.
    public var findings: [CheckFinding] {
        candidates.map(CheckFinding.firearm) + documents.map(CheckFinding.document)
            + vehicles.map(CheckFinding.vehicle) + persons.map(CheckFinding.person)
    }

    /// The candidate of a number; that of a notice in either spelling.
    public func finding(_ number: String) -> CheckFinding? {
        findings.first { $0.record.number == number || $0.record.pathNumber == number }
    }
}

/// The full report of one candidate of a check.
public struct CheckReport: Sendable {
    /// A record or notice in full.
    public enum Content: Sendable {
        case firearm(FirearmRecord)
        case document(DocumentRecord)
        case vehicle(VehicleRecord)
        case notice(Notice)
    }

    /// The record or notice.
    public var content: Content
    /// How it came up.
    public var finding: CheckFinding
    /// The check.
    public var check: CheckResult
}
