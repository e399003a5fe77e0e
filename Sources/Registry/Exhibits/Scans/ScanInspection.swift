import Surfaces
import Toolmarks

/// Looks at a scan for what would spoil its comparison, before it is prepared.
///
/// Limits come from the methods: a breech face is filtered from 16 micrometres up, so points may lie half of that apart;
/// the smallest primers have some 4 mm; lands are compared by striae of 5 micrometres and more.
struct ScanInspection {
    let map: SurfaceMap
    let kind: ToolmarkKind
    /// How far the scan is prepared; nil for striated marks.
    let stage: ScanState.Stage?

    /// Where less than this part was measured within the mark, a person is told.
    private static let leastMeasured = 0.5
    /// With less of the whole scan, nothing can be compared.
    private static let leastUsable = 0.01
    /// A scan of which less is there at all is told of too, whatever its shape.
    private static let leastWhole = 0.1
    /// More points than this at the very same lowest or highest value were cut off by the instrument.
    private static let mostClipped = 0.005
    /// The sides of no mark are longer, micrometres: the length was given in another unit.
    private static let longestSide = 40_000.0

    /// Every finding about the values, the gravest first.
    var findings: [ScanFinding] {
        guard map.kind == .height else { return [ScanFinding("picture-not-heights", isFatal: true)] }
        return ([missing, size, units, pitch].compactMap { $0 } + clipping).sorted { $0.isFatal && !$1.isFatal }
    }

    private var missing: ScanFinding? {
        let (share, dense) = (map.validFraction, measuredShareOfMark)
        guard share < Self.leastWhole || dense < Self.leastMeasured else { return nil }
        let told = dense < Self.leastMeasured ? dense : share
        return ScanFinding(
            share == 0 ? "empty" : "mostly-missing", isFatal: share < Self.leastUsable,
            facts: ["share": Self.percent(1 - told)]
        )
    }

    /// The part that was measured of the blocks in which anything was: what somebody cut out does not count as missing,
    /// what the instrument lost does.
    private var measuredShareOfMark: Double {
        let side = 16
        let across = (map.columns + side - 1) / side
        var counts = [Int](repeating: 0, count: across * ((map.rows + side - 1) / side))
        var place = 0
        for row in 0..<map.rows {
            for column in 0..<map.columns {
                if !map.values[place].isNaN { counts[row / side * across + column / side] += 1 }
                place += 1
            }
        }
        var (measured, covered) = (0, 0)
        for (block, count) in counts.enumerated() where count > 0 {
            measured += count
            covered +=
                min(side, map.columns - block % across * side) * min(side, map.rows - block / across * side)
        }
        return covered > 0 ? Double(measured) / Double(covered) : 0
    }

    /// The extent below which a mark is suspiciously small, and below which it cannot be compared; micrometres.
    private var smallestExtents: (usual: Double, usable: Double) {
        switch kind {
        case .breechFace: (2_000, 600)
        case .firingPin: (600, 250)
        default: (400, 150)
        }
    }

    private var size: ScanFinding? {
        let (across, along) = (Double(map.columns) * map.pitchX, Double(map.rows) * map.pitchY)
        // The length of a striated mark along its striae matters little.
        let extent = kind.isImpressed ? min(across, along) : max(across, along)
        let (usual, usable) = smallestExtents
        guard extent < usual else { return nil }
        return ScanFinding(
            "too-small", isFatal: extent < usable,
            facts: ["extent": Self.millimetres(extent), "usual": Self.millimetres(usual)]
        )
    }

    /// Heights and lengths that no mark has were given in another unit than the file says.
    private var units: ScanFinding? {
        let longest = max(map.extentX, map.extentY)
        guard let range = map.range else { return nil }
        let span = Double(range.upperBound) - Double(range.lowerBound)
        guard longest > Self.longestSide || (longest > 100 && span > longest) || (span > 0 && span < 0.01) else {
            return nil
        }
        return ScanFinding(
            "units-doubtful", isFatal: longest > Self.longestSide,
            facts: ["extent": Self.millimetres(longest), "span": Self.number(span)]
        )
    }

    private var pitch: ScanFinding? {
        let coarsest = kind.isImpressed ? 8.0 : 4.0
        let pitch = max(map.pitchX, kind.isImpressed ? map.pitchY : map.pitchX)
        guard pitch > coarsest else { return nil }
        return ScanFinding("too-coarse", facts: ["pitch": Self.number(pitch), "coarsest": Self.number(coarsest)])
    }

    /// Heights beyond the range of the instrument all have its end.
    private var clipping: [ScanFinding] {
        guard let range = map.range, range.lowerBound < range.upperBound, map.rows > 1 else { return [] }
        let valid = Double(map.validCount)
        let (low, high) = map.values.reduce(into: (0.0, 0.0)) { counts, value in
            if value == range.lowerBound { counts.0 += 1 }
            if value == range.upperBound { counts.1 += 1 }
        }
        return [("clipped-low", low), ("clipped-high", high)].compactMap { code, count in
            count / valid > Self.mostClipped ? ScanFinding(code, facts: ["share": Self.percent(count / valid)]) : nil
        }
    }

    /// The points that were cut off; nil where there are none worth a picture.
    var clippedPoints: SurfaceMask? {
        guard !clipping.isEmpty, let range = map.range else { return nil }
        return SurfaceMask(
            columns: map.columns, rows: map.rows,
            inside: map.values.map { $0 == range.lowerBound || $0 == range.upperBound }
        )
    }

    /// `62`, or `0.7` below one.
    static func percent(_ share: Double) -> String {
        let percent = share * 100
        return percent >= 1 || percent == 0 ? "\(Int(percent.rounded()))" : number(percent)
    }

    static func millimetres(_ micrometres: Double) -> String { number(micrometres / 1_000) }

    /// At most three digits behind the point.
    static func number(_ value: Double) -> String {
        let rounded = (value * 1_000).rounded() / 1_000
        return Int(exactly: rounded).map { "\($0)" } ?? "\(rounded)"
    }
}
