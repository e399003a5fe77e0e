import Testing

@testable import Surfaces

@Suite struct LevellingTests {
    /// A form with a tenth of the points missing and a fifth of the rest thrown up like a burr.
    static func map(outliers: Double, _ form: (Double, Double) -> Double) -> SurfaceMap {
        var generator = Seeded(state: 77)
        var map = SurfaceMap(columns: 160, rows: 120, pitchX: 5, pitchY: 5, repeating: 0)
        for row in 0..<120 {
            for column in 0..<160 {
                let (x, y) = (Double(column) * 5 - 397.5, Double(row) * 5 - 297.5)
                var height = form(x, y) + Double.random(in: -0.05...0.05, using: &generator)
                if Double.random(in: 0..<1, using: &generator) < outliers { height += 60 }
                map[column, row] = Double.random(in: 0..<1, using: &generator) < 0.1 ? .nan : Float(height)
            }
        }
        return map
    }

    static let forms: [(Levelling.Form, @Sendable (Double, Double) -> Double)] = [
        (.plane, { x, y in 12 + 0.03 * x - 0.05 * y }),
        (.sphere, { x, y in (2_000 * 2_000 - x * x - y * y).squareRoot() - 2_000 + 0.01 * x }),
        (.polynomial(degree: 2), { x, y in 0.0002 * x * x - 0.0001 * x * y + 0.02 * y }),
        (.polynomial(degree: 4), { x, y in 1e-9 * x * x * x * y - 3e-7 * y * y * y + 0.01 * x }),
    ]

    @Test(arguments: 0..<4)
    func aPlantedFormIsTakenAwayInSpiteOfOutliers(_ index: Int) throws {
        let (form, height) = Self.forms[index]
        let clean = Self.map(outliers: 0) { _, _ in 0 }
        let rest = try Preparation([.level(Levelling(form))]).apply(to: Self.map(outliers: 0.2, height)).surface
        let good = rest.values.filter { abs($0) < 5 }
        #expect(good.count > clean.validCount * 7 / 10)
        #expect(good.allSatisfy { abs($0) < 0.12 })
    }

    @Test func leastSquaresIsPulledByOutliersAndRobustIsNot() throws {
        // A burr along one side.
        let map = Self.map(outliers: 0) { x, y in 0.02 * x + (x > 250 ? 30 : 0) }
        let robust = try Preparation([.level(Levelling(.plane))]).apply(to: map).records[0]
        let plain = try Preparation([.level(Levelling(.plane, robust: false))]).apply(to: map).records[0]
        #expect(abs(try #require(robust.finding("tilt-x")) - 20) < 0.2)
        #expect(abs(try #require(plain.finding("tilt-x")) - 20) > 10)
    }

    @Test func whatWasFoundIsReported() throws {
        let plane = try Preparation([.level(Levelling(.plane))]).apply(to: Self.map(outliers: 0.1, Self.forms[0].1))
        #expect(abs(try #require(plane.records[0].finding("tilt-x")) - 30) < 0.1)
        #expect(abs(try #require(plane.records[0].finding("tilt-y")) + 50) < 0.1)
        #expect(abs(try #require(plane.records[0].finding("scatter")) - 0.037) < 0.01)
        let sphere = try Preparation([.level(Levelling(.sphere))]).apply(to: Self.map(outliers: 0.1, Self.forms[1].1))
        #expect(abs(try #require(sphere.records[0].finding("radius")) - 2_000) < 20)
    }

    @Test func aFlatSurfaceIsASphereWithoutCurvature() throws {
        let flat = try Preparation([.level(Levelling(.sphere))]).apply(to: Self.map(outliers: 0.1, Self.forms[0].1))
        #expect(flat.surface.values.filter { abs($0) < 5 }.allSatisfy { abs($0) < 0.12 })
    }

    @Test func tooFewPointsAndUnknownDegreesAreRefused() {
        let map = SurfaceMap(columns: 2, rows: 1, pitchX: 1, pitchY: 1, values: [1, 2])
        #expect { try Preparation([.level(Levelling(.plane))]).apply(to: map) } throws: {
            ($0 as? SurfacesError)?.code == .noValidPoints
        }
        #expect { try Preparation([.level(Levelling(.polynomial(degree: 9)))]).apply(to: map) } throws: {
            ($0 as? SurfacesError)?.code == .badSetting
        }
    }
}
