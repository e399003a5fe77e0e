import Foundation
import Testing

@testable import Surfaces

@Suite struct StepTests {
    /// A rough surface of smooth random waves.
    static func rough(columns: Int = 90, rows: Int = 70, pitch: Double = 5) -> SurfaceMap {
        var generator = Seeded(state: 4)
        let waves = (0..<12).map { _ in
            (
                Double.random(in: -0.05...0.05, using: &generator), Double.random(in: -0.05...0.05, using: &generator),
                Double.random(in: 0...6, using: &generator)
            )
        }
        var map = SurfaceMap(columns: columns, rows: rows, pitchX: pitch, pitchY: pitch, repeating: 0)
        for row in 0..<rows {
            for column in 0..<columns {
                let (x, y) = (Double(column) * pitch, Double(row) * pitch)
                map[column, row] = Float(waves.reduce(0) { $0 + 0.3 * sin($1.0 * x + $1.1 * y + $1.2) })
            }
        }
        return map
    }

    @Test func spikesAndDropOutsGoAndTheRestStays() throws {
        let clean = Self.rough()
        var dirty = clean
        let spikes = [12 * 90 + 7, 33 * 90 + 50, 34 * 90 + 50, 69 * 90 + 89, 0]
        for place in spikes { dirty.values[place] += place % 2 == 0 ? 80 : -80 }
        dirty.values[2_000] = .nan
        let result = try Preparation([.removeOutliers(OutlierRemoval())]).apply(to: dirty)
        for place in 0..<clean.count {
            let isGone = spikes.contains(place) || place == 2_000
            #expect(result.surface.values[place].isNaN == isGone)
            if !isGone { #expect(result.surface.values[place] == clean.values[place]) }
        }
        #expect(result.records[0].finding("removed") == 5)
    }

    @Test(arguments: [Resampling.Method.smooth, .area])
    func resamplingKeepsPlacesAndHeights(_ method: Resampling.Method) throws {
        let map = Self.rough()
        for pitch in [2.5, 4, 5, 10] {
            let result = try Preparation([.resample(Resampling(pitch: pitch, method: method))]).apply(to: map).surface
            #expect(result.pitchX == pitch && result.pitchY == pitch)
            #expect(result.columns == Int(map.extentX / pitch) + 1)
            // The waves are some hundred micrometres long, so that they are the same at the new points.
            let fine = Self.rough(columns: result.columns, rows: result.rows, pitch: pitch)
            let limit: Float = method == .smooth && pitch <= 5 ? 0.03 : 0.25
            for row in 2..<result.rows - 2 {
                for column in 2..<result.columns - 2 {
                    #expect(abs(result[column, row] - fine[column, row]) < limit)
                }
            }
        }
    }

    @Test func resamplingDoesNotFoldShortWavesBack() throws {
        let map = FilterTests.wave(8, pitch: 2, columns: 400, rows: 60)
        let result = try Preparation([.resample(Resampling(pitch: 10))]).apply(to: map).surface
        let largest = (5..<result.columns - 5).reduce(Float(0)) { max($0, abs(result[$1, 5])) }
        #expect(largest < 0.05)
    }

    @Test func missingPointsStayMissingWhenResampled() throws {
        var map = Self.rough()
        for row in 20..<40 {
            for column in 30..<60 { map[column, row] = .nan }
        }
        let result = try Preparation([.resample(Resampling(pitch: 10))]).apply(to: map).surface
        #expect(result[22, 15].isNaN && !result[10, 15].isNaN)
        #expect(abs(Double(result.validCount) / Double(result.count) - map.validFraction) < 0.02)
    }

    @Test func cropTrimMaskAndErosionKeepTrackOfThePlace() throws {
        let map = Self.rough()
        let circle = MaskShape.circle(PlaneCircle(centre: PlanePoint(x: 200, y: 150), radius: 60))
        let prepared = try Preparation([
            .crop(PlaneRectangle(origin: PlanePoint(x: 50, y: 25), width: 350, height: 300))
        ]).apply(to: map)
        #expect(prepared.origin == PlanePoint(x: 50, y: 25))
        #expect(prepared.surface.columns == 71 && prepared.surface[0, 0] == map[10, 5])
        let round = try Preparation([.mask(circle), .trim, .erode(distance: 10)]).apply(to: map)
        #expect(round.origin == PlanePoint(x: 140, y: 90))
        #expect(round.surface.columns == 25 && round.surface[12, 12] == map[40, 30])
        let area = Double(round.surface.validCount) * 25
        #expect(abs(area / (Double.pi * 50 * 50) - 1) < 0.06)
    }

    @Test func shapesMaskWhatTheyCover() throws {
        let map = SurfaceMap(columns: 11, rows: 11, pitchX: 10, pitchY: 10, repeating: 1)
        let corner = PlanePoint(x: 0, y: 0)
        let shapes: [(MaskShape, Int)] = [
            (.rectangle(PlaneRectangle(origin: PlanePoint(x: 10, y: 20), width: 30, height: 20)), 12),
            (.polygon([corner, PlanePoint(x: 100, y: 0), PlanePoint(x: 0, y: 100)]), 55),
            (
                .ring(
                    outer: PlaneCircle(centre: PlanePoint(x: 50, y: 50), radius: 25),
                    inner: PlaneCircle(centre: PlanePoint(x: 50, y: 50), radius: 5)), 20
            ),
            (.bitmap(MaskBitmap(SurfaceMask(columns: 11, rows: 11, repeating: true))), 121),
        ]
        for (shape, count) in shapes { #expect(abs(try shape.mask(for: map).count - count) <= 11) }
        for shape in [
            MaskShape.circle(PlaneCircle(centre: corner, radius: 0)), .polygon([corner, corner]),
            .bitmap(MaskBitmap(SurfaceMask(columns: 3, rows: 3, repeating: true))),
        ] {
            #expect(throws: SurfacesError.self) { try shape.mask(for: map) }
        }
    }

    @Test func aStoredBitmapThatLiesAboutItsSizeIsRefused() throws {
        let text = #"{"columns":4000000000,"rows":2000000000,"runs":[8000000000000000000]}"#
        let bitmap = try JSONDecoder().decode(MaskBitmap.self, from: Data(text.utf8))
        let map = SurfaceMap(columns: 2, rows: 2, pitchX: 1, pitchY: 1, repeating: 1)
        #expect(throws: SurfacesError.self) { try MaskShape.bitmap(bitmap).mask(for: map) }
    }

    @Test func preparationsAreStoredAndRepeatedToTheBit() async throws {
        let map = PrimerScene().map()
        let preparation = Preparation.breechFace
        let first = try preparation.apply(to: map)
        let stored = try JSONEncoder().encode(first.preparation)
        let read = try JSONDecoder().decode(Preparation.self, from: stored)
        #expect(read == preparation && first.preparation == preparation)
        // Four at once, as in a search that uses all cores.
        let again = try await withThrowingTaskGroup(of: PreparedSurface.self) { group in
            for _ in 0..<4 { group.addTask { try read.apply(to: map) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        for result in again {
            #expect(result.surface.values.map(\.bitPattern) == first.surface.values.map(\.bitPattern))
            #expect(result.records == first.records)
        }
    }

    @Test func everyStepIsListedWithWhatItLeft() throws {
        let map = PrimerScene().map()
        let prepared = try Preparation.breechFace.apply(to: map)
        #expect(prepared.records.map(\.step) == Preparation.breechFace.steps)
        #expect(prepared.records[0].validBefore == map.validCount)
        for (one, next) in zip(prepared.records, prepared.records.dropFirst()) {
            #expect(one.validAfter == next.validBefore)
        }
        #expect(prepared.records.last?.validAfter == prepared.surface.validCount)
    }

    @Test(arguments: [
        #"{"steps":[{"step":"polish"}]}"#, #"{"steps":[{"step":"level"}]}"#,
        #"{"steps":[{"step":"erode","settings":"x"}]}"#,
        #"{"steps":7}"#, "{}",
    ])
    func storedStepsThatAreUnknownAreRefused(_ text: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Preparation.self, from: Data(text.utf8)) }
    }

    @Test func everyKindOfStepIsStored() throws {
        let point = PlanePoint(x: 1, y: 2)
        let circle = PlaneCircle(centre: point, radius: 3)
        let preparation = Preparation([
            .crop(PlaneRectangle(origin: point, width: 3, height: 4)), .mask(.circle(circle)),
            .mask(.ring(outer: circle, inner: circle)), .mask(.polygon([point, point, point])),
            .mask(.bitmap(MaskBitmap(SurfaceMask(columns: 2, rows: 1, inside: [false, true])))), .trim,
            .erode(distance: 5), .findMark(BreechFaceFinder(part: .firingPin)), .removeOutliers(OutlierRemoval()),
            .level(Levelling(.sphere)), .level(Levelling(.polynomial(degree: 3), robust: false)),
            .filter(SurfaceFilter(shortCutoff: 5, longCutoff: 250, order: 2, robust: true)),
            .resample(Resampling(pitch: 6.25, method: .area)),
        ])
        let stored = try JSONEncoder().encode(preparation)
        #expect(try JSONDecoder().decode(Preparation.self, from: stored) == preparation)
    }

    @Test func nothingToWorkOnIsAnError() {
        let empty = SurfaceMap(columns: 5, rows: 5, pitchX: 1, pitchY: 1)
        #expect { try Preparation.breechFace.apply(to: empty) } throws: {
            ($0 as? SurfacesError)?.code == .noValidPoints
        }
        let outside = MaskShape.circle(PlaneCircle(centre: PlanePoint(x: 900, y: 0), radius: 5))
        #expect(throws: SurfacesError.self) { try Preparation([.mask(outside), .trim]).apply(to: StepTests.rough()) }
    }
}
