import Foundation
import Testing

@testable import Toolmarks

@Suite struct CalibrationTests {
    @Test func pooledStepsAreThoseOfTheTextbook() {
        // Targets 0 1 0 1 1 over rising scores: the second and third are pooled to one half.
        let steps = IsotonicFit([WeightedScore](matching: [2, 4, 5], other: [1, 3]), misleading: 0)
        #expect(steps.blocks.map(\.lowest) == [1, 2, 4])
        #expect(steps.blocks.map(\.highest) == [1, 3, 5])
        #expect(steps.blocks.map(\.matching) == [0, 1, 2])
        // The middle step holds a third of the matching and half of the other pairs.
        #expect(abs(steps.blocks[1].value - log(2.0 / 3)) < 1e-12)
        #expect(steps.value(1) == -.infinity)
        #expect(steps.value(9) == .infinity)
    }

    @Test func equalScoresShareOneStep() {
        let steps = IsotonicFit([WeightedScore](matching: [1, 1, 1], other: [1]), misleading: 0)
        #expect(steps.blocks.count == 1)
        #expect(steps.value(1) == 0)
    }

    @Test func onePairAssumedToHaveMisledBoundsTheOutermostSteps() {
        let scores = [WeightedScore](matching: [5, 6, 7], other: [1, 2, 3, 4])
        let steps = IsotonicFit(scores, misleading: 1)
        // Above: 4 of 5 matching pairs against 1 of 6 others.
        #expect(abs(steps.value(7) - log((4.0 / 5) / (1.0 / 6))) < 1e-12)
        #expect(abs(steps.value(0) - log((1.0 / 5) / (5.0 / 6))) < 1e-12)
        #expect(steps.value(4.5) > steps.value(4) && steps.value(4.5) < steps.value(5))
    }

    @Test func theLogisticLineFindsTheRatioOfTwoNormals() {
        // Means +-1 and deviation 1: the natural logarithm of the likelihood ratio is 2 x.
        let line = LogisticFit(
            [WeightedScore](
                matching: normalQuantiles(mean: 1, deviation: 1, count: 4_000),
                other: normalQuantiles(mean: -1, deviation: 1, count: 20_000)
            )
        )
        #expect(abs(line.slope - 2) < 0.02)
        #expect(abs(line.intercept) < 0.02)
    }

    @Test func theMixtureOfTheSetDoesNotEnterTheRatio() {
        let matching = normalQuantiles(mean: 1, deviation: 1, count: 3_000)
        let few = LogisticFit(
            [WeightedScore](matching: matching, other: normalQuantiles(mean: 0, deviation: 1, count: 3_000))
        )
        let many = LogisticFit(
            [WeightedScore](matching: matching, other: normalQuantiles(mean: 0, deviation: 1, count: 30_000))
        )
        #expect(abs(few.value(0.5) - many.value(0.5)) < 0.01)
    }

    @Test func separatedScoresGiveAFiniteLine() {
        let line = LogisticFit([WeightedScore](matching: [0.8, 0.9, 0.85], other: [0.1, 0.2, 0.15, 0.1]))
        #expect(line.slope > 0 && line.slope.isFinite)
        // Three matching pairs cannot carry much more than four to one.
        #expect(line.value(0.85) < log(8))
    }

    @Test func scoresThatFallWithTheTruthSayNothing() {
        let line = LogisticFit([WeightedScore](matching: [0.1, 0.2], other: [0.8, 0.9]))
        #expect(line.value(0.1) == 0 && line.value(0.9) == 0)
    }
}
