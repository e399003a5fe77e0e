/// How a surface is drawn.
public struct SurfaceRendering: Sendable, Hashable {
    /// What the pixels show.
    public enum Style: Sendable, Hashable {
        /// Relief for heights, brightness for reflectance.
        case natural
        /// Light and shadow; see `ShadedRelief`.
        case relief(ShadedRelief)
        /// Values as colours of a map, between two values; nil takes the 0.5th to the 99.5th percentile.
        case values(ColourMap, range: ClosedRange<Float>?)
    }

    /// What the pixels show.
    public var style: Style
    /// The longer side of the surface in pixels; nil gives a point of the surface a pixel, within 200 to 1,600.
    public var longestSide: Int?
    /// A line of text above the surface; nil for none.
    public var title: String?
    /// Whether scale bar, colour bar and settings stand around the surface.
    public var showsScales: Bool
    /// Points of the surface that count; the others are tinted and the border is drawn. Nil for none.
    public var mask: SurfaceMask?
    /// The colour of the mask's border and tint.
    public var maskColour: Colour
    /// The colour of missing points.
    public var missing: Colour

    /// A rendering from its settings.
    public init(
        _ style: Style = .natural,
        longestSide: Int? = nil,
        title: String? = nil,
        showsScales: Bool = true,
        mask: SurfaceMask? = nil,
        maskColour: Colour = .vermilion,
        missing: Colour = .missing
    ) {
        self.style = style
        self.longestSide = longestSide
        self.title = title
        self.showsScales = showsScales
        self.mask = mask
        self.maskColour = maskColour
        self.missing = missing
    }

    /// Draws a surface.
    ///
    /// - Throws: `badSetting` when the mask has another size than the surface, or the side lies outside 16 to 20,000.
    public func draw(_ map: SurfaceMap) throws(SurfacesError) -> SurfacePicture {
        if let mask, mask.columns != map.columns || mask.rows != map.rows {
            throw .setting(
                "picture",
                "The mask has \(mask.columns) x \(mask.rows) points and the surface \(map.columns) x \(map.rows)."
            )
        }
        let sampling = AreaSampling(map, scale: try scale(for: map))
        let (picture, legend) = pixels(map, sampling)
        let layout = SurfaceLayout(surface: picture, legend: legend, rendering: self, map: map)
        return layout.compose()
    }

    /// What stands beside or below the surface.
    enum Legend {
        case light(ShadedRelief)
        case colours(ColourMap, ClosedRange<Float>)
    }

    private func scale(for map: SurfaceMap) throws(SurfacesError) -> Double {
        let extent = max(Double(map.columns) * map.pitchX, Double(map.rows) * map.pitchY)
        if let longestSide {
            guard (16...20_000).contains(longestSide) else {
                throw .setting("picture", "A side of \(longestSide) pixels is not drawn. Use 16 to 20,000.")
            }
            return extent / Double(longestSide)
        }
        let points = extent / min(map.pitchX, map.pitchY)
        return extent / max(200, min(1_600, points))
    }

    private func pixels(_ map: SurfaceMap, _ sampling: AreaSampling) -> (Picture, Legend?) {
        var picture = Picture(width: sampling.width, height: sampling.height, fill: missing)
        var legend: Legend? = nil
        switch style {
        case .natural where map.kind != .height:
            picture.fill(sampling.sample(map.values)) { Colour(grey: $0) }
        case .natural, .relief:
            var relief = ShadedRelief()
            if case .relief(let chosen) = style { relief = chosen }
            let (brightness, exaggeration) = relief.shade(map)
            relief.exaggeration = exaggeration
            picture.fill(sampling.sample(brightness)) { Colour(grey: $0) }
            legend = .light(relief)
        case .values(let colours, let range):
            let range = range ?? Self.usualRange(map)
            let extent = Double(range.upperBound) - Double(range.lowerBound)
            picture.fill(sampling.sample(map.values)) {
                colours.colour(at: extent > 0 ? ($0 - Double(range.lowerBound)) / extent : 0.5)
            }
            legend = .colours(colours, range)
        }
        if let mask { picture.tint(sampling.sample(mask.inside.map { $0 ? 1 : 0 }), maskColour) }
        return (picture, legend)
    }

    private static func usualRange(_ map: SurfaceMap) -> ClosedRange<Float> {
        let low = Median.value(atFraction: 0.005, of: map.values) ?? 0
        let high = Median.value(atFraction: 0.995, of: map.values) ?? 0
        return low...max(low, high)
    }
}

extension Picture {
    /// Gives every pixel with a value its colour.
    fileprivate mutating func fill(_ values: [Float], _ colour: (Double) -> Colour) {
        for row in 0..<height {
            for column in 0..<width where !values[row * width + column].isNaN {
                self[column, row] = colour(Double(values[row * width + column]))
            }
        }
    }

    /// Tints the pixels of which less than half counts, and draws a line where both kinds meet.
    fileprivate mutating func tint(_ parts: [Float], _ colour: Colour) {
        func counts(_ column: Int, _ row: Int) -> Bool { parts[row * width + column] >= 0.5 }
        for row in 0..<height {
            for column in 0..<width {
                guard !counts(column, row) else { continue }
                let left = max(0, column - 1)
                let right = min(width - 1, column + 1)
                let meets =
                    counts(left, row) || counts(right, row) || counts(column, max(0, row - 1))
                    || counts(column, min(height - 1, row + 1))
                blend(column, row, colour, meets ? 1 : 0.35)
            }
        }
    }
}
