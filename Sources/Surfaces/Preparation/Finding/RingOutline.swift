/// The ring of a primer on a coarse map: its mask, the hole in it, the circles, and how convincing they are.
struct RingOutline {
    /// The mark, without margins cut.
    let mask: SurfaceMask
    /// The mark with the hole and every gap filled.
    let filled: SurfaceMask
    /// The firing-pin hole with its lip; empty when none is enclosed.
    let holeMask: SurfaceMask
    /// The circle along the outer border, micrometres on the scan.
    let edge: PlaneCircle?
    /// The circle along the hole, micrometres on the scan.
    let hole: PlaneCircle?
    /// Why the outline is to be believed or not.
    let evidence: RingEvidence

    /// Gaps smaller than this are dust and not the firing-pin hole, square micrometres.
    private static let smallestHole = 150_000.0
    /// Bridges narrower than twice this are cut, micrometres.
    private static let bridge = 40.0

    /// Nil when nothing is left of the region.
    init?(coarse: CoarseMap, region: SurfaceMask, flatness: Double) {
        let map = coarse.map
        let pointArea = map.pitchX * map.pitchY
        guard let form = Self.form(of: map, region, flatness) else { return nil }
        var flat = SurfaceMask(columns: map.columns, rows: map.rows, repeating: false)
        for row in 0..<map.rows {
            for column in 0..<map.columns {
                let value = map.values[row * map.columns + column]
                guard !value.isNaN else { continue }
                let height = form.surface.height(column: column, row: row)
                // The primer falls away at its edge and is pushed up where it flowed: more is allowed above.
                let rise = Double(value) - height
                flat.inside[row * map.columns + column] = rise >= -flatness && rise <= 1.5 * flatness
            }
        }
        let opened = flat.opened(by: Self.bridge, pitchX: map.pitchX, pitchY: map.pitchY)
        // A narrow scan may vanish when it is opened; its flat points are then taken as they are.
        let parts = (opened.count > 0 ? opened : flat).regions()
        guard
            let part = parts.max(by: { Self.common($0, region) < Self.common($1, region) }),
            Self.common(part, region) > 0
        else { return nil }
        var mask = flat.with(points: part)
        let smallGap = Int(Self.smallestHole / pointArea)
        // Dust and pits stay in the mark; the later steps take care of them.
        mask = mask.fillingGaps(upTo: smallGap)
        var filled = mask.fillingGaps()
        let edge = CircleFit.border(of: filled, coarse: coarse)
        if let edge {
            // Tongues that reach beyond the circle belong to something else of the same height.
            let circle = PlaneCircle(centre: edge.circle.centre, radius: edge.circle.radius * 1.05)
            if edge.roundness > 0.5 {
                mask = Self.inside(circle, mask, coarse)
                filled = Self.inside(circle, filled, coarse)
            }
        }
        let gaps = filled.subtracting(mask).regions()
        let holeMask = gaps.first.map { filled.with(points: $0) }
        self.mask = mask
        self.filled = filled
        self.edge = edge?.circle
        self.holeMask = holeMask ?? SurfaceMask(columns: map.columns, rows: map.rows, repeating: false)
        hole = holeMask.flatMap { Self.circle(around: $0, coarse, pointArea) }
        evidence = RingEvidence(
            coarse: coarse,
            mask: mask,
            filled: filled,
            holeMask: self.holeMask,
            edge: edge,
            isDomed: form.isDomed
        )
    }

    /// A plane, or a second-degree form when that fits clearly better.
    private static func form(
        of map: SurfaceMap,
        _ region: SurfaceMask,
        _ flatness: Double
    ) -> (surface: FittedForm, isDomed: Bool)? {
        guard let masked = try? map.masked(by: region),
            let plane = try? FormFit(form: .plane, robust: true).fit(masked)
        else { return nil }
        guard let dome = try? FormFit(form: .polynomial(degree: 2), robust: true).fit(masked) else {
            return (plane, false)
        }
        return dome.scatter < 0.6 * plane.scatter && plane.scatter > 0.1 * flatness ? (dome, true) : (plane, false)
    }

    private static func common(_ points: [Int], _ region: SurfaceMask) -> Int {
        points.reduce(0) { $0 + (region.inside[$1] ? 1 : 0) }
    }

    private static func inside(_ circle: PlaneCircle, _ mask: SurfaceMask, _ coarse: CoarseMap) -> SurfaceMask {
        var result = mask
        for place in mask.inside.indices where mask.inside[place] {
            let point = coarse.place(column: Double(place % mask.columns), row: Double(place / mask.columns))
            if !circle.contains(point) { result.inside[place] = false }
        }
        return result
    }

    /// The circle with the middle and the area of a mask.
    private static func circle(around mask: SurfaceMask, _ coarse: CoarseMap, _ pointArea: Double) -> PlaneCircle? {
        guard let middle = mask.centroid else { return nil }
        return PlaneCircle(
            centre: coarse.place(column: middle.column, row: middle.row),
            radius: (Double(mask.count) * pointArea / Double.pi).squareRoot()
        )
    }
}
