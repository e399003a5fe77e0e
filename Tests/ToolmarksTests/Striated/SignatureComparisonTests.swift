import Surfaces
import Testing

@testable import Toolmarks

@Suite struct SignatureComparisonTests {
    let one: ComparisonProfile
    let same: ComparisonProfile
    let stranger: ComparisonProfile

    init() throws {
        one = try SmallLands.profile(barrel: 1, bullet: 1, land: 0)
        same = try SmallLands.profile(barrel: 1, bullet: 2, land: 0)
        stranger = try SmallLands.profile(barrel: 2, bullet: 1, land: 0)
    }

    @Test func aSignatureAgreesWithItself() throws {
        let result = try SignatureComparer().compare(one, one)
        #expect(abs(result.correlation - 1) < 1e-4)
        #expect(result.shift == 0)
        #expect(result.congruentSegments == one.count / 24)
        #expect(result.striae.mismatches == 0 && result.stretch == 1)
        #expect(result.striae.consecutiveMatches == one.striae.count)
        #expect(result.distance < 1e-6)
        #expect(result.score > 0.99)
    }

    @Test func oneLandOfTwoBulletsStandsOutFromTwoLands() throws {
        let matching = try SignatureComparer().compare(one, same)
        let other = try SignatureComparer().compare(one, stranger)
        #expect(matching.correlation > 0.75)
        #expect(matching.congruentSegments >= 10)
        #expect(matching.score > 0.7)
        #expect(other.score < 0.4)
        #expect(other.congruentSegments <= 4)
        #expect(matching.striae.matches > matching.striae.mismatches)
        #expect(matching.striae.matches > other.striae.matches)
    }

    @Test func theOrderOfTheTwoChangesOnlyTheSign() throws {
        for other in [same, stranger] {
            let forward = try SignatureComparer().compare(one, other)
            let backward = try SignatureComparer().compare(other, one)
            #expect(forward.shift == -backward.shift)
            #expect(abs(forward.score - backward.score) < 1e-5)
            #expect(forward.congruentSegments == backward.congruentSegments)
            #expect(abs(forward.correlation - backward.correlation) < 1e-5)
            #expect(forward.striae.matches == backward.striae.matches)
        }
    }

    @Test(arguments: [0, 13, 60, 150])
    func aKnownShiftIsFound(_ points: Int) throws {
        let cut = Signature(
            pitch: one.signature.pitch, values: Array(one.signature.values.dropFirst(points)),
            confidence: Array(one.signature.confidence.dropFirst(points)), axis: .y, finding: SignatureFinding()
        )
        let result = try SignatureComparer().compare(one, ComparisonProfile(cut))
        #expect(abs(result.shift + Double(points) * one.signature.pitch) <= ComparisonProfile.pitch / 2 + 0.01)
        #expect(result.correlation > 0.98)
    }

    @Test func heightsOfAnotherScaleChangeOnlyTheDistance() throws {
        let doubled = Signature(
            pitch: same.signature.pitch, values: same.signature.values.map { 2 * $0 },
            confidence: same.signature.confidence, axis: .y, finding: SignatureFinding()
        )
        let plain = try SignatureComparer().compare(one, same)
        let scaled = try SignatureComparer().compare(one, ComparisonProfile(doubled))
        #expect(abs(plain.score - scaled.score) < 1e-6)
        #expect(scaled.distance > plain.distance)
    }

    @Test func aSignatureTurnedRoundIsFound() throws {
        let turned = try ComparisonProfile(same.signature.reversed)
        #expect(try SignatureComparer(reversal: .never).compare(one, turned).score < 0.4)
        let result = try SignatureComparer().compare(one, turned)
        #expect(result.isReversed)
        #expect(result.score > 0.7)
        #expect(try !SignatureComparer().compare(one, stranger).isReversed)
    }

    @Test func aLateralScaleThatDiffersIsFound() throws {
        let wide = try ComparisonProfile(same.signature, stretch: 1.012)
        let measured = Signature(
            pitch: same.signature.pitch * 1.012, values: same.signature.values,
            confidence: same.signature.confidence, axis: .y, finding: SignatureFinding()
        )
        let result = try SignatureComparer().compare(one, ComparisonProfile(measured))
        #expect(abs(result.stretch - 1 / 1.012) < 0.003)
        #expect(wide.count > same.count)
        #expect(try result.correlation > SignatureComparer().compare(one, same).correlation - 0.05)
    }

    @Test func aGapInOneSignatureLeavesTheRestComparable() throws {
        var values = same.signature.values
        for place in 200..<260 { values[place] = .nan }
        let holed = Signature(
            pitch: same.signature.pitch, values: values, confidence: same.signature.confidence, axis: .y,
            finding: SignatureFinding()
        )
        let result = try SignatureComparer().compare(one, ComparisonProfile(holed))
        #expect(result.correlation > 0.75)
    }

    @Test func aShortSignatureIsRefused() {
        let error = #expect(throws: ToolmarksError.self) {
            try ComparisonProfile(SmallLands.signature((0..<60).map { Float($0 % 7) }))
        }
        #expect(error?.code == .nothingToCompare)
    }

    @Test func ourScoreSeparatesWornAndDamagedLandsBetterThanCorrelation() throws {
        var matching: [SignatureComparison] = []
        var other: [SignatureComparison] = []
        let profiles = try (0..<8).map { barrel in
            try (0..<2).map { bullet in
                try SmallLands.profile(
                    barrel: 50 + UInt64(barrel), bullet: UInt64(bullet), land: 0,
                    SmallLands.casework(UInt64(2 * barrel + bullet))
                )
            }
        }
        for (barrel, first) in profiles.enumerated() {
            for (second, bullets) in profiles.enumerated() {
                let result = try SignatureComparer().compare(first[0], bullets[1])
                if barrel == second { matching.append(result) } else { other.append(result) }
            }
        }
        let correlation = SmallLands.area(matching.map(\.correlation), other.map(\.correlation))
        let score = SmallLands.area(matching.map(\.score), other.map(\.score))
        #expect(score >= correlation)
        #expect(score > 0.97)
    }
}
