import Surfaces

extension MaskShape {
    private static let mostCorners = 2_000
    private static let longestSide = 4_096

    /// What is wrong with a region that a person drew; sizes are looked at before anything is made of them.
    var failures: [FieldFailure] {
        switch self {
        case .circle(let circle): Self.isUsable(circle) ? [] : [FieldFailure("region", "no-extent")]
        case .ring(let outer, let inner):
            Self.isUsable(outer) && Self.isUsable(inner) && inner.radius < outer.radius
                ? [] : [FieldFailure("region", "no-extent")]
        case .rectangle(let box):
            box.width > 0 && box.height > 0 && box.width.isFinite && box.height.isFinite && box.origin.x.isFinite
                && box.origin.y.isFinite ? [] : [FieldFailure("region", "no-extent")]
        case .polygon(let corners):
            if corners.count > Self.mostCorners {
                [FieldFailure("region", "too-many", arguments: ["maximum": "\(Self.mostCorners)"])]
            } else if corners.count < 3 || !corners.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) {
                [FieldFailure("region", "no-extent")]
            } else {
                []
            }
        case .bitmap(let bitmap):
            (1...Self.longestSide).contains(bitmap.columns) && (1...Self.longestSide).contains(bitmap.rows)
                && (bitmap.mask?.count ?? 0) > 0 ? [] : [FieldFailure("region", "no-extent")]
        }
    }

    private static func isUsable(_ circle: PlaneCircle) -> Bool {
        circle.radius > 0 && circle.radius.isFinite && circle.centre.x.isFinite && circle.centre.y.isFinite
    }

    /// The region on the grid of a scan: a bitmap drawn on a smaller picture takes the value of the nearest pixel.
    func fitted(to map: SurfaceMap) -> MaskShape {
        guard case .bitmap(let bitmap) = self, bitmap.columns != map.columns || bitmap.rows != map.rows,
            let drawn = bitmap.mask
        else { return self }
        var mask = SurfaceMask(columns: map.columns, rows: map.rows, repeating: false)
        var inside = mask.inside
        for row in 0..<map.rows {
            let source = min(drawn.rows - 1, row * drawn.rows / map.rows) * drawn.columns
            for column in 0..<map.columns {
                inside[row * map.columns + column] =
                    drawn.inside[source + min(drawn.columns - 1, column * drawn.columns / map.columns)]
            }
        }
        mask.inside = inside
        return .bitmap(MaskBitmap(mask))
    }
}
