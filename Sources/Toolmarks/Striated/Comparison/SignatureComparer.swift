/// Compares signatures of striated marks.
public struct SignatureComparer: Sendable, Hashable, Codable {
    /// The part of the shorter signature that must overlap, 0...1.
    public var smallestOverlap: Double
    /// Whether the second signature is also tried turned round; nil does so when the striae of the two scans follow
    /// different axes, because the way such scans were laid is unknown.
    public var triesReversal: Bool?

    /// Sets the comparison; three quarters overlap unless told otherwise.
    public init(smallestOverlap: Double = 0.75, triesReversal: Bool? = nil) {
        self.smallestOverlap = smallestOverlap
        self.triesReversal = triesReversal
    }

    /// Compares two signatures; (B, A) gives the same figures as (A, B) with the shift's sign changed.
    ///
    /// - Throws: `nothingToCompare` when the signatures have no part in common that is long enough.
    public func compare(
        _ one: ComparisonProfile,
        _ other: ComparisonProfile
    ) throws(ToolmarksError) -> SignatureComparison {
        let straight = try aligned(one, other, isReversed: false)
        let axesDiffer =
            one.signature.axis != nil && other.signature.axis != nil
            && one.signature.axis != other.signature.axis
        guard triesReversal ?? axesDiffer else { return straight }
        let turned = try aligned(one, ComparisonProfile(other.signature.reversed), isReversed: true)
        return turned.score > straight.score ? turned : straight
    }

    private func aligned(
        _ one: ComparisonProfile,
        _ other: ComparisonProfile,
        isReversed: Bool
    ) throws(ToolmarksError) -> SignatureComparison {
        let alignment = ProfileAlignment(one, other, smallestOverlap: smallestOverlap)
        guard let best = alignment.best, let index = alignment.bestTogether else { throw .noOverlap }
        let shift = index + alignment.firstShift
        let part = max(0, -shift)..<min(one.count, other.count - shift)
        let pair = AlignedPair(one, other, shift: shift, part: part)
        let forward = SegmentVoting(of: one, on: other)
        let backward = SegmentVoting(of: other, on: one)
        let share =
            (Double(forward.congruent) / Double(max(1, forward.segments))
                + Double(backward.congruent) / Double(max(1, backward.segments))) / 2
        let pitch = ComparisonProfile.pitch
        let correlation = Double(alignment.correlations[best])
        let fine = Double(max(-1, alignment.fine[index]))
        let local = pair.localCorrelation
        let difference = pair.difference
        return SignatureComparison(
            shift: Double(shift) * pitch,
            overlap: Double(part.count) * pitch,
            isReversed: isReversed,
            correlation: correlation,
            weightedCorrelation: pair.weightedCorrelation,
            fineCorrelation: fine,
            localCorrelation: local,
            roughCorrelation: pair.roughCorrelation,
            congruentSegments: max(forward.congruent, backward.congruent),
            congruentShare: share,
            striae: StriaeAgreement(
                one.striae,
                other.striae,
                shift: Double(shift) * pitch,
                part: Double(part.lowerBound) * pitch...Double(part.upperBound) * pitch
            ),
            distance: difference.distance,
            distanceDeviation: difference.deviation,
            score: (max(0, correlation) + max(0, fine) + local + share) / 4
        )
    }
}

extension Signature {
    /// The signature seen from the other side.
    public var reversed: Signature {
        Signature(
            pitch: pitch, values: values.reversed(), confidence: confidence.reversed(), axis: axis, finding: finding
        )
    }
}

extension ToolmarksError {
    /// Two signatures without enough in common.
    static var noOverlap: ToolmarksError {
        ToolmarksError(
            .nothingToCompare,
            subject: "overlap",
            advice: "check that both scans show the whole width of the mark"
        )
    }
}
