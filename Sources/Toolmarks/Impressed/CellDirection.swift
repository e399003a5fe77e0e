/// What came of looking for the cells of one mark on another.
public struct CellDirection: Hashable, Sendable, Codable {
    /// Every cell of the grid, row by row.
    public let cells: [CellResult]
    /// How many cells had enough points to be looked for.
    public let usableCount: Int
    /// Congruent cells by the original rule.
    public let originalCount: Int
    /// Congruent cells by the high-CMC rule; the original count when that rule says nothing.
    public let highCount: Int
    /// Whether the counts over rotation had the sharp peak that the high-CMC rule asks for, at opposite rotations of both
    /// directions.
    public let isHighDecided: Bool

    init(mark: PreparedMark, findings: [[CellFinding?]], high: [Bool]?, rule: CongruenceRule) {
        let cells = mark.unturned.cells
        let best = findings.map { CellDirection.best($0) }
        let found = zip(cells, best).filter { cell, _ in cell.isUsable }.map { _, finding in finding }
        var judged = rule.originalVerdicts(found).makeIterator()
        let verdicts = cells.map { $0.isUsable ? judged.next() ?? .noOverlap : .notEnoughPoints }
        isHighDecided = high != nil
        usableCount = found.count
        originalCount = verdicts.count(where: { $0 == .congruent })
        highCount = high?.count(where: { $0 }) ?? originalCount
        self.cells = cells.indices.map { index in
            CellResult(
                column: cells[index].column,
                row: cells[index].row,
                place: cells[index].place,
                size: cells[index].size,
                validShare: cells[index].validShare,
                finding: best[index],
                verdict: verdicts[index],
                isHighCongruent: high?[index] ?? (verdicts[index] == .congruent)
            )
        }
    }

    /// The finding with the largest correlation, the earliest of equals.
    private static func best(_ findings: [CellFinding?]) -> CellFinding? {
        var best: CellFinding?
        for finding in findings.compactMap({ $0 }) where finding.correlation > best?.correlation ?? -2 {
            best = finding
        }
        return best
    }
}
