public import Firearms
public import Storage

/// Which exhibits a list shows. Empty fields do not narrow.
public struct ExhibitFilter: Sendable, Hashable {
    /// Code of the bureau that owns the exhibit.
    public var bureau: String?
    /// What it is.
    public var kind: ExhibitKind?
    /// Code of the calibre in the reference table.
    public var calibreCode: String?
    /// Number of the case.
    public var caseNumber: String?
    /// Whether it is submitted to other countries.
    public var submission: Exhibit.Submission?
    /// Whether the laboratory fired it itself.
    public var isTestFire: Bool?
    /// Country of the event.
    public var country: Country?
    /// The event was on or after this day; events of unknown date do not match.
    public var from: CalendarDate?
    /// The event was on or before this day.
    public var until: CalendarDate?
    /// Part of the exhibit's or the case's number.
    public var text: String?

    /// Narrows by nothing.
    public init() {}
}

/// An exhibit in a list.
public struct ExhibitSummary: Sendable, Hashable {
    /// The exhibit.
    public var exhibit: Exhibit
    /// Its marks in order.
    public var marks: [Mark]

    /// The first mark that has a picture.
    public var pictured: Mark? { marks.first { $0.currentPreparation != nil } }
}

/// One page of exhibits, the last entered first.
public struct ExhibitPage: Sendable, Hashable {
    /// The exhibits of the page.
    public var exhibits: [ExhibitSummary]
    /// Sequence to continue before; nil on the last page.
    public var nextCursor: Int64?
}

/// One page of cases, the last entered first.
public struct CasePage: Sendable, Hashable {
    /// A case in a list.
    public struct Row: Sendable, Hashable {
        /// The case.
        public var forensicCase: ForensicCase
        /// How many exhibits it has.
        public var exhibitCount: Int
    }

    /// The cases of the page.
    public var rows: [Row]
    /// Sequence to continue before; nil on the last page.
    public var nextCursor: Int64?
}

/// A superseded version of an exhibit.
public struct ExhibitVersion: Sendable, Hashable {
    /// Its number.
    public var version: Int
    /// Whether it was submitted then.
    public var submission: Exhibit.Submission
    /// What it said.
    public var content: ExhibitContent
    /// When that was entered.
    public var changedAt: Moment
    /// Who replaced it.
    public var changedBy: String
    /// Why it was replaced.
    public var reason: String
}
