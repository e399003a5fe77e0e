/// How the values of a surface are spread, in the unit of the map; all 0 where none was measured.
public struct ValueSpread: Sendable, Hashable {
    /// The mean.
    public private(set) var mean = 0.0
    /// The standard deviation.
    public private(set) var deviation = 0.0
    /// The value that one of a hundred lies below.
    public private(set) var low = 0.0
    /// The value that one of a hundred lies above.
    public private(set) var high = 0.0

    /// Looks at every measured point.
    public init(of map: SurfaceMap) {
        var values: [Float] = []
        values.reserveCapacity(map.count)
        var sum = 0.0
        for value in map.values where !value.isNaN {
            values.append(value)
            sum += Double(value)
        }
        guard !values.isEmpty else { return }
        mean = sum / Double(values.count)
        var squares = 0.0
        for value in values { squares += (Double(value) - mean) * (Double(value) - mean) }
        deviation = (squares / Double(values.count)).squareRoot()
        values.sort()
        low = Double(values[values.count / 100])
        high = Double(values[values.count - 1 - values.count / 100])
    }
}
