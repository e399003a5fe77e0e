import Surfaces

/// The pictures that are kept of scans and preparations, all PNG.
enum ScanPictures {
    /// The longer side of the picture of a scan, pixels: a point of the picture is `width / 1024` micrometres wide, by
    /// which the region editor counts.
    static let scanSide = 1_024
    private static let largeSide = 900
    private static let thumbnailSide = 160
    /// A profile is shown as stripes so many times as long as they are high.
    private static let stripeRatio = 6

    /// A scan as it arrived; nil where it cannot be drawn, which is not worth refusing a scan for.
    /// - Parameters:
    ///   - marked: points that are tinted.
    ///   - kept: points around which everything is tinted.
    static func scan(_ map: SurfaceMap, marking marked: SurfaceMask? = nil, keeping kept: SurfaceMask? = nil)
        -> [UInt8]?
    {
        var rendering = SurfaceRendering(longestSide: scanSide, showsScales: false)
        var map = map
        if map.rows == 1 { map = striped(map) } else { rendering.mask = kept ?? marked?.inverted }
        return try? rendering.draw(map).picture.png()
    }

    /// A prepared surface with its scale, at most 1,024 pixels a side.
    static func large(_ map: SurfaceMap) throws(SurfacesError) -> [UInt8] {
        try SurfaceRendering(longestSide: largeSide).draw(map).picture.png()
    }

    /// A prepared surface at most 160 pixels a side.
    static func thumbnail(_ map: SurfaceMap) throws(SurfacesError) -> [UInt8] {
        try SurfaceRendering(longestSide: thumbnailSide, showsScales: false).draw(map).picture.png()
    }

    /// A profile drawn out along its striae, as the mark itself looks.
    static func striped(_ profile: SurfaceMap) -> SurfaceMap {
        let rows = max(2, profile.columns / stripeRatio)
        let values = (0..<rows).flatMap { _ in profile.values }
        return SurfaceMap(
            columns: profile.columns, rows: rows, pitchX: profile.pitchX, pitchY: profile.pitchX, kind: profile.kind,
            values: values
        )
    }
}
