/// Finds a land by the minima at the feet of its shoulders.
enum LandMinima {
    /// Between the lowest points that follow the first maximum in the outer quarter of each side.
    static func land(in profile: [Float], pitch: Double, measured: Range<Int>) -> Range<Int> {
        let once = ProfileSmoother(cutoff: 60, pitch: pitch)?.smooth(profile) ?? profile
        let twice = ProfileSmoother(cutoff: 60, pitch: pitch)?.smooth(once) ?? once
        let quarter = measured.count / 4
        guard quarter > 2 else { return measured }
        let left = foot(twice, from: measured.lowerBound, by: 1, within: quarter)
        let right = foot(twice, from: measured.upperBound - 1, by: -1, within: quarter)
        return left < right ? left..<right + 1 : measured
    }

    private static func foot(_ heights: [Float], from end: Int, by step: Int, within reach: Int) -> Int {
        var top = end
        for distance in 0..<reach where heights[end + step * distance] > heights[top] || heights[top].isNaN {
            top = end + step * distance
        }
        var lowest = top
        let remaining = reach - abs(top - end)
        for distance in stride(from: 1, to: remaining, by: 1) {
            let place = top + step * distance
            if heights[place] < heights[lowest] || heights[lowest].isNaN { lowest = place }
        }
        return lowest
    }
}
