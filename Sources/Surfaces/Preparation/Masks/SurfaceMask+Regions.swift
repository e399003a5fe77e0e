extension SurfaceMask {
    /// The connected parts of the mask (neighbours share a side), largest first; equal sizes in order of their first
    /// point. Each part is a list of point indices.
    func regions() -> [[Int]] {
        var seen = [Bool](repeating: false, count: inside.count)
        var regions: [[Int]] = []
        for start in 0..<inside.count where inside[start] && !seen[start] {
            var region = [start]
            seen[start] = true
            var next = 0
            while next < region.count {
                let place = region[next]
                next += 1
                let column = place % columns
                let candidates = [
                    column > 0 ? place - 1 : -1, column < columns - 1 ? place + 1 : -1, place - columns,
                    place + columns,
                ]
                for candidate in candidates where candidate >= 0 && candidate < inside.count {
                    guard inside[candidate], !seen[candidate] else { continue }
                    seen[candidate] = true
                    region.append(candidate)
                }
            }
            regions.append(region)
        }
        return regions.enumerated()
            .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
            .map(\.element)
    }

    /// A mask of the same size with the given points.
    func with(points: [Int]) -> SurfaceMask {
        var mask = SurfaceMask(columns: columns, rows: rows, repeating: false)
        for point in points { mask.inside[point] = true }
        return mask
    }

    /// The mask with every gap filled that has no way to the border of the grid and at most the given number of points.
    func fillingGaps(upTo limit: Int = .max) -> SurfaceMask {
        var mask = self
        for gap in inverted.regions() where gap.count <= limit && !touchesBorder(gap) {
            for point in gap { mask.inside[point] = true }
        }
        return mask
    }

    /// Whether any of the points lies on the border of the grid.
    func touchesBorder(_ points: [Int]) -> Bool {
        points.contains { point in
            let column = point % columns
            let row = point / columns
            return column == 0 || row == 0 || column == columns - 1 || row == rows - 1
        }
    }

    /// The mean place of the points that count, in points; nil for an empty mask.
    var centroid: (column: Double, row: Double)? {
        var sumX = 0
        var sumY = 0
        var count = 0
        for row in 0..<rows {
            for column in 0..<columns where inside[row * columns + column] {
                sumX += column
                sumY += row
                count += 1
            }
        }
        return count == 0 ? nil : (Double(sumX) / Double(count), Double(sumY) / Double(count))
    }
}
