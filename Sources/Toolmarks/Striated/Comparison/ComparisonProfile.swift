/// A signature made ready for comparison: one pitch for all instruments, one band of waves, striae found.
///
/// The pitch is a twelfth of half a segment of the published 78 micrometres, so that segments of all lengths begin and end
/// at points.
public struct ComparisonProfile: Sendable {
    /// The signature it was made from.
    public let signature: Signature
    /// Peaks and valleys in their order.
    public let striae: [Stria]

    /// Distance between points, micrometres.
    static let pitch = 78.125 / 24
    /// Waves shorter than this are left out of the comparison, micrometres: many instruments do not resolve them.
    private static let shortCutoff = 12.0
    /// Where the fine waves end, micrometres.
    private static let fineCutoff = 70.0

    /// Its points.
    let line: ProfileLine
    /// How far each point counts where a confidence is asked for.
    let weights: [Float]
    /// For windows of 2 to 8 half segments at every place; see `SegmentVoting`.
    let windows: [WindowMoments]
    /// Micrometres in one unit of `values`.
    let unit: Float

    /// Heights in robust standard deviations less their mean, cut at three; 0 where missing.
    var values: [Float] { line.values }
    /// 1 where there is a value, else 0.
    var mask: [Float] { line.mask }
    /// Points of the profile.
    var count: Int { line.values.count }

    /// Makes a signature ready.
    ///
    /// `stretch` brings the lateral scale of one instrument to that of another: 1.01 makes everything one per cent wider.
    public init(_ signature: Signature, stretch: Double = 1) throws(ToolmarksError) {
        self.signature = signature
        let pitch = signature.pitch * stretch
        var heights = signature.values
        if let smoother = ProfileSmoother(cutoff: Self.shortCutoff, pitch: pitch) {
            let smooth = smoother.smooth(heights)
            for place in heights.indices where !heights[place].isNaN { heights[place] = smooth[place] }
        }
        let placed = Self.resampled(heights, from: pitch, limit: 40)
        let confidence = Self.resampled(signature.confidence, from: pitch, limit: 40)
        unit = Spread.deviation(placed)
        guard placed.count >= 36, unit > 0 else { throw .noSignature }
        let present = placed.map { $0.isNaN ? Float(0) : 1 }
        var scaled = [Float](repeating: 0, count: placed.count)
        for place in placed.indices where present[place] > 0 {
            scaled[place] = min(max(placed[place] / unit, -3), 3)
        }
        let mean = scaled.reduce(0, +) / max(1, present.reduce(0, +))
        for place in scaled.indices where present[place] > 0 { scaled[place] -= mean }
        var short = zip(scaled, present).map { $1 > 0 ? $0 : Float.nan }
        let long = ProfileSmoother(cutoff: Self.fineCutoff, pitch: Self.pitch)?.smooth(short) ?? short
        striae = StriaFinder.striae(of: short, pitch: Self.pitch, unit: unit)
        for place in short.indices { short[place] = present[place] > 0 ? short[place] - long[place] : 0 }
        let line = ProfileLine(values: scaled, fine: short, mask: present)
        self.line = line
        weights = zip(confidence, present).map { $1 > 0 && !$0.isNaN ? max(0.02, min(1, $0)) : 0 }
        windows = (0...8).map { pieces in
            WindowMoments(line.sums, count: scaled.count, length: pieces < 2 ? 0 : pieces * SegmentVoting.half)
        }
    }

    /// Straight lines between the points; a gap of up to `limit` micrometres is bridged.
    private static func resampled(_ values: [Float], from pitch: Double, limit: Double) -> [Float] {
        var before = [Int](repeating: -1, count: values.count)
        var after = before
        var last = -1
        for place in values.indices {
            if !values[place].isNaN { last = place }
            before[place] = last
        }
        last = -1
        for place in values.indices.reversed() {
            if !values[place].isNaN { last = place }
            after[place] = last
        }
        let count = Int(Double(values.count - 1) * pitch / Self.pitch + 1e-9) + 1
        return (0..<max(0, count)).map { point in
            let position = Double(point) * Self.pitch / pitch
            let place = min(Int(position), values.count - 1)
            let (low, high) = (before[place], after[min(place + 1, values.count - 1)])
            guard low >= 0, high >= 0 else { return .nan }
            if high <= low { return values[low] }
            guard high - low == 1 || Double(high - low) * pitch <= limit else { return .nan }
            let part = Float((position - Double(low)) / Double(high - low))
            return values[low] + part * (values[high] - values[low])
        }
    }
}
