public import Storage
public import Toolmarks

/// What came of comparing two marks in full. The same from both sides: marks are laid on each other in the order of
/// their entry, whichever of them was looked for.
public struct CorrelationFigures: Sendable, Hashable, Codable {
    /// How the score was made: kind of mark, parameters, values. Scores made otherwise are not weighed alike.
    public var method: String
    /// How well the coarse forms agree (`ScreeningScore.value`); nil for marks that are compared without screening.
    public var screening: Double?
    /// The score of the full comparison, 0 to 1.
    public var score: Double
    /// Cells of both directions that agree on one registration, or congruent segments of two signatures.
    public var agreeing: Int
    /// Cells of both directions that could be looked for; nil for signatures.
    public var usable: Int?
    /// How the later mark lies on the earlier; nil when no cell was found, and for signatures.
    public var registration: Registration?
    /// The comparison of two signatures; nil for impressed marks.
    public var signatures: SignatureComparison?
    /// What the score is worth by a reference set; nil where none weighs it.
    public var evidence: Evidence?
    /// Why the score was not weighed; nil where it was.
    public var unweighed: Unweighed?

    /// What a score is worth by a reference set, see `LikelihoodRatio`.
    public struct Evidence: Sendable, Hashable, Codable {
        /// The decimal logarithm of the likelihood ratio, within the bounds of the set.
        public var log10: Double
        /// The lower end of the interval.
        public var lower: Double
        /// The upper end of the interval.
        public var upper: Double
        /// The share of resampled sets within the interval.
        public var confidence: Double
        /// Whether the value stands at a bound: the set cannot carry more.
        public var isAtBound: Bool
        /// The name of the reference set.
        public var referenceName: String
        /// The SHA-256 of the reference set.
        public var reference: String
    }

    /// Why a score was not weighed.
    public enum Unweighed: String, Sendable, Hashable, Codable {
        /// The installation names no reference set for marks of this kind and these settings.
        case noReferenceSet = "no-reference-set"
        /// The reference set holds no score as low or as high.
        case outsideReferenceRange = "outside-reference-range"
    }
}

/// One line of the ranked list of a mark: a candidate for an examiner's eyes, never a conclusion.
public struct CorrelationEntry: Sendable, Hashable {
    /// The place in the list, from 1, among those that the reader may know of.
    public var rank: Int
    /// The other mark.
    public var mark: Mark
    /// Its exhibit, as far as the reader may see it.
    public var exhibit: Exhibit
    /// The preparation of the other mark that was compared.
    public var preparation: Int64
    /// The thumbnail of that preparation, PNG.
    public var thumbnail: BlobHash
    /// What came of the comparison.
    public var figures: CorrelationFigures
    /// When the two were compared.
    public var foundAt: Moment
    /// Between the places of the two events, kilometres; nil where one is unknown.
    public var distanceKilometres: Double?
    /// Whether a border lies between the countries of the two events; nil where one is unknown.
    public var border: BorderBetween?
    /// Days between the two events: the shortest that their dates allow; nil where a date is unknown.
    public var daysApart: Int?
    /// How the two exhibits are connected already.
    public var connection: Connection
    /// How the two bullets agree as wholes; nil for other marks, and where fewer than two pairs of lands are known.
    public var bullet: Bullet?

    /// How two bullets agree over the pairs of lands that were compared, in the phase that fits best
    /// (`BulletComparison`).
    public struct Bullet: Sendable, Hashable {
        /// The mean score of the pairs of the best phase, 0 to 1.
        public var score: Double
        /// That less the mean of all other pairs: near 0 for bullets of different barrels.
        public var difference: Double
        /// How many pairs of lands the best phase has.
        public var pairs: Int
        /// What is added to the place of a land to find its partner, round the bullet.
        public var phase: Int
    }

    /// How two exhibits are connected already, as far as the reader may know.
    public struct Connection: Sendable, Hashable, Codable {
        /// Whether both belong to one case.
        public var isSameCase: Bool
        /// Whether both are stated to come from one firearm of the records.
        public var isSameFirearm: Bool
        /// The link that examiners made between them; nil for none that the reader may know of.
        public var link: ExhibitLink.Standing?
    }
}

/// A page of the ranked list of a mark.
public struct CorrelationList: Sendable, Hashable {
    /// The mark.
    public var mark: Mark
    /// Its exhibit.
    public var exhibit: Exhibit
    /// The latest job of its current preparation; nil while it has none.
    public var job: CorrelationJob?
    /// The entries of the page, best first.
    public var entries: [CorrelationEntry]
    /// How many entries the whole list has under the filter.
    public var count: Int
    /// The rank after which the next page begins; nil on the last page.
    public var next: Int?
    /// Marks that could not be compared, as far as the reader may know of them.
    public var gaps: [CorrelationGap]
}
