/// The side of a mark whose cells are looked for on another.
struct UnturnedMark: Sendable {
    /// Every cell of the grid, row by row.
    let cells: [PreparedCell]
    /// The share of the points inside the grid that were measured.
    let validShare: Double
    /// Cells with enough points to be looked for.
    let usableCount: Int
    /// The whole mark at the coarse pitch.
    let coarse: TurnedPlanes
    /// Points that were measured, at the fine pitch.
    let validPoints: Int
    /// Tells marks apart, so that a pair can be put in an order that does not depend on who named it first.
    let fingerprint: UInt64

    init(upright: TurnedPlanes, outline: MarkOutline, search: CellSearch) {
        let coarse = upright.reduced(by: search.coarseFactor)
        var cells: [PreparedCell] = []
        var valid = 0
        var points = 0
        func edge(_ index: Int, of count: Int, _ length: Double) -> Int {
            let middle = Double(upright.side) / 2
            let offset = (Double(index) - Double(count) / 2) * length / Double(count) / search.finePitch
            return Int((middle + offset).rounded())
        }
        for row in 0..<search.rows {
            for column in 0..<search.columns {
                let cell = PreparedCell(
                    column: column,
                    row: row,
                    left: edge(column, of: search.columns, outline.width),
                    right: edge(column + 1, of: search.columns, outline.width),
                    top: edge(row, of: search.rows, outline.height),
                    bottom: edge(row + 1, of: search.rows, outline.height),
                    fine: upright,
                    coarse: coarse,
                    search: search
                )
                valid += cell.validPoints
                points += cell.points
                cells.append(cell)
            }
        }
        self.cells = cells
        self.coarse = coarse
        validPoints = valid
        usableCount = cells.count(where: \.isUsable)
        // FNV-1a over the sampled heights.
        fingerprint = upright.values.reduce(0xCBF2_9CE4_8422_2325) {
            ($0 ^ UInt64(UInt16(bitPattern: $1))) &* 0x0000_0100_0000_01B3
        }
        validShare = points > 0 ? Double(valid) / Double(points) : 0
    }
}
