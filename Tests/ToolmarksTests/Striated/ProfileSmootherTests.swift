import Testing

@testable import Toolmarks

@Suite struct ProfileSmootherTests {
    /// ISO 16610-21: half of the amplitude passes at the cut-off.
    @Test(arguments: [(50.0, 1.0), (250, 1.5625), (250, 3), (12, 1.5625)])
    func halfOfAWavePassesAtTheCutoff(_ cutoff: Double, _ pitch: Double) throws {
        let smoother = try #require(ProfileSmoother(cutoff: cutoff, pitch: pitch))
        let count = Int(20 * cutoff / pitch)
        let wave = (0..<count).map { Float(ExactMath.sineForTests(2 * Double.pi * Double($0) * pitch / cutoff)) }
        let smooth = smoother.smooth(wave)
        let middle = count / 4..<3 * count / 4
        let strength = { (line: [Float]) in
            (middle.reduce(0) { $0 + Double(line[$1] * line[$1]) } / Double(middle.count)).squareRoot()
        }
        #expect(abs(strength(smooth) / strength(wave) - 0.5) < 0.01)
    }

    @Test func theFirstDegreeFollowsASlopeUpToTheEnd() throws {
        let smoother = try #require(ProfileSmoother(cutoff: 100, pitch: 1, order: 1))
        let slope = (0..<400).map { 3 - 0.02 * Float($0) }
        let smooth = smoother.smooth(slope)
        for place in slope.indices { #expect(abs(smooth[place] - slope[place]) < 0.05) }
    }

    @Test func missingPointsDoNotCountAsZero() throws {
        let smoother = try #require(ProfileSmoother(cutoff: 30, pitch: 1))
        var line = [Float](repeating: 5, count: 200)
        for place in 80..<90 { line[place] = .nan }
        let smooth = smoother.smooth(line)
        #expect(smooth.allSatisfy { abs($0 - 5) < 1e-4 })
    }

    @Test func wherePointsAreTooFarApartThereIsNoFilter() {
        #expect(ProfileSmoother(cutoff: 5, pitch: 3) == nil)
    }

    @Test(arguments: [1, 2, 3, 10, 11, 1_000])
    func theMedianIsTheMiddleOfTheSortedValues(_ count: Int) {
        var numbers = SeededNumbers(UInt64(count))
        var values = (0..<count).map { _ in Float(numbers.below(50)) }
        let sorted = values.sorted()
        #expect(Spread.median(&values) == sorted[(count - 1) / 2])
    }
}

extension ExactMath {
    /// A sine for test signals.
    fileprivate static func sineForTests(_ angle: Double) -> Double {
        let turns = (angle / (2 * Double.pi)).rounded()
        let rest = angle - turns * 2 * Double.pi
        var sum = 1.0
        for step in stride(from: 30.0, through: 2, by: -2) { sum = 1 - sum * rest * rest / (step * (step + 1)) }
        return rest * sum
    }
}
