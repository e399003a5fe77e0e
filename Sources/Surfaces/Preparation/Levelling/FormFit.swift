/// Fits a form to the valid points of a map.
///
/// Robust fits start with median regression (least absolute residuals, by reweighting), which stands up to almost half
/// of the points being outliers, and end with Tukey's biweight, which is nearly as precise as least squares on good
/// points (Huber, Ronchetti 2009, doi:10.1002/9780470434697). Large maps are fitted on an even, fixed selection of
/// points.
struct FormFit {
    var form: Levelling.Form
    var robust: Bool

    /// Points that take part in the fit, for each term of the form.
    private static let pointsPerTerm = 1_000
    private static let leastPoints = 10_000

    /// - Throws: `noValidPoints` when there are fewer valid points than the form has terms.
    func fit(_ map: SurfaceMap) throws(SurfacesError) -> FittedForm {
        var surface = FittedForm(form: form, map: map)
        var sample = Sample(map, limit: max(Self.leastPoints, surface.terms * Self.pointsPerTerm))
        guard sample.values.count >= surface.terms else {
            throw SurfacesError(
                code: .noValidPoints,
                place: "level",
                detail: "\(sample.values.count) valid points are too few for a form of \(surface.terms) terms. "
                    + "Use a simpler form or a larger mask."
            )
        }
        surface.shift = sample.median
        var weights = [Double](repeating: 1, count: sample.values.count)
        // The terms of a sphere depend on its height and settle within a few rounds.
        for _ in 0..<(form == .sphere ? 5 : 1) { solve(&surface, &sample, weights) }
        if robust {
            reweigh(&surface, &sample, &weights, rounds: 25, until: 0.01) { 1 / max($0, 0.1) }
            reweigh(&surface, &sample, &weights, rounds: 20, until: 1e-6) {
                let ratio = $0 / 4.685
                return ratio < 1 ? (1 - ratio * ratio) * (1 - ratio * ratio) : 0
            }
        }
        surface.scatter = spread(residuals(surface, sample))
        return surface
    }

    /// Fits again and again with weights that depend on the distance from the form, in standard deviations, until the
    /// form moves by less than a part of one.
    private func reweigh(
        _ surface: inout FittedForm,
        _ sample: inout Sample,
        _ weights: inout [Double],
        rounds: Int,
        until settled: Double,
        weight: (Double) -> Double
    ) {
        for _ in 0..<rounds {
            let residuals = residuals(surface, sample)
            let scatter = spread(residuals)
            guard scatter > 1e-9 else { return }
            for place in residuals.indices { weights[place] = weight(abs(residuals[place]) / scatter) }
            let before = surface.coefficients
            solve(&surface, &sample, weights)
            let change = zip(before, surface.coefficients).reduce(0) { max($0, abs($1.0 - $1.1)) }
            if change < settled * scatter { return }
        }
    }

    private func solve(_ surface: inout FittedForm, _ sample: inout Sample, _ weights: [Double]) {
        let terms = surface.terms
        if sample.basis.isEmpty || form == .sphere { sample.fillBasis(of: surface) }
        var equations = NormalEquations(terms: terms)
        for place in sample.values.indices where weights[place] > 0 {
            let value = sample.values[place] - surface.shift
            let base = place * terms
            for row in 0..<terms {
                let weighted = weights[place] * sample.basis[base + row]
                for column in 0...row {
                    equations.matrix[row * terms + column] += weighted * sample.basis[base + column]
                }
                equations.right[row] += weighted * value
            }
        }
        surface.coefficients = equations.solve(smallestPivot: 1e-9)
    }

    private func residuals(_ surface: FittedForm, _ sample: Sample) -> [Double] {
        if form == .sphere {
            return sample.values.indices.map {
                sample.values[$0] - surface.height(column: sample.columns[$0], row: sample.rows[$0])
            }
        }
        let terms = surface.terms
        return sample.values.indices.map { place in
            var height = surface.shift
            for term in 0..<terms { height += surface.coefficients[term] * sample.basis[place * terms + term] }
            return sample.values[place] - height
        }
    }

    private func spread(_ residuals: [Double]) -> Double {
        Double(Median.deviation(ofResiduals: residuals.map(Float.init)) ?? 0)
    }

    /// An even selection of the valid points: every n-th point of every n-th row.
    private struct Sample {
        var columns: [Int] = []
        var rows: [Int] = []
        var values: [Double] = []
        var median: Double
        /// The terms of the form at every point, one point after the other.
        var basis: [Double] = []

        init(_ map: SurfaceMap, limit: Int) {
            let valid = map.validCount
            var step = 1
            while valid / (step * step) > limit { step += 1 }
            var chosen: [Float] = []
            for row in stride(from: step / 2, to: map.rows, by: step) {
                for column in stride(from: step / 2, to: map.columns, by: step) {
                    let value = map.values[row * map.columns + column]
                    guard !value.isNaN else { continue }
                    columns.append(column)
                    rows.append(row)
                    chosen.append(value)
                }
            }
            values = chosen.map(Double.init)
            median = Double(Median.of(chosen) ?? 0)
        }

        mutating func fillBasis(of surface: FittedForm) {
            basis = []
            basis.reserveCapacity(values.count * surface.terms)
            for place in values.indices { surface.appendBasis(to: &basis, columns[place], rows[place]) }
        }
    }
}
