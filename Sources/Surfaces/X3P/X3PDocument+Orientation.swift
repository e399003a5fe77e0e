extension X3PDocument {
    /// How the grid of the file is turned so that x grows with the column and y with the row.
    struct Orientation: Sendable, Hashable {
        var turn = GridTurn()
        /// Whether heights count downwards.
        var negatesHeights = false
        /// What could not be done; nil when the axes are understood.
        var remark: String? = nil
    }

    /// What increments, rotation and the corner named by `Origin` say about the grid.
    ///
    /// Rotations by right angles and mirrorings are carried out. Any other rotation leaves the map in the frame of the
    /// instrument: no comparison depends on it, and values would have to be interpolated.
    var orientation: Orientation {
        var orientation = Orientation()
        var (alongX, alongY) = (direction(axes.x, x, neighbour: 1), direction(axes.y, y, neighbour: columnCount))
        if let matrix = axes.rotation, matrix.count == 9 {
            let whole = matrix.map { $0.rounded() }
            let isWhole = zip(matrix, whole).allSatisfy { abs($0 - $1) < 0.01 }
            let lies = abs(whole[8]) == 1 && whole[2] == 0 && whole[5] == 0 && whole[6] == 0 && whole[7] == 0
            if isWhole, lies, abs(whole[0]) == 1, abs(whole[4]) == 1, whole[1] == 0, whole[3] == 0 {
                (alongX, alongY) = (alongX * whole[0], alongY * whole[4])
                orientation.negatesHeights = whole[8] < 0
            } else if isWhole, lies, abs(whole[1]) == 1, abs(whole[3]) == 1, whole[0] == 0, whole[4] == 0 {
                orientation.turn.transposes = true
                (alongX, alongY) = (alongY * whole[1], alongX * whole[3])
                orientation.negatesHeights = whole[8] < 0
            } else {
                orientation.remark = "The file states a rotation that is none by right angles; it was not carried out."
            }
        }
        // A vendor's element: the corner at which the first point lies. North is the first row of a map.
        let origin = description.text("Record1", "Axes", "Origin")?.uppercased()
        if origin == "SW" || origin == "SE" { alongY = -alongY }
        if origin == "NE" || origin == "SE" { alongX = -alongX }
        orientation.turn.flipsColumns = alongX < 0
        orientation.turn.flipsRows = alongY < 0
        return orientation
    }

    private var columnCount: Int {
        if case .matrix(let columns, _, _) = dimensions { columns } else { dimensions.count }
    }

    /// 1 when positions grow with the index, -1 when they shrink.
    private func direction(_ axis: X3PAxis, _ stored: X3PValues?, neighbour: Int) -> Double {
        var step = axis.increment
        if let stored, neighbour < stored.count { step *= stored[neighbour] - stored[0] }
        return step < 0 ? -1 : 1
    }
}
