internal import Surfaces

/// The long waves of profiles by Gaussian regression over the points that hold a value (ISO 16610-21, -31).
///
/// Points without a value never count as zero. For cut-offs over many points the sums are made of blocks of points and
/// the result runs straight from block to block; that changes the transmission by less than a hundredth.
struct ProfileSmoother {
    /// Degree of the local polynomial: 0 is the plain Gaussian filter, 1 follows a slope up to the end.
    let order: Int
    private let block: Int
    private let half: [Float]
    private let moment: [Float]
    private let square: [Float]
    private let least: Float

    /// A smoother for a cut-off wavelength and a pitch, both in micrometres; nil when the points are too far apart for
    /// such waves.
    init?(cutoff: Double, pitch: Double, order: Int = 0) {
        block = max(1, Int(cutoff / pitch / 24))
        guard let kernel = GaussianKernel(cutoff: cutoff / pitch / Double(block), order: 0) else { return nil }
        self.order = order
        half = kernel.half.map(Float.init)
        moment = kernel.half.enumerated().map { Float(Double($0) / kernel.deviation * $1) }
        square = kernel.half.enumerated().map { place, weight in
            let distance = Double(place) / kernel.deviation
            return Float(distance * distance * weight)
        }
        let total = 2 * half.reduce(0, +) - half[0]
        least = 0.05 * total * Float(block)
    }

    /// The long waves of every profile, NaN where hardly a value is near.
    func smooth(_ stack: ProfileStack) -> ProfileStack {
        var result = stack
        for profile in 0..<stack.count {
            let smooth = smooth(Array(stack.values[stack.range(profile)]))
            result.values.replaceSubrange(stack.range(profile), with: smooth)
        }
        return result
    }

    /// The long waves of one profile, NaN where hardly a value is near.
    func smooth(_ values: [Float]) -> [Float] {
        let blocks = (values.count + block - 1) / block
        let reach = half.count - 1
        var sums = [Float](repeating: 0, count: blocks + 2 * reach)
        var present = sums
        for place in 0..<blocks {
            var sum: Float = 0
            var points: Float = 0
            for point in place * block..<min((place + 1) * block, values.count) where !values[point].isNaN {
                sum += values[point]
                points += 1
            }
            sums[place + reach] = sum
            present[place + reach] = points
        }
        let zero = (convolve(sums, half, 1, blocks), convolve(present, half, 1, blocks))
        var smooth = [Float](repeating: .nan, count: blocks)
        if order == 0 {
            for place in 0..<blocks where zero.1[place] > least { smooth[place] = zero.0[place] / zero.1[place] }
        } else {
            let one = (convolve(sums, moment, -1, blocks), convolve(present, moment, -1, blocks))
            let two = convolve(present, square, 1, blocks)
            for place in 0..<blocks where zero.1[place] > least {
                let determinant = zero.1[place] * two[place] - one.1[place] * one.1[place]
                smooth[place] =
                    determinant > 0.02 * zero.1[place] * zero.1[place]
                    ? (two[place] * zero.0[place] - one.1[place] * one.0[place]) / determinant
                    : zero.0[place] / zero.1[place]
            }
        }
        return block == 1 ? smooth : spread(smooth, over: values.count)
    }

    /// Sums in a fixed order, several outputs at a time, so that the width of the registers changes nothing.
    private func convolve(_ line: [Float], _ weights: [Float], _ sign: Float, _ count: Int) -> [Float] {
        let reach = weights.count - 1
        var result = [Float](repeating: 0, count: count)
        unsafe line.withUnsafeBufferPointer { line in
            unsafe result.withUnsafeMutableBufferPointer { result in
                for place in 0..<count { unsafe result[place] = weights[0] * line[place + reach] }
                for distance in stride(from: 1, through: reach, by: 1) {
                    let weight = weights[distance]
                    for place in 0..<count {
                        unsafe result[place] +=
                            weight * (line[place + reach + distance] + sign * line[place + reach - distance])
                    }
                }
            }
        }
        return result
    }

    /// Straight lines between the centres of the blocks.
    private func spread(_ coarse: [Float], over count: Int) -> [Float] {
        let scale = 1 / Float(block)
        return (0..<count).map { point in
            let position = (Float(point) + 0.5) * scale - 0.5
            let before = min(max(Int(position.rounded(.down)), 0), coarse.count - 1)
            let after = min(before + 1, coarse.count - 1)
            let part = min(max(position - Float(before), 0), 1)
            if coarse[before].isNaN { return coarse[after] }
            if coarse[after].isNaN { return coarse[before] }
            return coarse[before] + part * (coarse[after] - coarse[before])
        }
    }
}
