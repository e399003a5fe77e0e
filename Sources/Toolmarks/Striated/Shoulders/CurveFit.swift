internal import Surfaces

/// A second-degree curve fitted robustly (Tukey's biweight) to a piece of a profile.
struct CurveFit {
    /// The robust standard deviation of the piece from the curve, micrometres.
    let deviation: Float
    private let terms: [Double]
    private let centre: Double
    private let scale: Double

    /// Fits the curve; nil when fewer than ten points hold a value.
    init?(_ profile: [Float], over piece: Range<Int>) {
        let places = piece.filter { !profile[$0].isNaN }
        guard places.count >= 10 else { return nil }
        let centre = Double(piece.lowerBound + piece.upperBound) / 2
        let scale = 2 / Double(piece.count)
        var terms = [0.0, 0, 0]
        var deviation: Float = 0
        var weights = [Double](repeating: 1, count: places.count)
        for round in 0..<10 {
            var system = NormalEquations(terms: 3)
            for (place, weight) in zip(places, weights) where weight > 0 {
                let x = (Double(place) - centre) * scale
                let base = (1.0, x, x * x)
                system.matrix[0] += weight
                system.matrix[3] += weight * base.1
                system.matrix[4] += weight * base.2
                system.matrix[6] += weight * base.2
                system.matrix[7] += weight * base.2 * x
                system.matrix[8] += weight * base.2 * base.2
                let height = weight * Double(profile[place])
                system.right[0] += height
                system.right[1] += height * base.1
                system.right[2] += height * base.2
            }
            terms = system.solve(smallestPivot: 1e-9)
            let residuals = places.map { place in
                let x = (Double(place) - centre) * scale
                return Float(Double(profile[place]) - terms[0] - x * (terms[1] + x * terms[2]))
            }
            deviation = Spread.deviation(residuals) + 1e-6
            for index in weights.indices {
                let size = Double(residuals[index]) / Double(5 * deviation)
                let rest = 1 - size * size
                weights[index] = round < 2 ? 1 / (1 + 25 * size * size) : rest > 0 ? rest * rest : 0
            }
        }
        self.centre = centre
        self.scale = scale
        self.terms = terms
        self.deviation = deviation
    }

    /// A profile less the curve, also beyond the piece it was fitted to.
    func residuals(of profile: [Float]) -> [Float] {
        profile.enumerated().map { place, height in
            let x = (Double(place) - centre) * scale
            return height - Float(terms[0] + x * (terms[1] + x * terms[2]))
        }
    }
}
