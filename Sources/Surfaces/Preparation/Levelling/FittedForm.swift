/// A form fitted to a map, as a function of the place.
///
/// Places are scaled to -1...1 over the longer side; polynomials are products of Legendre's, which keeps the equations
/// well conditioned. A sphere is written as z = a + b x + c y + k (x^2 + y^2 + z^2), which has no pole when the
/// curvature k vanishes.
struct FittedForm {
    let form: Levelling.Form
    var coefficients: [Double]
    /// A height taken off before the fit, micrometres.
    var shift = 0.0
    /// The robust standard deviation of the points about the form, micrometres.
    var scatter = 0.0
    private let scale: Double
    private let middleX: Double
    private let middleY: Double
    private let pitchX: Double
    private let pitchY: Double

    init(form: Levelling.Form, map: SurfaceMap) {
        self.form = form
        scale = max(map.extentX, map.extentY, map.pitchX, map.pitchY) / 2
        middleX = map.extentX / 2
        middleY = map.extentY / 2
        pitchX = map.pitchX
        pitchY = map.pitchY
        coefficients = []
        coefficients = [Double](repeating: 0, count: terms)
    }

    /// The number of unknowns.
    var terms: Int {
        switch form {
        case .plane: 3
        case .sphere: 4
        case .polynomial(let degree): (degree + 1) * (degree + 2) / 2
        }
    }

    private func place(_ column: Int, _ row: Int) -> (x: Double, y: Double) {
        ((Double(column) * pitchX - middleX) / scale, (Double(row) * pitchY - middleY) / scale)
    }

    /// Appends the terms at a place.
    func appendBasis(to basis: inout [Double], _ column: Int, _ row: Int) {
        let (x, y) = place(column, row)
        switch form {
        case .plane:
            basis.append(1)
            basis.append(x)
            basis.append(y)
        case .sphere:
            let height = (height(column: column, row: row) - shift) / scale
            basis.append(1)
            basis.append(x)
            basis.append(y)
            basis.append((x * x + y * y) + height * height)
        case .polynomial(let degree):
            for total in 0...degree {
                for power in 0...total {
                    basis.append(Self.legendre(total - power, x) * Self.legendre(power, y))
                }
            }
        }
    }

    /// The height of the form at a point, micrometres.
    func height(column: Int, row: Int) -> Double {
        let (x, y) = place(column, row)
        switch form {
        case .plane:
            return shift + (coefficients[0] + coefficients[1] * x + coefficients[2] * y)
        case .sphere:
            let curvature = coefficients[3] / scale
            let flat = (coefficients[0] + coefficients[1] * x + coefficients[2] * y) / scale
            let lifted = flat + curvature * (x * x + y * y)
            // The root of z = lifted + k z^2 near the surface, in a form without cancellation.
            let height = 2 * lifted / (1 + max(0, 1 - 4 * curvature * lifted).squareRoot())
            return shift + height * scale
        case .polynomial(let degree):
            var sum = 0.0
            var slot = 0
            for total in 0...degree {
                for power in 0...total {
                    sum += coefficients[slot] * Self.legendre(total - power, x) * Self.legendre(power, y)
                    slot += 1
                }
            }
            return shift + sum
        }
    }

    /// Takes the form off a map.
    func subtract(from map: inout SurfaceMap) {
        let columns = map.columns
        var values = map.values
        var line = [Double](repeating: 0, count: columns)
        for row in 0..<map.rows {
            fill(&line, row: row)
            for column in 0..<columns {
                values[row * columns + column] = Float(Double(values[row * columns + column]) - line[column])
            }
        }
        map.values = values
    }

    /// The heights of one row. Polynomials of two variables become polynomials of one along a row.
    private func fill(_ line: inout [Double], row: Int) {
        guard case .polynomial(let degree) = form else {
            for column in line.indices { line[column] = height(column: column, row: row) }
            return
        }
        let (_, y) = place(0, row)
        var alongRow = [Double](repeating: 0, count: degree + 1)
        var slot = 0
        for total in 0...degree {
            for power in 0...total {
                alongRow[total - power] += coefficients[slot] * Self.legendre(power, y)
                slot += 1
            }
        }
        for column in line.indices {
            let (x, _) = place(column, row)
            var sum = shift
            var previous = 0.0
            var current = 1.0
            for step in 0...degree {
                sum += alongRow[step] * current
                let next = (Double(2 * step + 1) * x * current - Double(step) * previous) / Double(step + 1)
                previous = current
                current = next
            }
            line[column] = sum
        }
    }

    /// Slope along x at the middle, micrometres per millimetre.
    var tiltX: Double { slope(1) }
    /// Slope along y at the middle, micrometres per millimetre.
    var tiltY: Double { slope(2) }

    /// The radius of a sphere in micrometres, negative for a hollow; nil for other forms and for no curvature.
    var radius: Double? {
        guard form == .sphere, coefficients[3] != 0 else { return nil }
        let curvature = coefficients[3] / scale
        let b = coefficients[1] / scale
        let c = coefficients[2] / scale
        let square = ((b * b + c * c) + 1) / (4 * curvature * curvature) - coefficients[0] / scale / curvature
        return (curvature < 0 ? 1 : -1) * max(0, square).squareRoot() * scale
    }

    private func slope(_ term: Int) -> Double {
        if case .polynomial(let degree) = form, degree == 0 { return 0 }
        return coefficients[term] / scale * 1_000
    }

    private static func legendre(_ degree: Int, _ x: Double) -> Double {
        var previous = 1.0
        guard degree > 0 else { return previous }
        var current = x
        for step in 1..<max(degree, 1) {
            let next = (Double(2 * step + 1) * x * current - Double(step) * previous) / Double(step + 1)
            previous = current
            current = next
        }
        return current
    }
}
