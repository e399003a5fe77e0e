/// Profiles of equal length that lie next to each other along the striae, NaN where missing.
struct ProfileStack {
    /// How many profiles.
    let count: Int
    /// Points of a profile.
    let length: Int
    /// Distance between points, micrometres.
    let pitch: Double
    /// The profiles one after the other.
    var values: [Float]

    /// Puts a stack together from `count * length` values.
    init(count: Int, length: Int, pitch: Double, values: [Float]) {
        precondition(values.count == count * length, "a stack holds whole profiles")
        self.count = count
        self.length = length
        self.pitch = pitch
        self.values = values
    }

    /// The places of one profile's values.
    func range(_ profile: Int) -> Range<Int> { profile * length..<(profile + 1) * length }

    /// The same profiles between two points.
    func cut(to part: Range<Int>) -> ProfileStack {
        var kept: [Float] = []
        kept.reserveCapacity(count * part.count)
        for profile in 0..<count {
            kept += values[profile * length + part.lowerBound..<profile * length + part.upperBound]
        }
        return ProfileStack(count: count, length: part.count, pitch: pitch, values: kept)
    }

    /// The means of so many neighbouring points; a mean needs half of them.
    func thinned(by factor: Int) -> ProfileStack {
        guard factor > 1, length >= factor else { return self }
        let shorter = length / factor
        var means = [Float](repeating: .nan, count: count * shorter)
        for profile in 0..<count {
            for place in 0..<shorter {
                var sum: Float = 0
                var present = 0
                let start = profile * length + place * factor
                for point in start..<start + factor where !values[point].isNaN {
                    sum += values[point]
                    present += 1
                }
                if 2 * present >= factor { means[profile * shorter + place] = sum / Float(present) }
            }
        }
        return ProfileStack(count: count, length: shorter, pitch: pitch * Double(factor), values: means)
    }

    /// The part of the points of one profile that hold a value, 0...1.
    func presence(_ profile: Int) -> Double {
        var present = 0
        for place in range(profile) where !values[place].isNaN { present += 1 }
        return Double(present) / Double(length)
    }

    /// At every point the median over the profiles, NaN where less than a part of them holds a value.
    func medianProfile(ofAtLeast part: Double = 0.25) -> [Float] {
        var column: [Float] = []
        column.reserveCapacity(count)
        return (0..<length).map { place in
            column.removeAll(keepingCapacity: true)
            for profile in 0..<count {
                let value = values[profile * length + place]
                if !value.isNaN { column.append(value) }
            }
            return Double(column.count) >= part * Double(count) ? Spread.median(&column) ?? .nan : .nan
        }
    }
}
