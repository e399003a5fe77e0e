/// The comparison of two signatures: where they fit together best and how well.
public struct SignatureComparison: Sendable, Hashable, Codable {
    /// What is added to a position in the first signature to find it in the second, micrometres.
    public var shift: Double
    /// The length of the common part, micrometres.
    public var overlap: Double
    /// Whether the second signature was turned round to fit.
    public var isReversed: Bool
    /// By how much the lengths of the second signature were taken larger to fit; 1 unless the two instruments differ in
    /// their lateral scale.
    public var stretch: Double
    /// The largest correlation over all shifts with enough overlap, -1...1.
    public var correlation: Double
    /// The correlation at `shift`, each point counting by the confidence of both signatures in it.
    public var weightedCorrelation: Double
    /// The correlation of the waves below 70 micrometres at `shift`.
    public var fineCorrelation: Double
    /// The mean over the common part of the correlation within 200 micrometres around each point, 0...1.
    public var localCorrelation: Double
    /// The correlation of what is left when the long waves of the mean of both are taken from each
    /// (Hare, Hofmann, Carriquiry 2017).
    public var roughCorrelation: Double
    /// Congruent matching profile segments (Chen et al. 2019), the larger count of both directions.
    public var congruentSegments: Int
    /// The share of the segments that are congruent, mean of both directions, 0...1.
    public var congruentShare: Double
    /// The striae that match and those that do not.
    public var striae: StriaeAgreement
    /// The root of the mean squared height difference in the common part, micrometres.
    public var distance: Double
    /// The standard deviation of the height difference, micrometres.
    public var distanceDeviation: Double
    /// Our score, 0...1: the mean of correlation, fine and local correlation and the share of congruent segments, each
    /// at least 0.
    public var score: Double
}
