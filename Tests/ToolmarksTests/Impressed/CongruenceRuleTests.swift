import Testing

@testable import Toolmarks

@Suite struct CongruenceRuleTests {
    private func finding(_ rotation: Double, _ x: Double, _ y: Double, _ correlation: Double) -> CellFinding {
        CellFinding(rotation: rotation, shift: Place(x: x, y: y), correlation: correlation)
    }

    @Test func theOriginalRuleNamesTheFirstReasonThatExcludesACell() {
        let verdicts = CongruenceRule().originalVerdicts([
            finding(3, 10, 20, 0.9), finding(3, 12, 22, 0.8), finding(0, 9, 18, 0.7), finding(3, 11, 21, 0.49),
            finding(12, 10, 20, 0.9), finding(3, 140, 20, 0.9), nil,
        ])
        #expect(
            verdicts == [
                .congruent, .congruent, .congruent, .correlationTooLow, .otherRotation, .otherPosition, .noOverlap,
            ]
        )
    }

    @Test func tolerancesIncludeTheirBounds() {
        let verdicts = CongruenceRule().originalVerdicts([
            finding(0, 0, 0, 0.5), finding(0, 0, 0, 0.5), finding(6, 125, -125, 0.5),
        ])
        #expect(verdicts == [.congruent, .congruent, .congruent])
    }

    @Test func aSharpPeakOverRotationsCountsTheUnionOfItsCells() throws {
        let angles = [-6.0, -3, 0, 3, 6]
        // Ten cells agree at 0 degrees, nine of them at 3; elsewhere they scatter.
        let findings: [[CellFinding?]] = (0..<10).map { cell in
            angles.map { angle in
                let agrees = angle == 0 || (angle == 3 && cell > 0)
                return finding(angle, agrees ? 5 : Double(cell * 300), 0, agrees ? 0.8 : 0.6)
            }
        }
        let high = try #require(CongruenceRule().highCongruent(findings, angles: angles))
        #expect(high.cells == [Bool](repeating: true, count: 10))
        #expect(high.rotation == 1.5)
    }

    @Test func aFlatCourseOverRotationsSaysNothing() {
        let angles = [-6.0, -3, 0, 3, 6]
        let findings: [[CellFinding?]] = (0..<6).map { _ in angles.map { finding($0, 0, 0, 0.8) } }
        #expect(CongruenceRule().highCongruent(findings, angles: angles) == nil)
    }

    @Test func highRotationsOfBothDirectionsMustBeOpposite() {
        let rule = CongruenceRule()
        let one = HighCells(cells: [true], rotation: 9)
        #expect(rule.highAgreement(one, HighCells(cells: [true], rotation: -9)).forward == [true])
        #expect(rule.highAgreement(one, HighCells(cells: [true], rotation: 9)).forward == nil)
        #expect(rule.highAgreement(one, nil).backward == nil)
    }

    @Test func theMedianOfDirectionsCrossesTheHalfCircle() throws {
        let median = try #require(Median.ofDirections([178, -179, 179, -178, 180]))
        #expect(abs(RotationSweep.difference(median, 180)) < 1e-9)
        #expect(Median.of([]) == nil)
        #expect(Median.of([4, 1, 3, 2]) == 2.5)
    }

    @Test func aRegistrationAndItsInverseCancel() {
        let registration = Registration(rotation: 23.4, shift: Place(x: 120, y: -45))
        let place = Place(x: -310, y: 220)
        let back = registration.inverse.onSecond(registration.onSecond(place))
        #expect((back - place).length < 1e-9)
    }
}
