public import Firearms

/// A number as somebody wrote it, what a person says it is, and the gun it stands on.
public struct LabelledSerial: Hashable, Sendable {
    /// Line of the file it comes from, counted from 1.
    public var line: Int
    /// The text as written.
    public var raw: String
    /// The number it states, `?` for an unreadable place; empty where there is none.
    public var expected: String
    /// The make as written.
    public var make: String?
    /// The kind of firearm as written.
    public var type: String?
    /// The calibre as written.
    public var calibre: String?

    /// Makes a labelled number.
    public init(
        line: Int, raw: String, expected: String, make: String? = nil, type: String? = nil, calibre: String? = nil
    ) {
        self.line = line
        self.raw = raw
        self.expected = expected
        self.make = make
        self.type = type
        self.calibre = calibre
    }
}

/// How often labelled numbers are read as a person reads them, and how high the gun that bears the expected number
/// comes out among the guns of all rows when it is looked for by what was written.
public struct SerialEvaluation: Sendable {
    /// A number that was read otherwise, or whose gun was not among the best.
    public struct Mistake: Hashable, Sendable {
        /// The number and what it means.
        public var serial: LabelledSerial
        /// What was read.
        public var answer: String
        /// Place of the gun among the candidates, from 1; nil where it was not found or not looked for.
        public var rank: Int?
    }

    /// Number of rows.
    public private(set) var rows = 0
    /// Rows read as expected.
    public private(set) var parsed = 0
    /// Rows whose expected number can be looked for.
    public private(set) var searched = 0
    /// Rows whose gun is the first candidate.
    public private(set) var foundFirst = 0
    /// Rows whose gun is among the first ten.
    public private(set) var foundInTen = 0
    /// Rows read otherwise.
    public private(set) var misread: [Mistake] = []
    /// Rows read or not, whose gun is not among the first ten.
    public private(set) var missed: [Mistake] = []

    /// Share of rows read as expected, 0 to 1.
    public var parsedAccuracy: Double { rows == 0 ? 0 : Double(parsed) / Double(rows) }
    /// Share of the rows looked for whose gun is the first candidate, 0 to 1.
    public var foundFirstShare: Double { searched == 0 ? 0 : Double(foundFirst) / Double(searched) }
    /// Share of the rows looked for whose gun is among the first ten candidates, 0 to 1.
    public var foundInTenShare: Double { searched == 0 ? 0 : Double(foundInTen) / Double(searched) }

    /// Reads and looks for every row.
    public init(_ serials: [LabelledSerial], _ table: ReferenceTable) {
        let search = SerialSearchBench(serials, table)
        // A file that has one word for every text without a number only says that there is none.
        let stateLabels = Set(serials.map { $0.expected.uppercased() }).intersection(SerialText.stateLabels)
        for (place, serial) in serials.enumerated() {
            rows += 1
            let text = SerialText(serial.raw)
            let mistake = Mistake(serial: serial, answer: text.canonical)
            let isRead = text.agrees(withExpected: serial.expected, distinguishesStates: stateLabels.count > 1)
            if isRead { parsed += 1 } else { misread.append(mistake) }
            guard search.isSearchable(place) else { continue }
            searched += 1
            let rank = search.rank(of: place, by: text)
            if rank == 1 { foundFirst += 1 }
            if let rank, rank <= 10 {
                foundInTen += 1
            } else {
                missed.append(Mistake(serial: serial, answer: text.canonical, rank: rank))
            }
        }
    }
}
