/// Bringing a surface to another distance between points.
///
/// The first point stays where it is. A new point takes its value from the valid ones around it, and is missing when
/// those make up less than half of the weight.
public struct Resampling: Sendable, Hashable, Codable {
    /// How the old points are weighted.
    public enum Method: Sendable, Hashable, Codable {
        /// Cubic convolution, widened when the new pitch is the larger one so that shorter waves do not fold back.
        case smooth
        /// The mean over the area that belongs to the new point; where the new pitch is the smaller one, over the area
        /// of an old point.
        case area
    }

    /// The new distance between points along both axes, micrometres.
    public var pitch: Double
    /// How the old points are weighted.
    public var method: Method

    /// A resampling to a pitch in micrometres.
    public init(pitch: Double, method: Method = .smooth) {
        self.pitch = pitch
        self.method = method
    }
}

extension Resampling: PreparationOperation {
    /// More points than this are never made, so that a mistyped pitch does not fill the memory.
    private static let greatestCount = 100_000_000.0

    func check() throws(SurfacesError) {
        guard pitch > 0, pitch.isFinite else {
            throw .setting("resample", "The pitch \(pitch) is no distance. Give micrometres above zero.")
        }
    }

    func run(on state: inout PreparationState, notes: inout StepNotes) throws(SurfacesError) {
        let map = state.map
        notes.add("old-pitch-x", map.pitchX, "um")
        notes.add("old-pitch-y", map.pitchY, "um")
        let same = { (old: Double) in abs(old - pitch) <= 1e-6 * pitch }
        if same(map.pitchX) && same(map.pitchY) { return }
        guard (map.extentX / pitch + 1) * (map.extentY / pitch + 1) <= Self.greatestCount else {
            throw .setting("resample", "A pitch of \(pitch) micrometres makes more points than fit in memory.")
        }
        let across = AxisWeights(count: map.columns, oldPitch: map.pitchX, newPitch: pitch, method: method)
        let along = AxisWeights(count: map.rows, oldPitch: map.pitchY, newPitch: pitch, method: method)
        var values = [Float](repeating: .nan, count: across.count * along.count)
        let filled = map.values.map { $0.isNaN ? 0 : $0 }
        let present: [Float] = map.values.map { $0.isNaN ? 0 : 1 }
        var sumLine = [Float](repeating: 0, count: map.columns)
        var weightLine = [Float](repeating: 0, count: map.columns)
        for row in 0..<along.count {
            for column in 0..<map.columns {
                sumLine[column] = 0
                weightLine[column] = 0
            }
            for place in along.range(row) {
                let weight = along.weights[place]
                let base = along.places[place] * map.columns
                for column in 0..<map.columns {
                    sumLine[column] += weight * filled[base + column]
                    weightLine[column] += weight * present[base + column]
                }
            }
            for column in 0..<across.count {
                var sum: Float = 0
                var weight: Float = 0
                for place in across.range(column) {
                    sum += across.weights[place] * sumLine[across.places[place]]
                    weight += across.weights[place] * weightLine[across.places[place]]
                }
                if weight >= 0.5 { values[row * across.count + column] = sum / weight }
            }
        }
        state.map = SurfaceMap(
            columns: across.count,
            rows: along.count,
            pitchX: pitch,
            pitchY: pitch,
            kind: map.kind,
            values: values
        )
    }
}

/// For every new point along one axis, the old points that make it and their weights, which sum to 1.
private struct AxisWeights {
    var places: [Int] = []
    var weights: [Float] = []
    private var starts: [Int] = [0]

    var count: Int { starts.count - 1 }

    func range(_ point: Int) -> Range<Int> { starts[point]..<starts[point + 1] }

    init(count: Int, oldPitch: Double, newPitch: Double, method: Resampling.Method) {
        let newCount = Int((Double(count - 1) * oldPitch / newPitch + 1e-9).rounded(.down)) + 1
        let width = max(1, newPitch / oldPitch)
        let reach = method == .smooth ? 2 * width : width / 2 + 0.5
        for point in 0..<newCount {
            let centre = Double(point) * newPitch / oldPitch
            let first = max(0, Int((centre - reach).rounded(.up)))
            let last = min(count - 1, Int((centre + reach).rounded(.down)))
            var row: [(Int, Double)] = []
            for place in first...max(first, last) {
                let distance = abs(Double(place) - centre)
                let weight = method == .smooth ? Self.cubic(distance / width) : Self.overlap(distance, width)
                if weight != 0 { row.append((place, weight)) }
            }
            let total = row.reduce(0) { $0 + $1.1 }
            for (place, weight) in row {
                places.append(place)
                weights.append(Float(weight / total))
            }
            starts.append(places.count)
        }
    }

    /// Keys' function with a = -1/2.
    private static func cubic(_ distance: Double) -> Double {
        if distance < 1 { return (1.5 * distance - 2.5) * distance * distance + 1 }
        if distance < 2 { return ((-0.5 * distance + 2.5) * distance - 4) * distance + 2 }
        return 0
    }

    /// The common length of an old point's cell, 1 wide, and the area of the new one.
    private static func overlap(_ distance: Double, _ width: Double) -> Double {
        max(0, min(1, width / 2 + 0.5 - distance))
    }
}
