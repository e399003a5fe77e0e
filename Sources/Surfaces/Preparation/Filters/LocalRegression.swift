/// Local polynomials of the first or second degree at every point of a grid, all by separable sums.
///
/// The moments of the weights and of the values that the normal equations need are convolutions with the Gaussian
/// times powers of the distance, so the cost does not depend on the number of neighbours squared.
struct LocalRegression {
    let order: Int
    let kernelX: GaussianKernel
    let kernelY: GaussianKernel
    let columns: Int
    let rows: Int

    /// Powers of x and y of the terms; the first ones belong to the lower degrees.
    private static let powers: [(x: Int, y: Int)] = [(0, 0), (1, 0), (0, 1), (2, 0), (1, 1), (0, 2)]

    /// The value of the fitted polynomial at every point; 0 where nothing is near.
    ///
    /// - Parameters:
    ///   - sums: weight times value at every point.
    ///   - totals: weight at every point.
    func fit(sums: [Float], totals: [Float]) -> [Float] {
        let terms = order == 1 ? 3 : 6
        let right = moments(of: sums, degree: order)
        let left = moments(of: totals, degree: 2 * order)
        var result = [Float](repeating: 0, count: columns * rows)
        var system = NormalEquations(terms: terms)
        for place in result.indices {
            let total = left[0][place]
            guard total > 1e-6 else { continue }
            for row in 0..<terms {
                for column in 0...row {
                    let x = Self.powers[row].x + Self.powers[column].x
                    let y = Self.powers[row].y + Self.powers[column].y
                    system.matrix[row * terms + column] = Double(left[Self.slot(x, y)][place] / total)
                }
                system.right[row] = Double(right[Self.slot(Self.powers[row].x, Self.powers[row].y)][place] / total)
            }
            result[place] = Float(system.solveFirst(smallestPivot: 1e-3))
        }
        return result
    }

    /// The place of the moment x^i y^j in a list ordered by degree.
    private static func slot(_ x: Int, _ y: Int) -> Int { (x + y) * (x + y + 1) / 2 + y }

    private func moments(of grid: [Float], degree: Int) -> [[Float]] {
        var moments = [[Float]](repeating: [], count: (degree + 1) * (degree + 2) / 2)
        for x in 0...degree {
            let across = SeparableConvolution.alongRows(
                grid,
                columns: columns,
                rows: rows,
                half: Self.powered(kernelX, x),
                sign: x % 2 == 0 ? 1 : -1
            )
            for y in 0...degree - x {
                moments[Self.slot(x, y)] = SeparableConvolution.alongColumns(
                    across,
                    columns: columns,
                    rows: rows,
                    half: Self.powered(kernelY, y),
                    sign: y % 2 == 0 ? 1 : -1
                )
            }
        }
        return moments
    }

    /// The weights times a power of the distance, measured in standard deviations to keep the numbers near 1.
    private static func powered(_ kernel: GaussianKernel, _ power: Int) -> [Float] {
        kernel.half.enumerated().map { place, weight in
            let distance = Double(place) / kernel.deviation
            var product = weight
            for _ in 0..<power { product *= distance }
            return Float(product)
        }
    }
}

/// Symmetric equations solved by Cholesky's method, term by term, so that a poorly supported term is left out.
package struct NormalEquations {
    let terms: Int
    /// Lower triangle, row by row.
    package var matrix: [Double]
    package var right: [Double]
    private var factor: [Double]
    private var kept: [Bool]

    package init(terms: Int) {
        self.terms = terms
        matrix = [Double](repeating: 0, count: terms * terms)
        right = [Double](repeating: 0, count: terms)
        factor = matrix
        kept = [Bool](repeating: true, count: terms)
    }

    /// All unknowns; those of terms whose pivot falls below a part of their diagonal are 0.
    package mutating func solve(smallestPivot: Double) -> [Double] {
        factorise(smallestPivot)
        var solution = right
        for row in 0..<terms {
            guard kept[row] else {
                solution[row] = 0
                continue
            }
            for column in 0..<row { solution[row] -= factor[row * terms + column] * solution[column] }
            solution[row] /= factor[row * terms + row]
        }
        for row in stride(from: terms - 1, through: 0, by: -1) where kept[row] {
            for below in row + 1..<max(terms, row + 1) {
                solution[row] -= factor[below * terms + row] * solution[below]
            }
            solution[row] /= factor[row * terms + row]
        }
        return solution
    }

    /// The first unknown alone.
    mutating func solveFirst(smallestPivot: Double) -> Double { solve(smallestPivot: smallestPivot)[0] }

    private mutating func factorise(_ smallestPivot: Double) {
        for row in 0..<terms {
            for column in 0...row {
                guard kept[column] || column == row else {
                    factor[row * terms + column] = 0
                    continue
                }
                var sum = matrix[row * terms + column]
                for term in 0..<column { sum -= factor[row * terms + term] * factor[column * terms + term] }
                if column < row {
                    factor[row * terms + column] = sum / factor[column * terms + column]
                } else if sum > smallestPivot * abs(matrix[row * terms + row]) && sum > 0 {
                    kept[row] = true
                    factor[row * terms + row] = sum.squareRoot()
                } else {
                    kept[row] = false
                    for term in 0...row { factor[row * terms + term] = 0 }
                }
            }
        }
    }
}
