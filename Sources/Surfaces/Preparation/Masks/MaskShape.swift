/// A region of a surface drawn by a person or found by a method, in micrometres.
public enum MaskShape: Sendable, Hashable, Codable {
    /// Everything in a circle.
    case circle(PlaneCircle)
    /// Everything in the outer circle and outside the inner one; the circles need not share their centre.
    case ring(outer: PlaneCircle, inner: PlaneCircle)
    /// Everything in an upright rectangle.
    case rectangle(PlaneRectangle)
    /// Everything in a closed line through the corners, by the even-odd rule.
    case polygon([PlanePoint])
    /// One truth value per point of the surface, stored as runs.
    case bitmap(MaskBitmap)

    /// The region as a mask for a surface.
    ///
    /// - Throws: `badSetting` when the shape has no extent, or a bitmap has another size than the surface.
    public func mask(for map: SurfaceMap) throws(SurfacesError) -> SurfaceMask {
        switch self {
        case .circle(let circle):
            try Self.check(circle)
            return Self.mask(map) { circle.contains($0) }
        case .ring(let outer, let inner):
            try Self.check(outer)
            try Self.check(inner)
            return Self.mask(map) { outer.contains($0) && !inner.contains($0) }
        case .rectangle(let box):
            guard box.width > 0, box.height > 0 else { throw Self.noExtent("rectangle") }
            let right = box.origin.x + box.width
            let bottom = box.origin.y + box.height
            return Self.mask(map) { $0.x >= box.origin.x && $0.x <= right && $0.y >= box.origin.y && $0.y <= bottom }
        case .polygon(let corners):
            guard corners.count >= 3 else { throw Self.noExtent("polygon") }
            return Self.mask(map, corners: corners)
        case .bitmap(let bitmap):
            // The size is compared first: a stored bitmap may announce more points than fit in memory.
            guard bitmap.columns == map.columns, bitmap.rows == map.rows, let mask = bitmap.mask else {
                throw SurfacesError(
                    code: .badSetting,
                    place: "mask",
                    detail: "The bitmap has \(bitmap.columns) x \(bitmap.rows) points and the surface "
                        + "\(map.columns) x \(map.rows). Give a bitmap made for this surface."
                )
            }
            return mask
        }
    }

    private static func check(_ circle: PlaneCircle) throws(SurfacesError) {
        guard circle.radius > 0, circle.radius.isFinite, circle.centre.x.isFinite, circle.centre.y.isFinite else {
            throw noExtent("circle")
        }
    }

    private static func noExtent(_ name: String) -> SurfacesError {
        SurfacesError(
            code: .badSetting,
            place: "mask",
            detail: "The \(name) has no extent. Give it a size above zero in micrometres."
        )
    }

    private static func mask(_ map: SurfaceMap, _ rule: (PlanePoint) -> Bool) -> SurfaceMask {
        var mask = SurfaceMask(columns: map.columns, rows: map.rows, repeating: false)
        for row in 0..<map.rows {
            for column in 0..<map.columns {
                let point = PlanePoint(x: Double(column) * map.pitchX, y: Double(row) * map.pitchY)
                mask.inside[row * map.columns + column] = rule(point)
            }
        }
        return mask
    }

    /// Fills row by row between the crossings of the outline, so that the time does not grow with points times corners.
    private static func mask(_ map: SurfaceMap, corners: [PlanePoint]) -> SurfaceMask {
        var mask = SurfaceMask(columns: map.columns, rows: map.rows, repeating: false)
        for row in 0..<map.rows {
            let y = Double(row) * map.pitchY
            var crossings: [Double] = []
            var previous = corners[corners.count - 1]
            for corner in corners {
                if (previous.y > y) != (corner.y > y) {
                    crossings.append(previous.x + (y - previous.y) / (corner.y - previous.y) * (corner.x - previous.x))
                }
                previous = corner
            }
            crossings.sort()
            for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
                let first = max(0, (crossings[pair] / map.pitchX).rounded(.up))
                let last = min(Double(map.columns - 1), (crossings[pair + 1] / map.pitchX).rounded(.down))
                guard first <= last else { continue }
                for column in Int(first)...Int(last) { mask.inside[row * map.columns + column] = true }
            }
        }
        return mask
    }
}
