import CToolmarkKernels
import Surfaces
import Testing

@testable import Toolmarks

@Suite struct ScreeningTests {
    let marks = GeneratedMarks(count: 16)

    @Test func aMarkAgreesBestWithItself() throws {
        let forms = try marks.forms()
        for tool in forms.indices {
            let query = try ScreeningQuery(marks.map(tool))
            let own = query.score(forms[tool])
            #expect(own.agreement == 1 && own.rotation == 0)
            #expect(own.points == forms[tool].pointCount)
            #expect(abs(own.value - Double(own.points).squareRoot()) < 1e-9)
            for other in forms.indices where other != tool { #expect(query.score(forms[other]).value < own.value / 2) }
        }
    }

    @Test func anotherFiringComesBeforeEveryStranger() throws {
        let forms = try marks.forms()
        for tool in forms.indices {
            let query = try ScreeningQuery(marks.map(tool, firing: 1))
            let scores = forms.map { query.score($0).value }
            #expect(scores[tool] == scores.max(), "\(marks.tools[tool].toolClass) \(tool)")
        }
    }

    @Test func everyInstructionSetGivesTheSameScore() throws {
        let forms = try marks.forms()
        let planes = try ScreeningPlanes(
            marks.map(3, firing: 1),
            angles: ScreeningSettings().rotations.angles,
            settings: ScreeningSettings()
        )
        let best = toolmark_screen_instructions()
        let paths = [TOOLMARK_PORTABLE, TOOLMARK_AVX2, TOOLMARK_AVX512].filter { $0.rawValue <= best.rawValue }
        let scores = paths.map { path in
            let query = ScreeningQuery(planes, settings: ScreeningSettings(), instructions: path)
            return forms.map { query.score($0) }
        }
        for other in scores.dropFirst() { #expect(other == scores[0]) }
    }

    @Test func framesOfEverySizeMeet() throws {
        // A mark of twice the size does not fit into the smallest frame.
        let map = marks.map(0)
        let wide = SurfaceMap(
            columns: map.columns, rows: map.rows, pitchX: 2 * map.pitchX, pitchY: 2 * map.pitchY, values: map.values)
        let form = try ScreeningForm(wide)
        #expect(form.side == 128 && form.byteCount == 4 * 1_024)
        let query = try ScreeningQuery(wide)
        #expect(query.score(form).agreement == 1)
        let small = try ScreeningForm(map)
        #expect(query.score(small).value < query.score(form).value / 2)
        #expect(try ScreeningQuery(map).score(form).value < query.score(form).value / 2)
    }

    @Test func theRotationIsTheGeneratedOne() throws {
        let (one, two) = (marks.tools[4].firing(0), marks.tools[4].firing(1))
        let score = try ScreeningQuery(one.prepared(pitch: 15)).score(ScreeningForm(two.prepared(pitch: 15)))
        #expect(abs(score.rotation - (one.rotation - two.rotation)) <= 3)
    }

    @Test func theFullCircleFindsAMarkTurnedByAnyAngle() throws {
        var conditions = marks.tools[0].conditions
        conditions.isAnyDirection = true
        let tools = (0..<6).map { GeneratedTool(.granular, seed: UInt64($0), conditions: conditions) }
        let forms = try tools.map { try ScreeningForm($0.firing(0).prepared(pitch: 15)) }
        for tool in tools.indices {
            let query = try ScreeningQuery(tools[tool].firing(1).prepared(pitch: 15), settings: .fullCircle)
            let scores = forms.map { query.score($0).value }
            #expect(scores[tool] == scores.max())
        }
    }

    @Test func aFormIsTheSameAfterWritingAndReading() throws {
        let form = try ScreeningForm(marks.map(5))
        #expect(form.bytes.count == 1_025)
        #expect(ScreeningForm(bytes: form.bytes) == form)
    }

    @Test func bytesThatAreNoFormAreRefused() throws {
        let bytes = try ScreeningForm(marks.map(5)).bytes
        #expect(ScreeningForm(bytes: []) == nil)
        #expect(ScreeningForm(bytes: bytes.dropLast()) == nil)
        #expect(ScreeningForm(bytes: bytes + [0]) == nil)
        #expect(ScreeningForm(bytes: [2] + bytes.dropFirst()) == nil)
        #expect(ScreeningForm(bytes: [0]) == nil)
        // A sign at the corner of the frame, where nothing was measured.
        var changed = bytes
        changed[1] |= 1
        #expect(ScreeningForm(bytes: changed) == nil)
        #expect(ScreeningForm(bytes: [1] + [UInt8](repeating: 0, count: 1_024)) == nil)
    }

    @Test func badInputIsNamed() throws {
        let empty = SurfaceMap(columns: 50, rows: 50, pitchX: 10, pitchY: 10)
        #expect(throws: ToolmarksError.self) { try ScreeningForm(empty) }
        let flat = SurfaceMap(columns: 50, rows: 50, pitchX: 10, pitchY: 10, repeating: 1)
        #expect(throws: ToolmarksError.self) { try ScreeningForm(flat) }
        var settings = ScreeningSettings()
        settings.pitch = 1
        let error = #expect(throws: ToolmarksError.self) { try ScreeningQuery(marks.map(0), settings: settings) }
        #expect(error?.subject == "pitch")
    }
}
