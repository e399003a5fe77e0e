import Surfaces
import Testing

@testable import Toolmarks

@Suite struct SignatureTests {
    @Test(arguments: [0.0, 4, 8, -6])
    func theDirectionOfTheStriaeIsFound(_ twist: Double) throws {
        var conditions = SmallLands.conditions
        conditions.twist = twist
        let signature = try Signature(of: LandGenerator(barrel: 5, bullet: 1).scan(land: 2, conditions))
        #expect(abs(signature.finding.angle - twist) < 1)
        #expect(signature.finding.coherence > 0.3)
        #expect(signature.axis == .y)
    }

    @Test(arguments: 0..<6)
    func theShouldersAreFoundWhereTheLandEnds(_ land: Int) throws {
        var conditions = SmallLands.conditions
        conditions.wear = 0
        let generated = GeneratedLand(barrel: 9, land: land, subclass: conditions.subclass)
        let signature = try Signature(of: LandGenerator(barrel: 9, bullet: 1).scan(land: land, conditions))
        // The scan begins 260 micrometres before the land.
        #expect(abs(signature.finding.leftShoulder - 260) < 30)
        #expect(abs(signature.finding.rightShoulder - 260 - generated.width) < 40)
    }

    @Test func theSignatureShowsTheMarksOfTheBarrel() throws {
        var conditions = SmallLands.conditions
        conditions.wear = 0
        let generated = GeneratedLand(barrel: 4, land: 1, subclass: conditions.subclass)
        let truth = try SmallLands.signature(generated.profile(along: 0.1), pitch: 1)
        let signature = try Signature(of: LandGenerator(barrel: 4, bullet: 1).scan(land: 1, conditions))
        let result = try SignatureComparer().compare(ComparisonProfile(signature), ComparisonProfile(truth))
        #expect(result.correlation > 0.88)
    }

    @Test func aScanOnItsSideIsTurnedUpright() throws {
        var conditions = SmallLands.conditions
        let upright = try SmallLands.profile(barrel: 3, bullet: 1, land: 0, conditions)
        conditions.isTurned = true
        let turned = try SmallLands.profile(barrel: 3, bullet: 1, land: 0, conditions)
        #expect(turned.signature.axis == .x)
        let result = try SignatureComparer().compare(upright, turned)
        #expect(result.correlation > 0.98)
    }

    @Test func tiltAndHeightOfTheScanChangeNothing() throws {
        let scan = LandGenerator(barrel: 8, bullet: 1).scan(land: 3, SmallLands.conditions)
        var tilted = scan
        tilted.values = scan.values.enumerated().map { place, height in
            height + 100 + 0.05 * Float(place % scan.columns) - 0.03 * Float(place / scan.columns)
        }
        let result = try SignatureComparer().compare(
            ComparisonProfile(Signature(of: scan)), ComparisonProfile(Signature(of: tilted))
        )
        #expect(result.correlation > 0.999)
        #expect(result.shift == 0)
    }

    @Test func whatWasNotMeasuredStaysMissing() throws {
        var scan = LandGenerator(barrel: 8, bullet: 1).scan(land: 3, SmallLands.conditions)
        var values = scan.values
        for row in 0..<scan.rows {
            for column in 350..<400 { values[row * scan.columns + column] = .nan }
        }
        scan.values = values
        let signature = try Signature(of: scan)
        let missing = signature.values.indices.filter { signature.values[$0].isNaN }
        #expect((20...50).contains(missing.count))
        #expect(missing.allSatisfy { signature.confidence[$0] == 0 })
        #expect(try ComparisonProfile(signature).line.hasGaps)
    }

    @Test func theSameScanGivesTheSameBits() async throws {
        let scan = LandGenerator(barrel: 2, bullet: 7).scan(land: 5, SmallLands.casework(11))
        let reference = try Signature(of: scan)
        let all = try await withThrowingTaskGroup(of: Signature.self) { group in
            for _ in 0..<4 { group.addTask { try Signature(of: scan) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        for signature in all {
            #expect(signature.values.map(\.bitPattern) == reference.values.map(\.bitPattern))
        }
    }

    @Test func anotherMarkKeepsItsWholeWidth() throws {
        let scan = LandGenerator(barrel: 2, bullet: 7).scan(land: 5, SmallLands.conditions)
        let signature = try Signature(of: scan, .toolmark)
        #expect(signature.width > 2_300)
    }

    @Test func thePublishedChoiceOfCrossCutsIsThere() throws {
        let scan = LandGenerator(barrel: 2, bullet: 7).scan(land: 5, SmallLands.conditions)
        let signature = try Signature(of: scan, SignatureExtraction(crossCuts: .firstStable))
        #expect(signature.finding.stableFrom >= 50)
        #expect(signature.finding.stability > 0.9)
        let consensus = try Signature(of: scan)
        let result = try SignatureComparer().compare(ComparisonProfile(signature), ComparisonProfile(consensus))
        #expect(result.correlation > 0.9)
    }

    @Test(arguments: ShoulderMethod.allCases)
    func everyMethodForShouldersGivesASignature(_ method: ShoulderMethod) throws {
        let scan = LandGenerator(barrel: 6, bullet: 1).scan(land: 4, SmallLands.conditions)
        let signature = try Signature(of: scan, SignatureExtraction(shoulders: method))
        #expect(signature.width > 1_000)
        #expect(signature.confidence.allSatisfy { (0...1).contains($0) })
    }
}

@Suite struct SignatureRefusalTests {
    @Test func scansWithoutAUsableMarkAreRefused() {
        let tiny = SurfaceMap(columns: 1, rows: 1, pitchX: 1, pitchY: 1, repeating: 1)
        let narrow = LandGenerator(barrel: 1, bullet: 1).scan(land: 0, SmallLands.conditions).values
        let empty = SurfaceMap(columns: 300, rows: 100, pitchX: 3, pitchY: 3)
        let strip = SurfaceMap(columns: 20, rows: 20, pitchX: 3, pitchY: 3, values: Array(narrow[1_000..<1_400]))
        for scan in [tiny, empty, strip] {
            let error = #expect(throws: ToolmarksError.self) { try Signature(of: scan) }
            #expect(error?.code == .nothingToCompare)
        }
    }

    @Test func aFlatScanIsRefused() {
        let flat = SurfaceMap(columns: 300, rows: 100, pitchX: 3, pitchY: 3, repeating: 4)
        let error = #expect(throws: ToolmarksError.self) { try Signature(of: flat) }
        #expect(error?.code == .flatSurface)
    }

    @Test func settingsThatMakeNoSenseAreNamed() {
        let scan = SurfaceMap(columns: 300, rows: 100, pitchX: 3, pitchY: 3, repeating: 4)
        for extraction in [
            SignatureExtraction(step: 0), SignatureExtraction(shortCutoff: 300),
            SignatureExtraction(longCutoff: .nan), SignatureExtraction(step: .infinity),
        ] {
            let error = #expect(throws: ToolmarksError.self) { try Signature(of: scan, extraction) }
            #expect(error?.code == .invalidParameter)
        }
    }

    @Test func heightsOfNoiseOrOfExtremeSizeDoNotCrash() {
        var numbers = SeededNumbers(4)
        let noise = (0..<30_000).map { _ in Float(numbers.normal()) }
        for scale: Float in [1e-20, 1, 1e20, 1e38] {
            var values = noise.map { $0 * scale }
            values[77] = .infinity
            let scan = SurfaceMap(columns: 300, rows: 100, pitchX: 3, pitchY: 3, values: values)
            _ = try? Signature(of: scan)
        }
        _ = try? Signature(of: ProfileMap(pitch: 1, values: [.nan]))
        _ = try? Signature(of: ProfileMap(pitch: 1, values: []))
        _ = try? Signature(of: ProfileMap(pitch: 1, values: noise))
    }
}
