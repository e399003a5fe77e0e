import Testing

@testable import Toolmarks

@Suite struct StriaeTests {
    private func stria(_ position: Double, isPeak: Bool) -> Stria {
        Stria(isPeak: isPeak, position: position, height: isPeak ? 1 : -1, start: position - 25, end: position + 25)
    }

    private func alternating(_ positions: [Double]) -> [Stria] {
        positions.enumerated().map { stria($1, isPeak: $0 % 2 == 0) }
    }

    @Test func peaksAndValleysOfAZigzagAreFoundWhereTheyLie() {
        // A triangle wave of 100 micrometres.
        let wave = (0..<200).map { place -> Float in
            let phase = Float(place % 50) / 50
            return phase < 0.5 ? 4 * phase - 1 : 3 - 4 * phase
        }
        let striae = StriaFinder.striae(of: wave, pitch: 2, unit: 3)
        let peaks = striae.filter(\.isPeak)
        #expect(peaks.map { ($0.position / 2).rounded() } == [25, 75, 125, 175])
        #expect(peaks.allSatisfy { $0.height > 2 && $0.height < 3 })
        #expect(zip(striae, striae.dropFirst()).allSatisfy { $0.isPeak != $1.isPeak && $0.end <= $1.start + 1e-9 })
    }

    @Test func aFlatProfileHasNoStriae() {
        #expect(StriaFinder.striae(of: [Float](repeating: 1, count: 100), pitch: 2, unit: 1).isEmpty)
    }

    @Test func runsOfMatchingStriaeEndAtAMissingCounterpart() {
        let first = alternating([0, 50, 100, 150, 200, 250, 300])
        var second = alternating([3, 52, 101, 149, 204, 247, 300])
        let whole = StriaeAgreement(first, second, shift: 0, part: -50...400)
        #expect(whole.matches == 7 && whole.consecutiveMatches == 7 && whole.mismatches == 0)
        second.remove(at: 4)
        let holed = StriaeAgreement(first, second, shift: 0, part: -50...400)
        #expect(holed.matches == 6 && holed.consecutiveMatches == 4)
        #expect(holed.mismatches == 1 && holed.consecutiveMismatches == 1)
    }

    @Test func aPeakDoesNotMatchAValley() {
        let first = [stria(0, isPeak: true), stria(50, isPeak: false)]
        let second = [stria(0, isPeak: false), stria(50, isPeak: true)]
        let agreement = StriaeAgreement(first, second, shift: 0, part: -50...100)
        #expect(agreement.matches == 0 && agreement.mismatches == 4 && agreement.consecutiveMismatches == 4)
    }

    @Test func striaeOutsideTheCommonPartDoNotCount() {
        let first = alternating([0, 50, 100])
        let agreement = StriaeAgreement(first, [], shift: 0, part: 200...300)
        #expect(agreement.matches == 0 && agreement.mismatches == 0)
    }
}
