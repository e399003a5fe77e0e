internal import Surfaces

/// Finds a land by growing outwards from its middle.
///
/// A robust second-degree curve through what is land so far tells what height to expect next. Points that leave the
/// curve for longer than a scratch end the growth, unless the profile soon comes back to the curve (a damaged place) and
/// did not rise high before (a shoulder). The curve is then fitted anew to the larger piece.
struct LandGrowth {
    /// The points of the land.
    private(set) var land: Range<Int>

    private let profile: [Float]
    private let smooth: [Float]
    private let pitch: Double
    private let measured: Range<Int>

    init(_ profile: [Float], pitch: Double, measured: Range<Int>) {
        self.profile = profile
        self.pitch = pitch
        self.measured = measured
        var lightly = ProfileSmoother(cutoff: 15, pitch: pitch)?.smooth(profile) ?? profile
        for place in lightly.indices where profile[place].isNaN { lightly[place] = .nan }
        smooth = lightly
        let middle = (measured.lowerBound + measured.upperBound) / 2
        let half = measured.count / 2
        land = middle - half / 2..<middle + half / 2
        guard half >= 8 else {
            land = measured
            return
        }
        var residuals = smooth
        for _ in 0..<6 {
            guard let curve = CurveFit(profile, over: land) else { return }
            residuals = curve.residuals(of: smooth)
            let limit = min(max(6 * curve.deviation, 5), 9)
            let start = Int(0.3 * Double(half))
            let left = grow(from: middle - start, by: -1, residuals, limit)
            let right = grow(from: middle + start, by: 1, residuals, limit)
            guard left < right else { return }
            let grown = left..<right + 1
            if grown == land { break }
            land = grown
        }
        let foot = ProfileSmoother(cutoff: 25, pitch: pitch)?.smooth(residuals) ?? residuals
        let left = descend(from: land.lowerBound, by: 1, foot)
        let right = descend(from: land.upperBound - 1, by: -1, foot)
        if left < right { land = left..<right + 1 }
    }

    /// The last point that belongs to the land in one direction.
    private func grow(from start: Int, by step: Int, _ residuals: [Float], _ limit: Float) -> Int {
        let patience = max(3, Int((40 / pitch).rounded()))
        var last = start
        var place = start
        while measured.contains(place) {
            if isLand(residuals[place], limit) {
                last = place
            } else if abs(place - last) >= patience {
                guard let resumed = resumption(from: place, by: step, last: last, residuals, limit) else { return last }
                place = resumed
                last = resumed
            }
            place += step
        }
        return last
    }

    private func isLand(_ residual: Float, _ limit: Float) -> Bool { residual < limit && residual > -4 * limit }

    /// Where the land goes on behind a damaged place; nil at a shoulder.
    private func resumption(from place: Int, by step: Int, last: Int, _ residuals: [Float], _ limit: Float) -> Int? {
        let shoulder: Float = 10
        for point in stride(from: last, through: place, by: step) where residuals[point] > limit + shoulder {
            return nil
        }
        let ahead = Int((200 / pitch).rounded())
        let needed = max(2, Int((150 / pitch).rounded()))
        for distance in stride(from: 0, through: ahead, by: max(1, needed / 8)) {
            let near = place + step * distance
            let far = near + step * (needed - 1)
            guard measured.contains(near), measured.contains(far) else { return nil }
            let good = (min(near, far)...max(near, far)).count { isLand(residuals[$0], limit) }
            if Double(good) > 0.9 * Double(needed) { return near }
        }
        return nil
    }

    /// Inwards from a border while the profile still falls steeply towards the land.
    private func descend(from start: Int, by step: Int, _ foot: [Float]) -> Int {
        let steep = Float(0.04 * pitch)
        var place = start
        for _ in 0..<Int(120 / pitch) {
            let next = place + step
            guard measured.contains(next) else { break }
            let falls = foot[place].isNaN || foot[next].isNaN || foot[place] - foot[next] > steep
            guard falls else { break }
            place = next
        }
        return place
    }
}
