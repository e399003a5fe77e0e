import Surfaces
import Testing

@testable import Toolmarks

@Suite struct ScanStateTests {
    /// Texture without form, and the same with a dome and a tilt below it.
    private static let texture = GeneratedMark(seed: 5).measured()

    private static func withForm(_ map: SurfaceMap, filled: Bool) -> SurfaceMap {
        var map = map
        for row in 0..<map.rows {
            for column in 0..<map.columns {
                let (x, y) = (Double(column) / Double(map.columns) - 0.5, Double(row) / Double(map.rows) - 0.5)
                let form = Float(80 * (x * x + y * y) + 30 * x)
                let old = map.values[row * map.columns + column]
                map.values[row * map.columns + column] = old.isNaN ? (filled ? form : .nan) : old + form
            }
        }
        return map
    }

    @Test func aTextureWithoutFormIsLeftAsItIs() throws {
        let ready = try ReadySurface(Self.texture, kind: .breechFace)
        #expect(ready.state.stage == .prepared)
        #expect(ready.records.isEmpty && ready.surface == Self.texture)
    }

    @Test func aCutOutMarkWithItsFormIsLevelledAndFilteredOnly() throws {
        let ready = try ReadySurface(Self.withForm(Self.texture, filled: false), kind: .breechFace)
        #expect(ready.state.stage == .masked)
        #expect(ready.records.map(\.step.name).contains("level"))
        #expect(!ready.records.map(\.step.name).contains("find-mark"))
    }

    @Test func aScanOfEverythingIsRaw() {
        #expect(ScanState(of: Self.withForm(Self.texture, filled: true)).stage == .raw)
    }

    @Test func aPersonMayKnowBetter() throws {
        let map = Self.withForm(Self.texture, filled: false)
        #expect(try ReadySurface(map, kind: .breechFace, stage: .prepared).surface == map)
    }
}
