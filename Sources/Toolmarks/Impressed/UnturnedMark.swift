/// The side of a mark whose cells are looked for on another.
struct UnturnedMark: Sendable {
    /// Every cell of the grid, row by row.
    let cells: [PreparedCell]
    /// The share of the points inside the grid that were measured.
    let validShare: Double

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
        validShare = points > 0 ? Double(valid) / Double(points) : 0
    }
}
