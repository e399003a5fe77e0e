/// Lines of a diagram in places of its picture.
enum PlotPath {
    /// The places of values, cut where a value is not finite. What lies far outside the picture is brought near, so that
    /// a line towards it keeps its direction well enough.
    static func runs(_ points: [PlotPoint], _ frame: PlotFrame) -> [[PicturePoint]] {
        var runs: [[PicturePoint]] = [[]]
        for point in points {
            let place = frame.place(point)
            if place.x.isFinite, place.y.isFinite {
                runs[runs.count - 1].append(
                    PicturePoint(max(-20_000, min(20_000, place.x)), max(-20_000, min(20_000, place.y)))
                )
            } else if runs[runs.count - 1].isEmpty == false {
                runs.append([])
            }
        }
        return runs.filter { !$0.isEmpty }
    }

    /// The corners of a staircase through values.
    static func steps(_ points: [PlotPoint]) -> [PlotPoint] {
        var corners: [PlotPoint] = []
        for point in points {
            if let last = corners.last { corners.append(PlotPoint(point.x, last.y)) }
            corners.append(point)
        }
        return corners
    }

    /// A line cut into dashes.
    static func dashes(_ line: [PicturePoint]) -> [[PicturePoint]] {
        let (dash, gap) = (8.0, 6.0)
        var pieces: [[PicturePoint]] = []
        var position = 0.0
        for (start, end) in zip(line, line.dropFirst()) {
            let (x, y) = (end.x - start.x, end.y - start.y)
            let length = (x * x + y * y).squareRoot()
            var place = -position
            while place < length, length > 0 {
                let from = max(0, place) / length
                let to = min(length, place + dash) / length
                if from < to {
                    pieces.append([
                        PicturePoint(start.x + x * from, start.y + y * from),
                        PicturePoint(start.x + x * to, start.y + y * to),
                    ])
                }
                place += dash + gap
            }
            position = (position + length).truncatingRemainder(dividingBy: dash + gap)
        }
        return pieces
    }
}
