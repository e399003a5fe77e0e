import Surfaces
import Testing
import Toolmarks

@testable import Registry

/// What is wrong with scans is said, whatever they hold, and nothing else breaks.
@Suite struct ScanFindingTests {
    private static func intake(_ bytes: [UInt8], _ kind: ToolmarkKind = .breechFace) -> ScanIntake.Result {
        ScanIntake(
            bytes: bytes, name: "scan", kind: kind, reading: ScanReading(), region: nil,
            limits: RegistrySettings().scanLimits
        ).result()
    }

    private static func intake(_ map: SurfaceMap, _ kind: ToolmarkKind = .breechFace) throws -> ScanIntake.Result {
        intake(try X3PDocument(map).encoded(level: 1), kind)
    }

    private static func map(
        _ side: Int, pitch: Double = 6.25, _ height: (Int, Int) -> Float
    ) -> SurfaceMap {
        SurfaceMap(
            columns: side, rows: side, pitchX: pitch, pitchY: pitch,
            values: (0..<side * side).map { height($0 % side, $0 / side) }
        )
    }

    private static let raw = GeneratedTool(.granular, seed: 5).firing(0).raw(pitch: 12)

    @Test func aGoodScanHasNoFatalFinding() throws {
        let result = try Self.intake(Self.raw)
        #expect(!result.findings.contains { $0.isFatal })
        #expect(result.preparation != nil)
    }

    @Test(arguments: [
        ("", "unreadable-unknown-format"), ("PK\u{3}\u{4}nothing more", "unreadable"), ("hello world", "unreadable"),
    ])
    func aFileThatIsNoneIsRefusedInWords(_ text: String, _ code: String) {
        let result = Self.intake(Array(text.utf8))
        #expect(result.preparation == nil)
        #expect(result.findings.first?.code.hasPrefix(code) == true, "\(result.findings)")
        #expect(result.findings.first?.isFatal == true)
    }

    @Test func aScanCutAtAnyPlaceIsRefused() throws {
        let whole = try SampleScan.breechFace()
        for part in stride(from: 1, to: 20, by: 2) {
            let result = Self.intake(Array(whole[..<(whole.count * part / 20)]))
            #expect(result.preparation == nil)
            #expect(result.findings.contains { $0.isFatal })
        }
    }

    @Test func aBombIsRefusedByWhatItAnnounces() throws {
        // 250,000 equal heights pack into some 2 kB; a scan may have 10,000 points here.
        let archive = try X3PDocument(Self.map(500) { _, _ in 0 }).encoded()
        #expect(archive.count < 10_000)
        let result = ScanIntake(
            bytes: archive, name: "bomb.x3p", kind: .breechFace, reading: ScanReading(), region: nil,
            limits: SurfaceLimits(points: 10_000)
        ).result()
        #expect(result.findings.map(\.code) == ["unreadable-too-large"])
        #expect(result.description == nil)
    }

    @Test func nothingMeasuredIsSaid() throws {
        let result = try Self.intake(Self.map(500) { _, _ in .nan })
        #expect(result.preparation == nil)
        #expect(result.findings.contains { $0.isFatal })
    }

    @Test func mostlyMissingIsSaidWithTheShare() throws {
        var map = Self.raw
        map.values = map.values.enumerated().map { $0.offset % 4 == 0 ? $0.element : .nan }
        let finding = try Self.intake(map).findings.first { $0.code == "mostly-missing" }
        // The generated scan has some missing points of its own.
        #expect(finding.flatMap { Int($0.facts["share"] ?? "") }.map { (75...85).contains($0) } == true)
    }

    @Test func aScanThatIsTooSmallIsRefused() throws {
        let result = try Self.intake(Self.map(40) { column, row in Float((column * 7 + row * 13) % 11) })
        #expect(result.findings.contains { $0.code == "too-small" && $0.isFatal })
    }

    @Test func lengthsInMicrometresAreCorrectedAndSaid() throws {
        var document = try X3PDocument(Self.raw)
        document.axes.x.increment *= 1e6
        document.axes.y.increment *= 1e6
        let result = Self.intake(try document.encoded(level: 1))
        #expect(result.findings.contains { $0.code == "file-units-corrected" })
        #expect(result.description?.pitchX == 12)
    }

    @Test func heightsCutOffByTheInstrumentAreSaidAndShown() throws {
        var map = Self.raw
        let heights = map.values.filter { !$0.isNaN }.sorted()
        let end = heights[heights.count * 97 / 100]
        map.values = map.values.map { $0.isNaN ? $0 : min($0, end) }
        let result = try Self.intake(map)
        #expect(result.findings.contains { $0.code == "clipped-high" })
        #expect(result.markedPicture != nil)
    }

    @Test func aLandGivenAsABreechFaceIsRefused() throws {
        let result = Self.intake(try SampleScan.land())
        #expect(result.findings.contains { $0.code == "wrong-mark-land" && $0.isFatal }, "\(result.findings)")
    }

    @Test func aBreechFaceGivenAsALandIsRefused() throws {
        let result = Self.intake(try SampleScan.breechFace(), .land)
        #expect(result.findings.contains { $0.code == "wrong-mark-breech-face" && $0.isFatal }, "\(result.findings)")
    }

    @Test func aSurfaceWithoutAPrimerIsSaid() throws {
        // Rough as a file and without any ring.
        let noise = GeneratedTool(.granular, seed: 9).firing(1).prepared()
        let map = Self.map(400, pitch: 6.25) { column, row in
            let value = noise[column % noise.columns, row % noise.rows]
            return (value.isNaN ? 0 : value) + Float(column * column) / 200 + Float((row / 37 + column / 41) % 3) * 40
        }
        let result = try Self.intake(map)
        #expect(result.findings.contains { $0.code == "no-primer-found" }, "\(result.findings)")
    }

    @Test func aPictureIsKeptAndNotCompared() throws {
        let picture = try SurfaceRendering(longestSide: 300, showsScales: false).draw(Self.raw).picture.png()
        let result = Self.intake(picture)
        #expect(result.findings.contains { $0.code == "picture-not-heights" && $0.isFatal })
        #expect(result.picture != nil)
        #expect(result.preparation == nil)
    }

    @Test func infiniteHeightsCountAsMissing() throws {
        var rows = (0..<300).map { row in (0..<300).map { "\(($0 * 31 + row * 17) % 23)" } }
        rows[10][10] = "inf"
        rows[11][11] = "nan"
        let text = rows.map { $0.joined(separator: ",") }.joined(separator: "\n")
        let result = Self.intake(Array(text.utf8))
        #expect(result.description?.highest.isFinite ?? true)
    }
}
