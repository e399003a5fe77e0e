import Foundation
import Testing

@testable import Surfaces

@Suite struct FilterTests {
    /// The part of the amplitude that a Gaussian low-pass of a cut-off keeps. Source: ISO 16610-21:2011, clause 5.
    static func transmission(cutoff: Double, wavelength: Double) -> Double {
        let alpha = (log(2) / Double.pi).squareRoot()
        let ratio = alpha * cutoff / wavelength
        return exp(-Double.pi * ratio * ratio)
    }

    static func wave(_ wavelength: Double, pitch: Double, columns: Int, rows: Int, turned: Bool = false) -> SurfaceMap {
        var map = SurfaceMap(columns: columns, rows: rows, pitchX: pitch, pitchY: pitch, repeating: 0)
        for row in 0..<rows {
            for column in 0..<columns {
                let place = Double(turned ? row : column) * pitch
                map[column, row] = Float(sin(2 * Double.pi * place / wavelength + 0.7))
            }
        }
        return map
    }

    /// The amplitude of a wavelength in the middle of a map, far from its borders.
    static func amplitude(_ map: SurfaceMap, _ wavelength: Double, margin: Double, turned: Bool = false) -> Double {
        let pitch = map.pitchX
        let count = turned ? map.rows : map.columns
        let first = Int((margin / pitch).rounded(.up))
        let room = Double(count - 2 * first) * pitch
        let length = Int(((room / wavelength).rounded(.down) * wavelength / pitch).rounded())
        var (sine, cosine) = (0.0, 0.0)
        for step in first..<first + length {
            let value = Double(turned ? map[map.columns / 2, step] : map[step, map.rows / 2])
            let angle = 2 * Double.pi * Double(step) * pitch / wavelength
            sine += value * sin(angle)
            cosine += value * cos(angle)
        }
        return 2 * (sine * sine + cosine * cosine).squareRoot() / Double(length)
    }

    static func apply(_ filter: SurfaceFilter, _ map: SurfaceMap) throws -> SurfaceMap {
        try Preparation([.filter(filter)]).apply(to: map).surface
    }

    @Test(arguments: [0, 1, 2], [(16.0, 1.5625), (16, 3.125), (16, 6.25), (100, 3.125), (250, 3.125), (500, 6.25)])
    func halfOfTheAmplitudePassesAtTheCutoff(_ order: Int, _ setting: (cutoff: Double, pitch: Double)) throws {
        let columns = Int(setting.cutoff * 10 / setting.pitch)
        let map = Self.wave(setting.cutoff, pitch: setting.pitch, columns: columns, rows: columns / 3)
        let margin = 2.5 * setting.cutoff
        let before = Self.amplitude(map, setting.cutoff, margin: margin)
        let long = try Self.apply(SurfaceFilter(longCutoff: setting.cutoff, order: order), map)
        #expect(abs(Self.amplitude(long, setting.cutoff, margin: margin) / before - 0.5) < 0.01)
        let short = try Self.apply(SurfaceFilter(shortCutoff: setting.cutoff, order: order), map)
        #expect(abs(Self.amplitude(short, setting.cutoff, margin: margin) / before - 0.5) < 0.01)
    }

    @Test(arguments: [0.4, 0.7, 1.4, 2.0, 3.0], [false, true])
    func otherWavelengthsPassAsTheStandardSays(_ ratio: Double, _ turned: Bool) throws {
        let (cutoff, pitch) = (100.0, 3.125)
        let wavelength = cutoff * ratio
        let map = Self.wave(wavelength, pitch: pitch, columns: 400, rows: 400, turned: turned)
        let margin = 220.0
        let before = Self.amplitude(map, wavelength, margin: margin, turned: turned)
        let low = try Self.apply(SurfaceFilter(shortCutoff: cutoff), map)
        let high = try Self.apply(SurfaceFilter(longCutoff: cutoff), map)
        let expected = Self.transmission(cutoff: cutoff, wavelength: wavelength)
        #expect(abs(Self.amplitude(low, wavelength, margin: margin, turned: turned) / before - expected) < 0.01)
        #expect(abs(Self.amplitude(high, wavelength, margin: margin, turned: turned) / before - (1 - expected)) < 0.01)
    }

    @Test func theBandOfBreechFacesPassesBetweenItsCutoffs() throws {
        for (wavelength, part) in [(16.0, 0.5), (90, 0.97), (500, 0.5)] {
            let pitch = 3.125
            let map = Self.wave(wavelength, pitch: pitch, columns: 1_400, rows: 60)
            let before = Self.amplitude(map, wavelength, margin: 1_100)
            let passed = try Self.apply(SurfaceFilter(shortCutoff: 16, longCutoff: 500), map)
            let ratio = Self.amplitude(passed, wavelength, margin: 1_100) / before
            #expect(part == 0.5 ? abs(ratio - part) < 0.01 : ratio > 0.95)
        }
    }

    @Test(arguments: [0, 1, 2], [false, true])
    func aConstantStaysConstantWhateverIsMissing(_ order: Int, _ robust: Bool) throws {
        var generator = Seeded(state: 9)
        var map = SurfaceMap(columns: 120, rows: 90, pitchX: 5, pitchY: 5, repeating: 37.5)
        for place in 0..<map.count where Double.random(in: 0..<1, using: &generator) < 0.4 { map.values[place] = .nan }
        for row in 20..<60 {
            for column in 40..<90 { map[column, row] = .nan }
        }
        let low = try Self.apply(SurfaceFilter(shortCutoff: 40), map)
        let high = try Self.apply(SurfaceFilter(longCutoff: 150, order: order, robust: robust), map)
        for place in 0..<map.count {
            #expect(low.values[place].isNaN == map.values[place].isNaN)
            if !map.values[place].isNaN {
                #expect(abs(low.values[place] - 37.5) < 1e-3)
                #expect(abs(high.values[place]) < 1e-3)
            }
        }
    }

    @Test func higherOrdersFollowATiltAndADomeUpToTheBorder() throws {
        for (order, form) in [(1, { x, _ in 0.1 * x }), (2, { x, y in 0.001 * (x * x + y * y) })]
            as [(Int, (Double, Double) -> Double)]
        {
            var map = SurfaceMap(columns: 120, rows: 100, pitchX: 5, pitchY: 5, repeating: 0)
            for row in 0..<100 {
                for column in 0..<120 {
                    map[column, row] = Float(form(Double(column) * 5 - 300, Double(row) * 5 - 250))
                }
            }
            let span = Double(map.range.map { $0.upperBound - $0.lowerBound } ?? 0)
            let rest = try Self.apply(SurfaceFilter(longCutoff: 200, order: order), map)
            let largest = rest.values.reduce(0) { max($0, abs($1)) }
            #expect(Double(largest) < 0.01 * span)
            // The plain Gaussian bends at the border, which is why there are orders.
            let plain = try Self.apply(SurfaceFilter(longCutoff: 200), map)
            #expect(Double(plain.values.reduce(0) { max($0, abs($1)) }) > 0.04 * span)
        }
    }

    @Test func theRobustFilterDoesNotSeePitsAndDust() throws {
        let clean = Self.wave(900, pitch: 5, columns: 300, rows: 200)
        var dirty = clean
        var spots: Set<Int> = []
        for (x, y) in [(60, 50), (150, 100), (240, 150)] {
            for row in y..<y + 12 {
                for column in x..<x + 12 {
                    dirty[column, row] += 40
                    spots.insert(row * 300 + column)
                }
            }
        }
        func error(_ filter: SurfaceFilter) throws -> Float {
            let (one, other) = (try Self.apply(filter, clean), try Self.apply(filter, dirty))
            return one.values.indices.filter { !spots.contains($0) }.reduce(0) {
                max($0, abs(one.values[$1] - other.values[$1]))
            }
        }
        let robust = try error(SurfaceFilter(longCutoff: 250, robust: true))
        let plain = try error(SurfaceFilter(longCutoff: 250))
        #expect(plain > 2 && robust < plain / 10, "robust \(robust), plain \(plain)")
    }

    @Test func theCutoffOfOtherProgramsIsTranslated() {
        // cmcR's 16 to 500 micrometres.
        #expect(abs(SurfaceFilter.isoCutoff(forStandardDeviationRule: 16) - 13.589) < 0.001)
        #expect(abs(SurfaceFilter.isoCutoff(forStandardDeviationRule: 500) - 424.66) < 0.01)
        let passed = Self.transmission(cutoff: SurfaceFilter.isoCutoff(forStandardDeviationRule: 16), wavelength: 16)
        #expect(abs(passed - exp(-0.5)) < 1e-6)
    }

    @Test func cutoffsThatThePointsCannotCarryAreTold() throws {
        let map = Self.wave(100, pitch: 10, columns: 50, rows: 50)
        let record = try Preparation([.filter(SurfaceFilter(shortCutoff: 16, longCutoff: 300))]).apply(to: map).records[
            0]
        #expect(record.remarks == ["short-cutoff-below-pitch"])
        for filter in [
            SurfaceFilter(shortCutoff: -1), SurfaceFilter(longCutoff: .nan),
            SurfaceFilter(shortCutoff: 50, longCutoff: 20),
            SurfaceFilter(longCutoff: 100, order: 3),
        ] {
            #expect { try Self.apply(filter, map) } throws: { ($0 as? SurfacesError)?.code == .badSetting }
        }
    }
}
