import Foundation
import Testing

@testable import Toolmarks

@Suite struct LikelihoodRatioCostTests {
    @Test func ratiosOfOneCostOneBit() {
        let cost = LikelihoodRatioCost(matching: [0, 0, 0], other: [0, 0])
        #expect(abs(cost.cost - 1) < 1e-12)
        #expect(abs(cost.leastCost - 1) < 1e-12)
    }

    @Test func workedExample() {
        // LR 3 for a matching and 1/3 for a non-matching pair: log2(1 + 1/3) each.
        let cost = LikelihoodRatioCost(matching: [log10(3.0)], other: [-log10(3.0)])
        #expect(abs(cost.cost - log2(4.0 / 3)) < 1e-12)
        #expect(abs(cost.leastCost) < 1e-12)
    }

    @Test func calibratedNormalsCostWhatTheIntegralSays() {
        // ln LR is normal with mean +-v/2 and variance v: perfectly calibrated. The cost is an integral over one kind.
        let variance = 4.0
        var integral = 0.0
        let step = 0.001
        for index in -12_000...12_000 {
            let z = Double(index) * step
            let ratio = variance / 2 + variance.squareRoot() * z
            integral += step * exp(-z * z / 2) / (2 * Double.pi).squareRoot() * log2(1 + exp(-ratio))
        }
        let matching = normalQuantiles(mean: variance / 2, deviation: 2, count: 20_000).map { $0 / log(10) }
        let cost = LikelihoodRatioCost(matching: matching, other: matching.map { -$0 })
        #expect(abs(cost.cost - integral) < 1e-3)
        #expect(cost.calibrationLoss >= 0 && cost.calibrationLoss < 2e-3)
    }

    @Test func stretchedRatiosLoseByCalibrationOnly() {
        let matching = normalQuantiles(mean: 2, deviation: 2, count: 2_000).map { $0 / log(10) }
        let straight = LikelihoodRatioCost(matching: matching, other: matching.map { -$0 })
        let stretched = LikelihoodRatioCost(matching: matching.map { 3 * $0 }, other: matching.map { -3 * $0 })
        #expect(stretched.cost > straight.cost + 0.1)
        #expect(abs(stretched.leastCost - straight.leastCost) < 1e-9)
    }

    @Test func entropyAtEvenOddsIsTheCost() {
        let matching = [1.2, 0.3, -0.2, 2.0]
        let other = [-1.0, 0.1, -2.0]
        let entropy = EmpiricalCrossEntropy(matching: matching, other: other)
        let even = entropy.points[50]
        #expect(even.priorLog10Odds == 0)
        #expect(abs(even.withRatios - LikelihoodRatioCost(matching: matching, other: other).cost) < 1e-12)
        #expect(abs(even.withoutRatios - 1) < 1e-12)
    }

    @Test func theAreaCountsCouplesInTheRightOrder() {
        let curve = OperatingCurve(matching: [3, 2, 2], other: [1, 2])
        // Of six couples four are right and two are ties.
        #expect(abs(curve.area - 5.0 / 6) < 1e-12)
        #expect(abs(curve.recallWithoutFalsePositive - 1.0 / 3) < 1e-12)
        #expect(curve.lowestMatching == 2 && curve.highestOther == 2)
    }

    @Test func tippettCurvesCountWhatReachesARatio() {
        let curves = TippettCurves(matching: [2, 1], other: [-1, 1])
        #expect(curves.points.map(\.log10) == [-1, 1, 2])
        #expect(curves.points.map(\.matching) == [1, 1, 0.5])
        #expect(curves.points.map(\.other) == [1, 0.5, 0])
    }

    @Test func aMateBehindItsEqualsStandsBehindThem() {
        let pairs = [
            ReferenceSet.Pair(first: 0, second: 1, isMatch: true, score: 0.5),
            ReferenceSet.Pair(first: 0, second: 2, isMatch: false, score: 0.5),
            ReferenceSet.Pair(first: 1, second: 2, isMatch: false, score: 0.1),
        ]
        let recall = RankRecall(scans: 3, pairs: pairs)
        #expect(recall.places == [2, 1])
        #expect(recall.recall(at: 1) == 0.5 && recall.recall(at: 2) == 1)
    }
}
