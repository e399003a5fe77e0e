import Testing

@testable import Toolmarks

@Suite struct BulletComparisonTests {
    static func bullet(_ barrel: UInt64, _ bullet: UInt64) throws -> [ComparisonProfile?] {
        try (0..<6).map { try SmallLands.profile(barrel: barrel, bullet: bullet, land: $0) }
    }

    @Test func thePhaseOfTwoBulletsOfOneBarrelIsFound() throws {
        let one = try Self.bullet(31, 1)
        let other = try Self.bullet(31, 2)
        let turned = Array(other[2...] + other[..<2])
        let result = try BulletComparison(one, turned)
        #expect(result.best.offset == 4)
        #expect(result.best.pairs == 6)
        #expect(result.score > 0.6)
        #expect(result.difference > 0.3)
        #expect(result.matched.count == 6)
        #expect(result.pairs.count == 36)
    }

    @Test func bulletsOfTwoBarrelsHaveNoPhaseThatStandsOut() throws {
        let result = try BulletComparison(Self.bullet(31, 1), Self.bullet(32, 1))
        #expect(result.score < 0.4)
        #expect(result.difference < 0.12)
    }

    @Test func missingLandsAreLeftOut() throws {
        var one = try Self.bullet(33, 1)
        var other = try Self.bullet(33, 2)
        one[2] = nil
        other[5] = nil
        let result = try BulletComparison(one, other)
        #expect(result.best.offset == 0)
        #expect(result.best.pairs == 4)
        #expect(result.score > 0.6)
    }

    @Test func bulletsWithDifferentNumbersOfLandsAreCompared() throws {
        let one = try Self.bullet(34, 1)
        let other = Array(try Self.bullet(34, 2)[..<4])
        let result = try BulletComparison(one, other)
        #expect(result.lands == 6)
        #expect(result.best.offset == 0)
        #expect(result.best.pairs == 4)
    }

    @Test func bulletsWithoutAnyLandAreRefused() {
        for (one, other): ([ComparisonProfile?], [ComparisonProfile?]) in [([], []), ([nil], [nil, nil])] {
            let error = #expect(throws: ToolmarksError.self) { try BulletComparison(one, other) }
            #expect(error?.code == .nothingToCompare)
        }
    }
}
