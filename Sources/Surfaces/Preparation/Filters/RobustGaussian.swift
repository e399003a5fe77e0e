/// The robust Gaussian regression filter (ISO 16610-31; Brinkmann, Bodschwinna 2001; areal form as in ISO 16610-71).
///
/// Points far from the long waves lose their weight step by step (Tukey's biweight), so that pits, dust and the border
/// of the mark do not pull the long waves towards themselves.
enum RobustGaussian {
    /// The long waves at every point, and how many rounds it took.
    static func smooth(
        _ values: [Float],
        with smoother: GaussianSmoother,
        greatestRounds: Int = 10
    ) -> (values: [Float], rounds: Int) {
        var smooth = smoother.smooth(values)
        var previous: Float = 0
        for round in 1...greatestRounds {
            var residuals = [Float](repeating: .nan, count: values.count)
            for place in values.indices { residuals[place] = values[place] - smooth[place] }
            // 4.4478 times the median of the absolute residuals is three standard deviations.
            let limit = 4.4478 * (Median.of(residuals.map { abs($0) }) ?? 0)
            guard limit > 0 else { return (smooth, round) }
            if abs(limit - previous) < 0.05 * limit { return (smooth, round) }
            previous = limit
            var weights = [Float](repeating: 0, count: values.count)
            for place in residuals.indices {
                let ratio = residuals[place] / limit
                let rest = 1 - ratio * ratio
                weights[place] = rest > 0 ? rest * rest : 0
            }
            smooth = smoother.smooth(values, weights: weights)
        }
        return (smooth, greatestRounds)
    }
}
