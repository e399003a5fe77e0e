/// One cell of a mark, ready to be looked for at both pitches.
struct PreparedCell: Sendable {
    let column: Int
    let row: Int
    /// The middle, micrometres from the middle of the mark.
    let place: Place
    /// The sides, micrometres.
    let size: Place
    /// Points of the cell and how many of them were measured, at the fine pitch.
    let points: Int
    let validPoints: Int
    /// What is looked for, nil when too little was measured.
    let footprints: Footprints?

    var validShare: Double { points > 0 ? Double(validPoints) / Double(points) : 0 }
    var isUsable: Bool { footprints != nil }

    /// The cell at both pitches.
    struct Footprints: Sendable {
        /// Reaches over the whole region.
        let coarse: Footprint
        /// Reaches over one coarse point to each side.
        let fine: Footprint
    }

    init(
        column: Int,
        row: Int,
        left: Int,
        right: Int,
        top: Int,
        bottom: Int,
        fine: TurnedPlanes,
        coarse: TurnedPlanes,
        search: CellSearch
    ) {
        self.column = column
        self.row = row
        let middle = Double(fine.side) / 2
        place = Place(
            x: (Double(left + right) / 2 - middle) * search.finePitch,
            y: (Double(top + bottom) / 2 - middle) * search.finePitch
        )
        size = Place(x: Double(right - left) * search.finePitch, y: Double(bottom - top) * search.finePitch)
        points = max(0, right - left) * max(0, bottom - top)

        func coarsened(_ edge: Int) -> Int { Int((Double(edge) / Double(search.coarseFactor)).rounded()) }
        let exhaustive = search.depth == .exhaustive
        let wide = Footprint(
            plane: exhaustive ? fine : coarse,
            left: exhaustive ? left : coarsened(left),
            right: exhaustive ? right : coarsened(right),
            top: exhaustive ? top : coarsened(top),
            bottom: exhaustive ? bottom : coarsened(bottom),
            reach: search.reach,
            leastReach: 1
        )
        let near = Footprint(
            plane: fine,
            left: left,
            right: right,
            top: top,
            bottom: bottom,
            reach: 0,
            leastReach: search.coarseFactor
        )
        validPoints = near.points
        let isUsable = Double(near.points) >= search.minimumValidShare * Double(points) && wide.points > 0 && points > 0
        footprints = isUsable ? Footprints(coarse: wide, fine: near) : nil
    }
}
