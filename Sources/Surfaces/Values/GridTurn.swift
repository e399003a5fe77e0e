/// A turn of a grid by a right angle, a mirroring, or both: which way columns and rows run.
struct GridTurn: Sendable, Hashable {
    /// Columns become rows. Happens before the flips.
    var transposes = false
    /// The order of the columns is reversed.
    var flipsColumns = false
    /// The order of the rows is reversed.
    var flipsRows = false

    var isIdentity: Bool { !transposes && !flipsColumns && !flipsRows }

    /// The values of a grid of `columns` x `rows`, turned.
    func apply<Value>(_ values: [Value], columns: Int, rows: Int) -> [Value] {
        guard !isIdentity else { return values }
        let (width, height) = transposes ? (rows, columns) : (columns, rows)
        var turned: [Value] = []
        turned.reserveCapacity(values.count)
        for row in 0..<height {
            let fromRow = flipsRows ? height - 1 - row : row
            for column in 0..<width {
                let fromColumn = flipsColumns ? width - 1 - column : column
                turned.append(values[transposes ? fromColumn * columns + fromRow : fromRow * columns + fromColumn])
            }
        }
        return turned
    }

    /// The values of a turned grid of `columns` x `rows` as they were before `apply`.
    func undo<Value>(_ values: [Value], columns: Int, rows: Int) -> [Value] {
        let flips = GridTurn(flipsColumns: flipsColumns, flipsRows: flipsRows)
        let unflipped = flips.apply(values, columns: columns, rows: rows)
        return GridTurn(transposes: transposes).apply(unflipped, columns: columns, rows: rows)
    }
}
