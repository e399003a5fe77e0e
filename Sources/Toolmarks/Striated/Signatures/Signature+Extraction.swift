public import Surfaces

extension Signature {
    /// Takes the signature from a scan.
    ///
    /// The striae may run along either axis, at up to 22 degrees to it; of the two, the one along which cross-sections
    /// agree better counts. The scan's round form is taken away, rows are averaged along the striae, shoulders are cut,
    /// waves outside the band are taken away, and the cross-cuts are brought together.
    ///
    /// - Throws: `invalidParameter` for settings that make no sense; `nothingToCompare` when the scan is too small or
    ///   hardly measured; `flatSurface` when every height is the same.
    public init(of scan: SurfaceMap, _ extraction: SignatureExtraction = .land) throws(ToolmarksError) {
        try extraction.check()
        guard scan.columns >= 2, scan.rows >= 2, Self.pitches.contains(scan.pitchX), Self.pitches.contains(scan.pitchY),
            let range = scan.range
        else { throw .noSignature }
        guard range.lowerBound < range.upperBound else {
            throw ToolmarksError(.flatSurface, subject: "scan", advice: "check that heights were exported")
        }
        let (axis, upright) = try Self.upright(scan, step: extraction.step)
        let step = extraction.step
        // A second look with the rows already moved sharpens the direction.
        let moved = CrossCuts.bands(
            of: upright.grid, less: upright.form, slope: upright.direction.slope, step: step
        )
        let direction = StriaeDirection(moved, step: step, known: upright.direction.slope)
        let isSharper =
            direction.coherence > upright.direction.coherence
            && abs(direction.slope - upright.direction.slope) < 0.1
        let slope = isSharper ? direction.slope : upright.direction.slope
        let bands =
            isSharper ? CrossCuts.bands(of: upright.grid, less: upright.form, slope: slope, step: step) : moved
        let land = extraction.shoulders.land(in: bands.medianProfile(), pitch: bands.pitch)
        guard Double(land.count) * bands.pitch >= Self.leastWidth else { throw .noSignature }
        let waves = BandPass.waves(of: bands.cut(to: land), extraction)
        let consensus = CrossCutConsensus(waves, choice: extraction.crossCuts)
        guard consensus.signature.contains(where: { !$0.isNaN }) else { throw .noSignature }
        let margin = (bands.length - upright.grid.columns) / 2
        let height = Double(max(1, upright.grid.rows / bands.count)) * upright.grid.pitchAlong
        self.init(
            pitch: bands.pitch,
            values: consensus.signature,
            confidence: consensus.confidence,
            axis: axis,
            finding: SignatureFinding(
                angle: Self.degrees(slope),
                coherence: max(direction.coherence, upright.direction.coherence),
                stableFrom: Double(consensus.stable.lowerBound) * height,
                stableTo: Double(consensus.stable.upperBound) * height,
                stability: consensus.stability,
                leftShoulder: Double(land.lowerBound - margin) * bands.pitch,
                rightShoulder: Double(land.upperBound - 1 - margin) * bands.pitch,
                scanWidth: Double(upright.grid.columns - 1) * bands.pitch
            )
        )
    }

    /// Takes the signature from a measured profile: its long and its short waves are taken away, and shoulders are cut
    /// where the extraction says so.
    public init(of profile: ProfileMap, _ extraction: SignatureExtraction = .toolmark) throws(ToolmarksError) {
        try extraction.check()
        guard Self.pitches.contains(profile.pitch) else { throw .noSignature }
        var stack = ProfileStack(
            count: 1, length: profile.values.count, pitch: profile.pitch, values: profile.values
        )
        if let form = CurveFit(profile.values, over: profile.values.indices) {
            stack.values = form.residuals(of: profile.values)
        }
        let land = extraction.shoulders.land(in: stack.values, pitch: profile.pitch)
        guard Double(land.count) * profile.pitch >= Self.leastWidth else { throw .noSignature }
        let waves = BandPass.waves(of: stack.cut(to: land), extraction)
        guard waves.values.contains(where: { !$0.isNaN }) else { throw .noSignature }
        self.init(
            pitch: profile.pitch,
            values: waves.values,
            confidence: waves.values.map { $0.isNaN ? 0 : 1 },
            axis: nil,
            finding: SignatureFinding(
                leftShoulder: Double(land.lowerBound) * profile.pitch,
                rightShoulder: Double(land.upperBound - 1) * profile.pitch,
                scanWidth: Double(profile.values.count - 1) * profile.pitch
            )
        )
    }

    /// Narrower marks carry too few striae to compare, micrometres.
    private static let leastWidth = 150.0

    /// Distances between points that a scan of striae can have, micrometres.
    private static let pitches = 0.01...50

    private struct Upright {
        var grid: StriatedGrid
        var form: LandForm?
        var direction: StriaeDirection
    }

    private static func upright(_ scan: SurfaceMap, step: Double) throws(ToolmarksError) -> (StriaeAxis, Upright) {
        let candidates: [(StriaeAxis, Upright)] = [StriaeAxis.y, .x].map { axis in
            let grid = StriatedGrid(scan, striaeAlong: axis)
            let form = LandForm(grid)
            let bands = CrossCuts.bands(of: grid, less: form, slope: 0, step: step)
            return (axis, Upright(grid: grid, form: form, direction: StriaeDirection(bands, step: step)))
        }
        // Lands are scanned wider than long: where the striae say little, the longer axis lies across them.
        let isWide = scan.extentX >= scan.extentY
        func weight(_ axis: StriaeAxis) -> Double { (axis == .y) == isWide ? 1.1 : 1 }
        let best = candidates.max {
            $0.1.direction.coherence * weight($0.0) < $1.1.direction.coherence * weight($1.0)
        }
        guard let best else { throw .noSignature }
        return best
    }

    /// The angle whose tangent is a slope, degrees; a series is exact enough for slopes up to 0.5 and gives the same
    /// bits everywhere.
    private static func degrees(_ slope: Double) -> Double {
        var sum = 0.0
        var power = slope
        for term in 0..<16 {
            sum += (term % 2 == 0 ? power : -power) / Double(2 * term + 1)
            power *= slope * slope
        }
        return sum * 180 / Double.pi
    }
}

extension ToolmarksError {
    /// A scan from which no signature can be taken.
    static var noSignature: ToolmarksError {
        ToolmarksError(
            .nothingToCompare,
            subject: "scan",
            advice: "check that the scan shows striae over at least 0.15 mm"
        )
    }
}
