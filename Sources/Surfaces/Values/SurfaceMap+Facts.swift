extension SurfaceMap {
    /// The number of points, valid or not.
    public var count: Int { values.count }

    /// The number of points that hold a value.
    public var validCount: Int {
        var count = 0
        for value in values where !value.isNaN { count += 1 }
        return count
    }

    /// The part of the points that holds a value, 0...1.
    public var validFraction: Double { Double(validCount) / Double(count) }

    /// The smallest and largest value; nil when no point holds one.
    public var range: ClosedRange<Float>? {
        var lowest = Float.infinity
        var highest = -Float.infinity
        for value in values where !value.isNaN {
            lowest = min(lowest, value)
            highest = max(highest, value)
        }
        return lowest <= highest ? lowest...highest : nil
    }

    /// The distance between the centres of the first and the last column, micrometres.
    public var extentX: Double { Double(columns - 1) * pitchX }

    /// The distance between the centres of the first and the last row, micrometres.
    public var extentY: Double { Double(rows - 1) * pitchY }
}
