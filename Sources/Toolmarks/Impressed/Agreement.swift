/// How well the cells of both directions agree on one registration.
public struct Agreement: Hashable, Sendable, Codable {
    /// How the second mark lies on the first.
    public let registration: Registration
    /// Cells, both directions together, whose best finding of all lies near the registration.
    public let count: Int
    /// Cells of both directions that meet enough measured points of the other mark at the registration.
    public let comparableCount: Int
    /// The root of the mean square distance of those cells from the registration, micrometres; 0 without any.
    public let spread: Double
    /// The median correlation of those cells; 0 without any.
    public let medianCorrelation: Double
    /// The score, 0 (nothing agrees) to 1 (every cell agrees to the point); see `docs/impressed-marks.md`.
    public let score: Double
    /// For each cell of the first mark, row by row, whether it agrees.
    public let forward: [Bool]
    /// For each cell of the second mark, row by row, whether it agrees.
    public let backward: [Bool]

    /// Usable cells that a pair is assumed to lack: keeps the score of a few lucky cells small.
    private static let missingCells = 8.0

    /// - Parameter usable: cells of both directions that could be looked for.
    init?(
        _ all: [Correspondence],
        cellsOfFirst: Int,
        cells: Int,
        usable: Int,
        marks: (PreparedMark, PreparedMark),
        step: Double,
        rule: CongruenceRule
    ) {
        guard let consensus = Consensus(all, step: step) else { return nil }
        registration = consensus.registration
        let placed = Placement(registration)
        var best = [Correspondence?](repeating: nil, count: cells)
        for found in all where found.correlation > best[found.cell]?.correlation ?? -2 { best[found.cell] = found }
        var agrees = [Bool](repeating: false, count: cells)
        var squares = 0.0
        var sum = 0.0
        var correlations: [Double] = []
        for found in best.compactMap({ $0 }) {
            let distance = placed.distance(found)
            guard found.correlation >= rule.minimumCorrelation, distance <= rule.registeredTolerance,
                abs(RotationSweep.difference(found.rotation, registration.rotation)) <= rule.rotationTolerance
            else { continue }
            agrees[found.cell] = true
            squares += distance * distance
            correlations.append(found.correlation)
            sum += found.correlation * Consensus.nearness(distance, reach: 1.5 * rule.registeredTolerance)
        }
        count = correlations.count
        spread = count > 0 ? (squares / Double(count)).squareRoot() : 0
        medianCorrelation = Median.of(correlations) ?? 0
        comparableCount =
            marks.0.comparableCells(on: marks.1, at: registration)
            + marks.1.comparableCells(on: marks.0, at: registration.inverse)
        score = sum / (Double(usable) + Agreement.missingCells)
        forward = Array(agrees[..<cellsOfFirst])
        backward = Array(agrees[cellsOfFirst...])
    }

    private init(swapping other: Agreement) {
        registration = other.registration.inverse
        count = other.count
        comparableCount = other.comparableCount
        spread = other.spread
        medianCorrelation = other.medianCorrelation
        score = other.score
        forward = other.backward
        backward = other.forward
    }

    /// The agreement of the same marks in the other order.
    var swapped: Agreement { Agreement(swapping: self) }
}
