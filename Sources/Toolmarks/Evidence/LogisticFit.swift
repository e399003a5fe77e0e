/// A straight line from scores to natural logarithms of likelihood ratios.
///
/// Logistic regression with both kinds of pairs weighed alike, so that the line gives the likelihood ratio and not the
/// posterior odds of the set's own mixture (Bruemmer, du Preez 2006, doi:10.1016/j.csl.2005.08.001; Morrison 2013,
/// doi:10.1080/00450618.2012.733025). The targets are Platt's (1999), (n + 1) / (n + 2) in place of 1: where the kinds do
/// not overlap a plain fit would grow without end, and a set of n matching pairs cannot carry that.
struct LogisticFit: Hashable, Sendable, Codable {
    let intercept: Double
    let slope: Double

    /// The natural logarithm of the likelihood ratio.
    func value(_ score: Double) -> Double { intercept + slope * score }

    /// Fits by Newton's method. Without a rising relation the line is flat at 0: the score says nothing.
    init(_ scores: [WeightedScore]) {
        let (matching, other) = (scores.weight(matching: true), scores.weight(matching: false))
        let total = matching + other
        guard matching > 0, other > 0 else {
            (intercept, slope) = (0, 0)
            return
        }
        let mean = scores.reduce(0) { $0 + $1.weight * $1.score } / total
        let spread = scores.reduce(0) { $0 + $1.weight * ($1.score - mean) * ($1.score - mean) } / total
        guard spread > 0 else {
            (intercept, slope) = (0, 0)
            return
        }
        let scale = spread.squareRoot()
        var line = (a: 0.0, b: 0.0)
        let problem = LogisticProblem(scores: scores, mean: mean, scale: scale, matching: matching, other: other)
        var cost = problem.cost(line)
        for _ in 0..<100 {
            let step = problem.newtonStep(line)
            var share = 1.0
            var next = line
            var nextCost = cost
            repeat {
                next = (line.a - share * step.a, line.b - share * step.b)
                nextCost = problem.cost(next)
                share /= 2
            } while nextCost > cost && share > 1e-6
            guard nextCost <= cost else { break }
            let change = max(abs(next.a - line.a), abs(next.b - line.b))
            (line, cost) = (next, nextCost)
            if change < 1e-10 { break }
        }
        guard line.b > 0 else {
            (intercept, slope) = (0, 0)
            return
        }
        slope = line.b / scale
        intercept = line.a - line.b * mean / scale
    }
}

/// The cost that the line keeps small, over scores brought to mean 0 and deviation 1.
private struct LogisticProblem {
    private let terms: [(x: Double, target: Double, weight: Double)]
    /// A trace of ridge keeps the step finite on degenerate data.
    private let ridge = 1e-9

    init(scores: [WeightedScore], mean: Double, scale: Double, matching: Double, other: Double) {
        terms = scores.filter { $0.weight > 0 }.map {
            (
                x: ($0.score - mean) / scale,
                target: $0.isMatch ? (matching + 1) / (matching + 2) : 1 / (other + 2),
                weight: $0.weight * 0.5 / ($0.isMatch ? matching : other)
            )
        }
    }

    func cost(_ line: (a: Double, b: Double)) -> Double {
        var sum = ridge * line.b * line.b / 2
        for term in terms {
            let z = line.a + line.b * term.x
            sum += term.weight * (ExactMath.softplus(z) - term.target * z)
        }
        return sum
    }

    func newtonStep(_ line: (a: Double, b: Double)) -> (a: Double, b: Double) {
        var (ga, gb) = (0.0, ridge * line.b)
        var (aa, ab, bb) = (ridge, 0.0, ridge)
        for term in terms {
            let p = ExactMath.logistic(line.a + line.b * term.x)
            let gradient = term.weight * (p - term.target)
            let bend = term.weight * p * (1 - p)
            ga += gradient
            gb += gradient * term.x
            aa += bend
            ab += bend * term.x
            bb += bend * term.x * term.x
        }
        let determinant = aa * bb - ab * ab
        guard determinant > 0 else { return (ga, gb) }
        return ((bb * ga - ab * gb) / determinant, (aa * gb - ab * ga) / determinant)
    }
}
