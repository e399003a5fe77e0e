import Foundation
import Testing

@testable import Toolmarks

@Suite struct EvidenceBoundsTests {
    @Test func aSeparatedSetCarriesWhatItsSizeAllows() {
        // Perfectly separated: m (1 - 1/n) at most and 1 / (n (1 - 1/m)) at least.
        let bounds = EvidenceBounds(
            [WeightedScore](
                matching: [Double](repeating: 9, count: 63),
                other: [Double](repeating: -9, count: 717)
            )
        )
        #expect(abs(bounds.upper - log10(717 * (1 - 1.0 / 63))) <= 0.01)
        #expect(abs(bounds.lower + log10(63 * (1 - 1.0 / 717))) <= 0.01)
    }

    @Test func ratiosThatMisleadLoseTheirReach() {
        let good = [WeightedScore](
            matching: [Double](repeating: 3, count: 100),
            other: [Double](repeating: -3, count: 100)
        )
        let spoilt = good + [WeightedScore](matching: [], other: [Double](repeating: 3, count: 10))
        #expect(EvidenceBounds(spoilt).upper < EvidenceBounds(good).upper)
    }

    @Test func aRatioThatSaysNothingHasNoReach() {
        let scores = [WeightedScore](matching: [0, 0, 0], other: [0, 0, 0, 0])
        #expect(EvidenceBounds(scores).upper == 0)
        #expect(EvidenceBounds(scores).lower == 0)
    }
}
