/// Which exhibits should be compared with those of other countries, and why.
///
/// These are the criteria published for INTERPOL's ballistic network (IBIN): found within 80 km of a border; secured by
/// customs or border officers; taken from suspected traffickers; three or more firearms together; terrorism; a possessor
/// who resides elsewhere. Any one is enough. The rule advises: the bureau decides, see `ExhibitService.decide`.
public enum SubmissionRule {
    /// Why an exhibit should be submitted.
    public enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
        /// Found within `borderDistance` of a border.
        case nearBorder = "near-border"
        /// Secured by customs or border officers.
        case borderOfficers = "border-officers"
        /// From a suspected trafficker.
        case suspectedTrafficker = "suspected-trafficker"
        /// With `manyFirearms` or more firearms.
        case manyFirearms = "many-firearms"
        /// The event was an act of terrorism.
        case terrorism
        /// The possessor resides elsewhere.
        case residentElsewhere = "resident-elsewhere"
    }

    /// Distance from a border up to which exhibits should be submitted, kilometres.
    public static let borderDistance = 80.0
    /// So many firearms together are reason enough.
    public static let manyFirearms = 3

    /// Every reason that holds, in the order of `Reason`; empty where none does.
    public static func reasons(_ exhibit: ExhibitContent, event: EventContent?) -> [Reason] {
        let circumstances = exhibit.circumstances
        return Reason.allCases.filter { reason in
            switch reason {
            case .nearBorder: (event?.border?.kilometres).map { $0 <= borderDistance } ?? false
            case .borderOfficers: circumstances.isFromBorderOfficers || event?.kind == .borderControl
            case .suspectedTrafficker: circumstances.isFromSuspectedTrafficker
            case .manyFirearms: (circumstances.firearmsTogether ?? 0) >= manyFirearms
            case .terrorism: event?.kind == .terrorism
            case .residentElsewhere: circumstances.isPossessorResidentElsewhere
            }
        }
    }

    /// What the rule asks for and nobody has stated: with it, it might say otherwise.
    public static func unknown(_ exhibit: ExhibitContent, event: EventContent?) -> [Reason] {
        var unknown: [Reason] = []
        if event?.border == nil { unknown.append(.nearBorder) }
        if exhibit.circumstances.firearmsTogether == nil { unknown.append(.manyFirearms) }
        return unknown
    }
}
