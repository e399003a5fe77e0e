public import Firearms
public import Storage

/// A cartridge case or a bullet: its facts, its owner, and whether other countries may compare it.
public struct Exhibit: Sendable, Hashable {
    /// Row number in the database; means nothing outside this installation.
    public var sequence: Int64
    /// The number people use: `BR-E-2026-000123`.
    public var number: String
    /// The bureau that owns it.
    public var bureau: String
    /// The number of its case.
    public var caseNumber: String
    /// What it was secured at; nil where that is unknown.
    public var event: ForensicEvent?
    /// Whether it is submitted to other countries.
    public var submission: Submission
    /// 1 for the first version; each change adds one.
    public var version: Int
    /// When it was entered.
    public var createdAt: Moment
    /// When this version was entered.
    public var changedAt: Moment
    /// What the owner states; without `hiddenFrom` where another bureau reads it.
    public var content: ExhibitContent

    /// What `Access` needs to decide who may know of it.
    public var accessFacts: Access.RecordFacts {
        Access.RecordFacts(bureau: bureau, handling: content.handling, hiddenFrom: Set(content.hiddenFrom))
    }

    /// Whether other bureaus may compare it and know of it.
    public enum Submission: String, Sendable, Hashable, Codable, CaseIterable {
        /// The bureau has not decided.
        case undecided
        /// Compared with exhibits of other countries.
        case submitted
        /// Compared with the bureau's own exhibits alone.
        case kept
    }
}

/// What a bureau states about an exhibit.
public struct ExhibitContent: Sendable, Hashable, Codable {
    /// What it is.
    public var kind: ExhibitKind
    /// Whether it was fired by the laboratory itself, from a firearm it holds.
    public var isTestFire = false
    /// The calibre as written.
    public var calibre: String?
    /// Code of the reference table, where the calibre is known.
    public var calibreCode: String?
    /// What tells groups of firearms apart.
    public var characteristics = ClassCharacteristics()
    /// Brand and kind of the ammunition, at most 200 characters.
    public var ammunition: String?
    /// Number of the record of the firearm that fired it, where that is known.
    public var firearmRecord: String?
    /// The mark on the bag or the item itself, at most 100 characters.
    public var label: String?
    /// How it was found, as far as the rule for submission abroad asks for it.
    public var circumstances = FindingCircumstances()
    /// What else is known, at most 10,000 characters.
    public var remarks: String?
    /// What it may be used for.
    public var purpose: Purpose = .forensics
    /// How secret the exhibit is, see `Access`.
    public var handling: HandlingLevel = .officialUseOnly
    /// Countries whose users may not know that the exhibit exists.
    public var hiddenFrom: [Country] = []
    /// The last day on which it is compared.
    public var retentionUntil: CalendarDate?

    /// States an exhibit of which nothing but the kind is known yet.
    public init(kind: ExhibitKind) { self.kind = kind }
}

/// What an exhibit is.
public enum ExhibitKind: String, Sendable, Hashable, Codable, CaseIterable {
    case cartridgeCase = "cartridge-case"
    case bullet
}

/// Class characteristics: features shared by all firearms of a design, by which comparisons are narrowed.
public struct ClassCharacteristics: Sendable, Hashable, Codable {
    /// Bullets: number of lands, which is that of grooves.
    public var lands: Int?
    /// Bullets: the direction of twist.
    public var twist: Twist?
    /// Bullets: mean width of a land engraved area, micrometres.
    public var landWidth: Double?
    /// Bullets: mean width of a groove engraved area, micrometres.
    public var grooveWidth: Double?
    /// Cartridge cases: the shape of the firing pin impression.
    public var firingPinShape: FiringPinShape?
    /// Cartridge cases: the pattern of the breech face.
    public var breechFaceClass: BreechFaceClass?
    /// Cartridge cases: the ejector mark, degrees clockwise from the firing pin's 12 o'clock.
    public var ejectorPosition: Double?
    /// Cartridge cases: the extractor mark, degrees clockwise from the firing pin's 12 o'clock.
    public var extractorPosition: Double?

    /// Nothing known.
    public init() {}

    /// The direction in which the rifling turns, seen from behind.
    public enum Twist: String, Sendable, Hashable, Codable, CaseIterable {
        case left
        case right
    }

    /// The shape of a firing pin.
    public enum FiringPinShape: String, Sendable, Hashable, Codable, CaseIterable {
        case circular
        case elliptical
        case rectangular
        case other
    }

    /// The pattern that machining left on a breech face.
    public enum BreechFaceClass: String, Sendable, Hashable, Codable, CaseIterable {
        case parallel
        case crossHatch = "cross-hatch"
        case arched
        case circular
        case granular
        case smooth
        case other
    }
}
