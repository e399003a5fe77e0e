import Surfaces
import Testing

@testable import Toolmarks

@Suite struct GeneratedToolTests {
    @Test(arguments: ToolClass.all) func theSameSeedGivesTheSameBits(_ toolClass: ToolClass) {
        let one = GeneratedTool(toolClass, seed: 5).firing(3).prepared(pitch: 25)
        let other = GeneratedTool(toolClass, seed: 5).firing(3).prepared(pitch: 25)
        #expect(one == other)
        #expect(one != GeneratedTool(toolClass, seed: 6).firing(3).prepared(pitch: 25))
        #expect(one != GeneratedTool(toolClass, seed: 5).firing(4).prepared(pitch: 25))
    }

    /// The bits are pinned: files that were generated on another machine or by another version must stay comparable.
    @Test func theBitsAreThoseOfEveryOtherMachine() {
        let map = GeneratedTool(.arched, seed: 11, subclass: 2, subclassShare: 0.3).firing(1).prepared(pitch: 25)
        #expect(Self.fingerprint(map) == 9_094_501_934_947_221_611)
        #expect(
            Self.fingerprint(GeneratedTool(.circular, seed: 12).firing(0).raw(pitch: 40)) == 750_118_976_507_393_443)
    }

    @Test(arguments: ToolClass.all) func aPreparedMarkIsARingWithNothingElse(_ toolClass: ToolClass) throws {
        let firing = GeneratedTool(toolClass, seed: 1).firing(0)
        let map = firing.prepared(pitch: 12.5)
        #expect((0.1...0.45).contains(map.validFraction))
        #expect(map[map.columns / 2, map.rows / 2].isNaN)
        let mean = map.values.filter(\.isFinite).reduce(0, +) / Float(map.validCount)
        #expect(abs(mean) < 1e-3)
        let range = try #require(map.range)
        #expect(range.lowerBound > -30 && range.upperBound < 50)
    }

    @Test func aFineScanAveragedIsTheCoarseScan() throws {
        var conditions = FiringConditions()
        conditions.instrumentNoise = 0
        let firing = GeneratedTool(.granular, seed: 21, conditions: conditions).firing(0)
        let fine = try PreparedMark(firing.prepared(pitch: 6.25))
        let coarse = try PreparedMark(firing.prepared(pitch: 25))
        let comparison = try CellComparison().compare(fine, coarse)
        #expect(comparison.registeredCount > 2 * comparison.usableCount / 3)
    }

    @Test func firingsOfOneToolAgreeAndThoseOfTwoDoNot() throws {
        for toolClass in [ToolClass.granular, .parallel, .arched, .circular] {
            let tool = GeneratedTool(toolClass, seed: 31)
            let one = try PreparedMark(tool.firing(0).prepared(pitch: 12.5))
            let two = try PreparedMark(tool.firing(1).prepared(pitch: 12.5))
            let stranger = try PreparedMark(GeneratedTool(toolClass, seed: 32).firing(0).prepared(pitch: 12.5))
            let match = try CellComparison().compare(one, two)
            let other = try CellComparison().compare(one, stranger)
            #expect(match.registeredCount >= 12, "\(toolClass)")
            #expect(match.score > 2 * other.score, "\(toolClass)")
        }
    }

    @Test func theRegistrationOfTwoFiringsIsTheGeneratedOne() throws {
        var conditions = FiringConditions()
        conditions.missingProbability = 0
        conditions.dragProbability = 0
        let tool = GeneratedTool(.granular, seed: 41, conditions: conditions)
        let (one, two) = (tool.firing(0), tool.firing(1))
        let marks = try [one, two].map { try PreparedMark($0.prepared(pitch: 6.25)) }
        let found = try #require(try CellComparison().compare(marks[0], marks[1]).registration)
        #expect(abs(found.rotation - (one.rotation - two.rotation)) < 1)
        let shift = Turn(degrees: one.rotation).turned(one.centre - two.centre)
        #expect((found.shift - shift).length < 30)
    }

    @Test func wearTakesAgreementAway() throws {
        var conditions = FiringConditions()
        conditions.wear = 0.6
        conditions.missingProbability = 0
        let tool = GeneratedTool(.granular, seed: 51, conditions: conditions)
        let first = try PreparedMark(tool.firing(0).prepared(pitch: 12.5))
        let next = try CellComparison().compare(first, PreparedMark(tool.firing(1).prepared(pitch: 12.5)))
        let late = try CellComparison().compare(first, PreparedMark(tool.firing(140).prepared(pitch: 12.5)))
        #expect(next.score > 1.3 * late.score)
    }

    @Test func toolsOfOneSubclassAreMoreAlike() throws {
        func score(_ share: Double) throws -> Double {
            let maps = try [UInt64(61), 62].map { seed in
                let tool = GeneratedTool(.granular, seed: seed, subclass: 9, subclassShare: share)
                return try PreparedMark(tool.firing(0).prepared(pitch: 12.5))
            }
            return try CellComparison().compare(maps[0], maps[1]).score
        }
        let (alike, unlike) = (try score(0.9), try score(0))
        #expect(alike > 2 * unlike)
    }

    @Test func aRawScanIsPreparedLikeARealOne() throws {
        var conditions = FiringConditions()
        conditions.missingProbability = 0
        conditions.dragProbability = 0
        let firing = GeneratedTool(.parallel, seed: 71, conditions: conditions).firing(0)
        let raw = firing.raw(pitch: 12.5)
        #expect(raw.validFraction > 0.85)
        let prepared = try Preparation.breechFace.apply(to: raw)
        let face = try #require(prepared.breechFace)
        #expect(!face.usesWholeScan)
        let direct = try PreparedMark(firing.prepared(pitch: 12.5))
        let comparison = try CellComparison().compare(direct, PreparedMark(prepared.surface))
        #expect(comparison.registeredCount > comparison.usableCount / 2)
    }

    static func fingerprint(_ map: SurfaceMap) -> UInt64 {
        map.values.reduce(0xCBF2_9CE4_8422_2325) {
            ($0 ^ UInt64($1.isNaN ? 0 : $1.bitPattern)) &* 0x0000_0100_0000_01B3
        }
    }
}
