/// A mask in a form small enough to store: the lengths of alternating runs, the first run being outside.
public struct MaskBitmap: Sendable, Hashable, Codable {
    /// Points along x.
    public let columns: Int
    /// Points along y.
    public let rows: Int
    /// Lengths of the runs, row by row without a break at the end of a row; outside, inside, outside, and so on.
    public let runs: [Int]

    /// Puts a stored form together; whether the runs fill the grid is told by `mask`.
    public init(columns: Int, rows: Int, runs: [Int]) {
        self.columns = columns
        self.rows = rows
        self.runs = runs
    }

    /// The stored form of a mask.
    public init(_ mask: SurfaceMask) {
        columns = mask.columns
        rows = mask.rows
        var runs: [Int] = []
        var value = false
        var length = 0
        for next in mask.inside {
            if next != value {
                runs.append(length)
                length = 0
                value = next
            }
            length += 1
        }
        runs.append(length)
        self.runs = runs
    }

    /// The mask; nil when the runs do not fill the grid exactly, which only a damaged store can cause.
    public var mask: SurfaceMask? {
        guard columns > 0, rows > 0 else { return nil }
        let (count, overflow) = columns.multipliedReportingOverflow(by: rows)
        guard !overflow else { return nil }
        var left = count
        for run in runs {
            guard run >= 0, run <= left else { return nil }
            left -= run
        }
        guard left == 0 else { return nil }
        var inside: [Bool] = []
        inside.reserveCapacity(count)
        for (place, run) in runs.enumerated() {
            inside.append(contentsOf: repeatElement(place % 2 == 1, count: run))
        }
        return SurfaceMask(columns: columns, rows: rows, inside: inside)
    }
}
