internal import CToolmarkKernels

/// The measured points of a cell at one pitch and how far it is moved about.
struct Footprint: Sendable {
    /// The first column and row of the cell in its plane.
    let left: Int
    let top: Int
    /// Shifts tried to each side, in points.
    let reachX: Int
    let reachY: Int
    /// Shifts along x: `2 * reachX + 1`, filled up to what the kernel does at once.
    let shiftColumns: Int
    let shiftRows: Int
    /// The size of the window of the other mark that all shifts touch.
    let windowColumns: Int
    let windowRows: Int
    /// How many points were measured.
    let points: Int
    /// The side of the plane the cell was cut from.
    let side: Int
    let pairs: [ToolmarkPair]

    init(
        plane: TurnedPlanes,
        left: Int,
        right: Int,
        top: Int,
        bottom: Int,
        reach: Double,
        leastReach: Int
    ) {
        let columns = max(0, right - left)
        let rows = max(0, bottom - top)
        self.left = left
        self.top = top
        side = plane.side
        reachX = max(leastReach, Int(Double(columns) * reach))
        reachY = max(leastReach, Int(Double(rows) * reach))
        shiftColumns = (2 * reachX + 1 + 7) / 8 * 8
        shiftRows = 2 * reachY + 1
        windowColumns = columns + shiftColumns + 1
        windowRows = rows + shiftRows - 1

        func value(_ column: Int, _ row: Int) -> Int16 {
            guard column < right, column >= 0, column < plane.side, row >= 0, row < plane.side else {
                return TurnedPlanes.missing
            }
            return plane.values[row * plane.side + column]
        }
        var pairs: [ToolmarkPair] = []
        var points = 0
        for row in 0..<rows {
            for column in stride(from: 0, to: columns, by: 2) {
                let one = value(left + column, top + row)
                let other = value(left + column + 1, top + row)
                let hasOne = one != TurnedPlanes.missing
                let hasOther = other != TurnedPlanes.missing
                guard hasOne || hasOther else { continue }
                points += (hasOne ? 1 : 0) + (hasOther ? 1 : 0)
                pairs.append(
                    ToolmarkPair(
                        offset: Int32(row * windowColumns + column),
                        heights: Footprint.packed(hasOne ? one : 0, hasOther ? other : 0),
                        mask: Footprint.packed(hasOne ? -1 : 0, hasOther ? -1 : 0)
                    )
                )
            }
        }
        self.pairs = pairs
        self.points = points
    }

    private static func packed(_ low: Int16, _ high: Int16) -> Int32 {
        Int32(bitPattern: UInt32(UInt16(bitPattern: low)) | UInt32(UInt16(bitPattern: high)) << 16)
    }
}
