/// Compares signatures of striated marks.
public struct SignatureComparer: Sendable, Hashable, Codable {
    /// The part of the shorter signature that must overlap, 0...1.
    public var smallestOverlap: Double
    /// Whether the second signature is also tried turned round.
    public var reversal: Reversal

    /// When a signature is turned round.
    public enum Reversal: String, Sendable, Hashable, Codable {
        /// When it fits clearly better so: scans of another instrument may lie the other way.
        case whenClear
        /// When it fits better so.
        case always
        /// Never.
        case never
    }

    /// Sets the comparison; three quarters overlap unless told otherwise.
    public init(smallestOverlap: Double = 0.75, reversal: Reversal = .whenClear) {
        self.smallestOverlap = smallestOverlap
        self.reversal = reversal
    }

    /// Compares two signatures; (B, A) gives the same figures as (A, B) with the shift's sign changed, up to rounding,
    /// unless the lateral scale of the second one is corrected.
    ///
    /// - Throws: `nothingToCompare` when the signatures have no part in common that is long enough.
    public func compare(
        _ one: ComparisonProfile,
        _ other: ComparisonProfile
    ) throws(ToolmarksError) -> SignatureComparison {
        let straight = ProfileAlignment(one.line, other.line, smallestOverlap: smallestOverlap)
        if reversal != .never {
            let turned = ProfileAlignment(one.line, other.line.reversed, smallestOverlap: smallestOverlap)
            let isTurned =
                reversal == .always
                ? turned.agreement > straight.agreement
                : turned.agreement > max(Self.clearAgreement, straight.agreement + Self.clearGain)
            if isTurned {
                return try fitted(one, ComparisonProfile(other.signature.reversed), turned, isReversed: true)
            }
        }
        return try fitted(one, other, straight, isReversed: false)
    }

    /// All and fine waves correlate at 0.5 each on average: no two lands of two barrels were seen to.
    private static let clearAgreement: Float = 1
    private static let clearGain: Float = 0.3
    /// What a corrected scale must add to the score.
    private static let scaleGain = 0.02

    /// The comparison, with the lateral scale of the second signature brought to that of the first where the segments
    /// show that it differs.
    private func fitted(
        _ one: ComparisonProfile,
        _ other: ComparisonProfile,
        _ alignment: ProfileAlignment,
        isReversed: Bool
    ) throws(ToolmarksError) -> SignatureComparison {
        var segments = SegmentPair(one, other)
        let plain = try result(one, other, alignment, segments, isReversed: isReversed, stretch: 1)
        guard let wider = segments.forward.stretch, let narrower = segments.backward.stretch else { return plain }
        let stretch = (wider / narrower).squareRoot()
        guard abs(stretch - 1) > 0.003, abs(stretch - 1) < 0.03 else { return plain }
        let scaled = try ComparisonProfile(other.signature, stretch: 1 / stretch)
        segments = SegmentPair(one, scaled)
        let second = ProfileAlignment(one.line, scaled.line, smallestOverlap: smallestOverlap)
        let better = try result(one, scaled, second, segments, isReversed: isReversed, stretch: 1 / stretch)
        return better.score > plain.score + Self.scaleGain ? better : plain
    }

    private struct SegmentPair {
        let forward: SegmentVoting
        let backward: SegmentVoting

        init(_ one: ComparisonProfile, _ other: ComparisonProfile) {
            forward = SegmentVoting(of: one, on: other)
            backward = SegmentVoting(of: other, on: one)
        }

        var share: Double {
            (Double(forward.congruent) / Double(max(1, forward.segments))
                + Double(backward.congruent) / Double(max(1, backward.segments))) / 2
        }
    }

    private func result(
        _ one: ComparisonProfile,
        _ other: ComparisonProfile,
        _ alignment: ProfileAlignment,
        _ segments: SegmentPair,
        isReversed: Bool,
        stretch: Double
    ) throws(ToolmarksError) -> SignatureComparison {
        guard let best = alignment.best, let index = alignment.bestTogether else { throw .noOverlap }
        let shift = index + alignment.firstShift
        let part = max(0, -shift)..<min(one.count, other.count - shift)
        let pair = AlignedPair(one, other, shift: shift, part: part)
        let pitch = ComparisonProfile.pitch
        let correlation = Double(alignment.correlations[best])
        let fine = Double(max(-1, alignment.fine[index]))
        let local = pair.localCorrelation
        let difference = pair.difference
        return SignatureComparison(
            shift: Double(shift) * pitch,
            overlap: Double(part.count) * pitch,
            isReversed: isReversed,
            stretch: stretch,
            correlation: correlation,
            weightedCorrelation: pair.weightedCorrelation,
            fineCorrelation: fine,
            localCorrelation: local,
            roughCorrelation: pair.roughCorrelation,
            congruentSegments: max(segments.forward.congruent, segments.backward.congruent),
            congruentShare: segments.share,
            striae: StriaeAgreement(
                one.striae,
                other.striae,
                shift: Double(shift) * pitch,
                part: Double(part.lowerBound) * pitch...Double(part.upperBound) * pitch
            ),
            distance: difference.distance,
            distanceDeviation: difference.deviation,
            score: (max(0, correlation) + max(0, fine) + local + segments.share) / 4
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
