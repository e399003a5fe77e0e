/// The sampled Gaussian weighting function of ISO 16610-21 and -61.
///
/// The continuous function exp(-pi (x / (alpha lambda))^2), alpha = sqrt(ln 2 / pi), passes half of the amplitude at the
/// cut-off wavelength lambda; its standard deviation is 0.1874 lambda. Sampled at a pitch that is not small against the
/// cut-off it would pass another part, so the standard deviation is solved for such that the sampled weights pass
/// exactly the wanted part. For cut-offs over five pitches the two agree to four digits.
package struct GaussianKernel: Sendable {
    /// Weights from the centre outwards; the function is symmetric. They do not sum to 1.
    package let half: [Double]
    /// The standard deviation in points.
    package let deviation: Double

    /// Makes the weights for a cut-off.
    ///
    /// - Parameters:
    ///   - cutoff: the wavelength of half transmission, in points; below 2 points (Nyquist) there is no such filter.
    ///   - order: degree of the local polynomial: 0 and 1 share the weights; the second degree needs a wider function.
    ///   - target: transmission wanted at the cut-off; 0.5 unless something else already attenuates.
    package init?(cutoff: Double, order: Int, target: Double = 0.5) {
        guard cutoff.isFinite, cutoff >= 2.02, target > 0.02, target < 0.98 else { return nil }
        let angle = 2 * Double.pi / cutoff
        var low = 0.05 * cutoff
        var high = 0.6 * cutoff
        for _ in 0..<60 {
            let middle = (low + high) / 2
            let weights = Self.weights(deviation: middle, cutoff: cutoff, order: order)
            if Self.transmission(of: weights, angle: angle, order: order) > target {
                low = middle
            } else {
                high = middle
            }
        }
        deviation = (low + high) / 2
        half = Self.weights(deviation: deviation, cutoff: cutoff, order: order)
    }

    /// Points on one side of the centre.
    package var reach: Int { half.count - 1 }

    private static func weights(deviation: Double, cutoff: Double, order: Int) -> [Double] {
        // One cut-off is 5.3 standard deviations for orders 0 and 1, 1.5 cut-offs are 5.1 for order 2.
        let reach = max(1, Int((cutoff * (order == 2 ? 1.5 : 1)).rounded(.up)))
        return (0...reach).map { place in
            let ratio = Double(place) / deviation
            return ExactMath.exponential(-0.5 * ratio * ratio)
        }
    }

    /// The part of a sine wave that the local regression with these weights passes far from any border.
    private static func transmission(of half: [Double], angle: Double, order: Int) -> Double {
        var moment = (zero: half[0], two: 0.0, four: 0.0)
        var wave = (zero: half[0], two: 0.0)
        for place in half.indices.dropFirst() {
            let square = Double(place * place)
            let weight = 2 * half[place]
            let cosine = ExactMath.cosine(angle * Double(place))
            moment.zero += weight
            moment.two += weight * square
            moment.four += weight * square * square
            wave.zero += weight * cosine
            wave.two += weight * square * cosine
        }
        guard order == 2 else { return wave.zero / moment.zero }
        let scale = moment.zero * moment.four - moment.two * moment.two
        return scale > 0 ? (moment.four * wave.zero - moment.two * wave.two) / scale : wave.zero / moment.zero
    }
}
