import Testing

@testable import Surfaces

@Suite struct BreechFaceFinderTests {
    static let scenes: [PrimerScene] = [
        PrimerScene(), PrimerScene(tilt: 60), PrimerScene(dome: 40), PrimerScene(roughness: 4, missing: 0.15),
        PrimerScene(centre: PlanePoint(x: 1_800, y: 2_400), edge: 1_300, hole: 700),
        PrimerScene(columns: 700, rows: 700, pitch: 6, seed: 3),
    ]

    @Test(arguments: 0..<6)
    func theRingOfAPrimerIsFound(_ index: Int) throws {
        let scene = Self.scenes[index]
        let map = scene.map()
        let face = try BreechFaceFinder(edgeMargin: 0, holeMargin: 0).find(in: map)
        #expect(!face.usesWholeScan && face.confidence > 0.5)
        let edge = try #require(face.edge)
        let hole = try #require(face.hole)
        #expect(edge.centre.distance(to: scene.centre) < 60 && abs(edge.radius - scene.edge) < 60)
        let middle = PlanePoint(x: scene.centre.x + scene.holeShift.x, y: scene.centre.y + scene.holeShift.y)
        #expect(hole.centre.distance(to: middle) < 60 && abs(hole.radius - scene.hole - 40) < 80)
        let mask = try #require(face.mask.mask)
        #expect(mask.agreement(with: scene.ring.intersection(SurfaceMask(validPointsOf: map))) > 0.85)
    }

    @Test func marginsAreCutFromBorderAndHole() throws {
        let map = PrimerScene().map()
        let wide = try #require(try BreechFaceFinder(edgeMargin: 0, holeMargin: 0).find(in: map).mask.mask)
        let narrow = try #require(try BreechFaceFinder(edgeMargin: 80, holeMargin: 80).find(in: map).mask.mask)
        #expect(narrow.subtracting(wide).count < wide.count / 100)
        #expect(narrow.agreement(with: wide.fillingGaps(upTo: 30).eroded(by: 80, pitchX: 10, pitchY: 10)) > 0.9)
    }

    @Test func theFiringPinIsWhatTheRingSurrounds() throws {
        let scene = PrimerScene()
        let face = try BreechFaceFinder(part: .firingPin).find(in: scene.map())
        let mask = try #require(face.mask.mask)
        let area = Double(mask.count) * 100
        #expect(abs(area / (Double.pi * 600 * 600) - 1) < 0.2)
        #expect(mask.intersection(scene.ring).count < mask.count / 20)
    }

    @Test func aScanWithoutAPrimerIsUsedWhole() throws {
        let flat = SurfaceMap(columns: 60, rows: 60, pitchX: 10, pitchY: 10, repeating: 1)
        var steep = flat
        var generator = Seeded(state: 8)
        for place in 0..<steep.count { steep.values[place] = Float.random(in: -500...500, using: &generator) }
        let face = try BreechFaceFinder().find(in: steep)
        #expect(face.usesWholeScan && face.confidence < 0.2)
        #expect(face.mask.mask == SurfaceMask(validPointsOf: steep))
        let prepared = try Preparation([.findMark(BreechFaceFinder())]).apply(to: steep)
        #expect(prepared.records[0].remarks.contains("whole-surface-used"))
        let picture = SurfaceMap(columns: 3, rows: 3, pitchX: 1, pitchY: 1, kind: .reflectance, repeating: 0.5)
        #expect(try BreechFaceFinder().find(in: picture).usesWholeScan)
    }

    @Test func aMaskDrawnByHandReplacesTheSearch() throws {
        let scene = PrimerScene()
        let shape = MaskShape.bitmap(MaskBitmap(scene.ring))
        let prepared = try Preparation.breechFace(mask: shape).apply(to: scene.map())
        #expect(
            prepared.records.map(\.step.name) == ["remove-outliers", "mask", "trim", "level", "filter", "resample"])
        #expect(prepared.breechFace == nil)
        #expect(abs(prepared.surface.pitchX - 6.25) < 1e-9)
    }

    @Test(.enabled(if: !SharedScansTests.scans("raw-pair").isEmpty), arguments: SharedScansTests.scans("raw-pair"))
    func theMarkOfARealPrimerIsFoundWhereAPersonMarkedIt(_ path: String) throws {
        let file = try SurfaceFile.read(at: path)
        let drawn = try #require(file.marking?.mask)
        let face = try BreechFaceFinder().find(in: file.surface)
        let found = try #require(face.mask.mask)
        #expect(!face.usesWholeScan)
        let share = Double(found.intersection(drawn).count) / Double(found.count)
        let agreement = found.agreement(with: drawn)
        #expect(share > 0.9 && agreement > 0.75)
    }
}
