public import Storage
public import Toolmarks

/// One mark of an exhibit: a breech face, a firing pin impression, a land engraved area.
public struct Mark: Sendable, Hashable {
    /// Row number in the database.
    public var sequence: Int64
    /// Number of the exhibit and the mark's place on it.
    public var number: MarkNumber
    /// What made it, which decides how it is compared.
    public var kind: ToolmarkKind
    /// What the laboratory calls it, such as `Land 3`; at most 100 characters.
    public var label: String
    /// Sequence of the preparation it is compared by; nil while there is none.
    public var currentPreparation: Int64?
    /// When it was entered.
    public var createdAt: Moment
}

/// The number of a mark: that of its exhibit and the mark's place on it, `BR-E-2026-000123.1`.
public struct MarkNumber: Sendable, Hashable, Codable, LosslessStringConvertible {
    /// The number of the exhibit.
    public let exhibit: String
    /// The mark's place on the exhibit, from 1.
    public let place: Int

    /// Puts the parts together.
    public init(exhibit: String, place: Int) {
        self.exhibit = exhibit
        self.place = place
    }

    /// Reads a number; nil for any other text.
    public init?(_ text: String) {
        guard let dot = text.lastIndex(of: "."), dot != text.startIndex else { return nil }
        let digits = text[text.index(after: dot)...]
        guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let place = Int(digits), place > 0, String(place) == digits
        else { return nil }
        self.init(exhibit: String(text[..<dot]), place: place)
    }

    /// The number as people write it.
    public var description: String { "\(exhibit).\(place)" }
}

/// A file that was measured on a mark, as it arrived.
public struct Scan: Sendable, Hashable {
    /// Row number in the database.
    public var sequence: Int64
    /// The mark it shows.
    public var mark: Int64
    /// The file as it arrived.
    public var blob: BlobHash
    /// The name it arrived under.
    public var fileName: String
    /// Its size, bytes.
    public var size: Int
    /// Where it stands.
    public var state: State
    /// What was noticed when it was read, as stable codes with their facts.
    public var findings: [ScanFinding]
    /// The instrument, from the file or as stated.
    public var instrument: String?
    /// Who uploaded it.
    public var uploadedBy: String
    /// When it arrived.
    public var uploadedAt: Moment
    /// What the file holds; nil until it was read, and where it could not be.
    public var description: ScanDescription?
    /// A picture of the scan as it arrived, PNG, its longer side 1,024 pixels; nil until it was read.
    public var picture: BlobHash?
    /// The same with the points marked that a finding is about; nil where none is.
    public var markedPicture: BlobHash?

    /// Where a scan stands on its way to be compared.
    public enum State: String, Sendable, Hashable, Codable, CaseIterable {
        /// Waits for its preparation.
        case waiting
        /// Prepared.
        case ready
        /// Cannot be read or prepared; the findings say why.
        case refused
    }
}

/// Something noticed about a scan: a stable code and the facts its sentence needs.
public struct ScanFinding: Sendable, Hashable, Codable {
    /// What was noticed, such as `mostly-missing`.
    public var code: String
    /// Whether the scan cannot be compared because of it.
    public var isFatal: Bool
    /// Facts by name, such as `share`: `62`.
    public var facts: [String: String]

    /// States a finding.
    public init(_ code: String, isFatal: Bool = false, facts: [String: String] = [:]) {
        self.code = code
        self.isFatal = isFatal
        self.facts = facts
    }
}

/// A scan made ready to be compared. Every preparation is kept; a mark is compared by its current one.
public struct MarkPreparation: Sendable, Hashable {
    /// Row number in the database.
    public var sequence: Int64
    /// The mark.
    public var mark: Int64
    /// The scan it was made from.
    public var scan: Int64
    /// 1 for the first preparation of the mark; each further one adds one.
    public var version: Int
    /// The surface to compare, an x3p file. Impressed marks: levelled, filtered, cut to the mark, at its own pitch.
    /// Striated marks: the heights as measured, cut to the region drawn by hand where there is one, because signatures
    /// are taken from these (`Signature(of:_:)`); a single row is a profile.
    public var surface: BlobHash
    /// The coarse form by which impressed marks are screened (`ScreeningForm.bytes`); empty for striated marks.
    public var screeningForm: [UInt8]
    /// A picture of the prepared surface, PNG, at most 1,024 pixels a side.
    public var picture: BlobHash
    /// The same at most 160 pixels a side.
    public var thumbnail: BlobHash
    /// Who asked for it.
    public var madeBy: String
    /// When it was made.
    public var madeAt: Moment
    /// The steps that were done, their settings and findings, and the region drawn by hand: the JSON of a
    /// `PreparationRecord`.
    public var document: String
}
