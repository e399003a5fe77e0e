/// Finds a land by the strong bends at the feet of its shoulders.
enum LandBends {
    /// Between the innermost change points of the second difference: bends upwards far beyond those of the middle.
    static func land(in profile: [Float], pitch: Double, measured: Range<Int>) -> Range<Int> {
        let smooth = ProfileSmoother(cutoff: 60, pitch: pitch)?.smooth(profile) ?? profile
        let reach = max(1, Int((30 / pitch).rounded()))
        guard measured.count > 8 * reach else { return measured }
        var bends = [Float](repeating: .nan, count: profile.count)
        for place in measured.lowerBound + reach..<measured.upperBound - reach {
            bends[place] = smooth[place - reach] - 2 * smooth[place] + smooth[place + reach]
        }
        let middle = (measured.lowerBound + measured.upperBound) / 2
        let half = measured.count / 2
        let limit = 8 * Spread.deviation(bends[middle - half / 2..<middle + half / 2])
        func border(_ step: Int) -> Int {
            var place = middle + step * half / 2
            while measured.contains(place + step * reach) {
                if bends[place] > limit { return place }
                place += step
            }
            return place
        }
        let (left, right) = (border(-1), border(1))
        return left < right ? left..<right + 1 : measured
    }
}
