/// A scan gathered into blocks of about 25 micrometres, enough to find a mark and quick to search.
struct CoarseMap {
    let map: SurfaceMap
    /// Points of the scan in a block along x and y.
    let sizeX: Int
    let sizeY: Int

    private static let blockLength = 25.0

    init(_ fine: SurfaceMap) {
        sizeX = max(1, Int((Self.blockLength / fine.pitchX).rounded()))
        sizeY = max(1, Int((Self.blockLength / fine.pitchY).rounded()))
        let columns = (fine.columns + sizeX - 1) / sizeX
        let rows = (fine.rows + sizeY - 1) / sizeY
        var values = [Float](repeating: .nan, count: columns * rows)
        var sums = [Float](repeating: 0, count: columns)
        var counts = [Int](repeating: 0, count: columns)
        for blockRow in 0..<rows {
            let fineRows = blockRow * sizeY..<min(fine.rows, (blockRow + 1) * sizeY)
            for column in 0..<columns {
                sums[column] = 0
                counts[column] = 0
            }
            for row in fineRows {
                var place = row * fine.columns
                for block in 0..<columns {
                    for _ in 0..<min(sizeX, fine.columns - block * sizeX) {
                        let value = fine.values[place]
                        place += 1
                        if value.isNaN { continue }
                        sums[block] += value
                        counts[block] += 1
                    }
                }
            }
            for block in 0..<columns {
                let all = fineRows.count * min(sizeX, fine.columns - block * sizeX)
                if 2 * counts[block] >= all { values[blockRow * columns + block] = sums[block] / Float(counts[block]) }
            }
        }
        map = SurfaceMap(
            columns: columns,
            rows: rows,
            pitchX: fine.pitchX * Double(sizeX),
            pitchY: fine.pitchY * Double(sizeY),
            values: values
        )
    }

    /// The place of the middle of a block, micrometres on the scan.
    func place(column: Double, row: Double) -> PlanePoint {
        PlanePoint(
            x: (column + 0.5) * map.pitchX - 0.5 * map.pitchX / Double(sizeX),
            y: (row + 0.5) * map.pitchY - 0.5 * map.pitchY / Double(sizeY)
        )
    }

    /// The points where a field given per block, interpolated between their middles, is not negative and the scan has a
    /// value.
    func refined(_ field: [Double], for fine: SurfaceMap) -> SurfaceMask {
        let columns = map.columns
        let positionsX = Self.positions(fine.columns, sizeX, columns)
        let positionsY = Self.positions(fine.rows, sizeY, map.rows)
        // Far from any border the distance may be infinite, which cannot be interpolated.
        let parts = field.map { Float(min(1e6, max(-1e6, $0))) }
        var inside = [Bool](repeating: false, count: fine.count)
        for row in 0..<fine.rows {
            let (top, bottom, down) = positionsY[row]
            for column in 0..<fine.columns {
                let (left, right, across) = positionsX[column]
                let first = parts[top * columns + left] * (1 - across) + parts[top * columns + right] * across
                let last =
                    parts[bottom * columns + left] * (1 - across) + parts[bottom * columns + right] * across
                let part = first * (1 - down) + last * down
                inside[row * fine.columns + column] = part >= 0 && !fine.values[row * fine.columns + column].isNaN
            }
        }
        return SurfaceMask(columns: fine.columns, rows: fine.rows, inside: inside)
    }

    private static func positions(_ count: Int, _ size: Int, _ blocks: Int) -> [(Int, Int, Float)] {
        (0..<count).map { point in
            let position = min(Double(blocks - 1), max(0, (Double(point) - Double(size - 1) / 2) / Double(size)))
            let floor = min(Int(position), blocks - 1)
            return (floor, min(floor + 1, blocks - 1), Float(position - Double(floor)))
        }
    }
}
