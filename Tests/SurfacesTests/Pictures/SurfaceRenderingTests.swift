import Testing

@testable import Surfaces

@Suite struct SurfaceRenderingTests {
    /// A roof whose ridge runs down the middle column.
    static func roof(columns: Int = 41, rows: Int = 21) -> SurfaceMap {
        var map = SurfaceMap(columns: columns, rows: rows, pitchX: 5, pitchY: 5, repeating: 0)
        for row in 0..<rows {
            for column in 0..<columns { map[column, row] = -2 * abs(Float(column - columns / 2)) }
        }
        return map
    }

    @Test func theSideTowardsTheLightIsBrighter() {
        let map = Self.roof()
        for (azimuth, leftIsBright) in [(270.0, true), (315, true), (90, false), (135, false)] {
            let shade = ShadedRelief(azimuth: azimuth, elevation: 40, exaggeration: 1).shade(map).brightness
            #expect((shade[5 * 41 + 10] > shade[5 * 41 + 30]) == leftIsBright)
        }
        let fromAbove = ShadedRelief(azimuth: 0, elevation: 40, exaggeration: 1).shade(map).brightness
        #expect(abs(fromAbove[5 * 41 + 10] - fromAbove[5 * 41 + 30]) < 1e-6)
    }

    @Test func theUpperSideIsBrighterUnderLightFromTheUpperEdge() {
        var map = SurfaceMap(columns: 20, rows: 40, pitchX: 5, pitchY: 5, repeating: 0)
        for row in 0..<40 {
            for column in 0..<20 { map[column, row] = -2 * abs(Float(row - 20)) }
        }
        let shade = ShadedRelief(azimuth: 0, elevation: 40, exaggeration: 1).shade(map).brightness
        #expect(shade[5 * 20 + 10] > shade[35 * 20 + 10])
    }

    @Test func brightnessIsTheCosineToTheLight() {
        // A slope of 45 degrees that falls to the right, lit from the right at 45 degrees: the light stands upright on it.
        var map = SurfaceMap(columns: 9, rows: 9, pitchX: 2, pitchY: 2, repeating: 0)
        for row in 0..<9 {
            for column in 0..<9 { map[column, row] = -2 * Float(column) }
        }
        let towards = ShadedRelief(azimuth: 90, elevation: 45, exaggeration: 1).shade(map).brightness
        #expect(towards.allSatisfy { abs($0 - 1) < 1e-6 })
        let away = ShadedRelief(azimuth: 270, elevation: 45, exaggeration: 1).shade(map).brightness
        #expect(away.allSatisfy { abs($0) < 1e-6 })
    }

    @Test func missingPointsHaveNoShadeAndCastNone() {
        var map = SurfaceMap(columns: 9, rows: 9, pitchX: 1, pitchY: 1, repeating: 3)
        map[4, 4] = .nan
        let shade = ShadedRelief(exaggeration: 1).shade(map).brightness
        #expect(shade[4 * 9 + 4].isNaN)
        #expect(shade.filter { !$0.isNaN }.allSatisfy { $0 == shade[0] })
    }

    @Test func aPlaceOfTheSurfaceIsFoundAgainInThePicture() throws {
        var map = SurfaceMap(columns: 300, rows: 240, pitchX: 4, pitchY: 8, repeating: 0)
        for row in 118...122 {
            for column in 98...102 { map[column, row] = 10 }
        }
        let style = SurfaceRendering.Style.values(.grey, range: 0...10)
        let drawn = try SurfaceRendering(style, longestSide: 960, title: "spot").draw(map)
        let pixel = drawn.pixel(for: PlanePoint(x: 400, y: 960))
        #expect(drawn.picture[Int(pixel.x), Int(pixel.y)] == .white)
        #expect(drawn.picture[Int(pixel.x) + 40, Int(pixel.y)] == .black)
        // 1,200 by 1,920 micrometres: the longer side takes all 960 pixels and both axes have one scale.
        #expect(abs(drawn.scale - 2) < 1e-9)
        #expect(abs(drawn.pixels(100) - 50) < 1e-9)
    }

    @Test func missingPointsTakeTheirOwnColourAndAMaskTintsTheRest() throws {
        var map = Self.roof(columns: 200, rows: 200)
        map[10, 10] = .nan
        var mask = SurfaceMask(columns: 200, rows: 200, repeating: false)
        for row in 100..<200 {
            for column in 0..<200 { mask.inside[row * 200 + column] = true }
        }
        let plain = try SurfaceRendering(showsScales: false).draw(map).picture
        let tinted = try SurfaceRendering(showsScales: false, mask: mask, maskColour: .blue).draw(map).picture
        #expect(plain.width == 200 && plain.height == 200)
        #expect(plain[10, 10] == .missing)
        #expect(tinted[50, 150] == plain[50, 150])
        #expect(tinted[50, 50] == plain[50, 50].mixed(with: .blue, 0.35))
        #expect(tinted[50, 99] == .blue)
    }

    @Test func aMaskOfAnotherSizeAndSidesOutOfRangeAreRefused() {
        let map = Self.roof()
        let mask = SurfaceMask(columns: 3, rows: 3, repeating: true)
        #expect(throws: SurfacesError.self) { try SurfaceRendering(mask: mask).draw(map) }
        #expect(throws: SurfacesError.self) { try SurfaceRendering(longestSide: 3).draw(map) }
        #expect(throws: SurfacesError.self) { try SurfaceRendering(longestSide: 1_000_000).draw(map) }
    }

    @Test func aSurfaceOfOnePointOrWithoutAnyValueIsDrawn() throws {
        let single = SurfaceMap(columns: 1, rows: 1, pitchX: 1, pitchY: 1, values: [3])
        let empty = SurfaceMap(columns: 5, rows: 5, pitchX: 1, pitchY: 1)
        for map in [single, empty] {
            for style in [SurfaceRendering.Style.natural, .values(.viridis, range: nil)] {
                #expect(try SurfaceRendering(style, title: "small").draw(map).picture.width > 100)
            }
        }
    }
}
