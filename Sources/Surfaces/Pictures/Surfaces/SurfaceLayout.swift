/// Puts title, scale bar, colour bar and settings around the picture of a surface.
struct SurfaceLayout {
    let surface: Picture
    let legend: SurfaceRendering.Legend?
    let rendering: SurfaceRendering
    let map: SurfaceMap

    private static let textSize = 16.0
    private static let margin = 10

    /// The finished picture.
    func compose() -> SurfacePicture {
        let scale = max(
            Double(map.columns) * map.pitchX / Double(surface.width),
            Double(map.rows) * map.pitchY / Double(surface.height)
        )
        let framed = rendering.showsScales || rendering.title != nil
        var left = framed ? Self.margin : 0
        let top = rendering.title == nil ? left : 34
        var right = left
        var footer: [String] = []
        var bar: ScaleBar? = nil
        if rendering.showsScales {
            bar = ScaleBar(scale: scale, room: Double(surface.width) / 3)
            if case .colours(_, let range) = legend { right = ColourBar.width(range) }
            if case .light(let relief) = legend { footer = Self.text(relief) }
        }
        let barWidth = bar.map { $0.width + Double(2 * Self.margin) } ?? 0
        // Settings stand beside the scale bar where there is room, else below it.
        let footerWidth = footer.map { Picture.textWidth($0, size: Self.textSize) }.max() ?? 0
        let isOneLine = Double(surface.width) >= barWidth + footerWidth
        let bottom = bar == nil ? left : isOneLine ? 40 : 40 + 22 * footer.count
        let titleWidth = rendering.title.map { Int(Picture.textWidth($0, size: 18) * 1.02) } ?? 0
        let needed = max(titleWidth, isOneLine ? 0 : Int(max(footerWidth, barWidth)))
        if needed > surface.width + right - Self.margin { right += needed - surface.width - right + Self.margin }
        left = framed ? Self.margin : 0
        var picture = surface.padded(left: left, top: top, right: right, bottom: bottom)
        let lower = Double(top + surface.height)
        if let title = rendering.title {
            picture.drawText(title, at: PicturePoint(Double(left), 17), size: 18, anchor: .left, bold: true)
        }
        if let bar { bar.draw(on: &picture, at: PicturePoint(Double(left), lower + 14)) }
        for (line, text) in footer.enumerated() {
            let y = lower + (isOneLine ? 24 : 50 + 22 * Double(line))
            let x = Double(left) + (isOneLine ? Double(surface.width) : 0)
            let anchor: TextAnchor = isOneLine ? .right : .left
            picture.drawText(text, at: PicturePoint(x, y), .quiet, size: Self.textSize, anchor: anchor)
        }
        if rendering.showsScales, case .colours(let colours, let range) = legend {
            ColourBar(colours: colours, range: range, unit: map.kind.displayUnit).draw(
                on: &picture,
                corner: PicturePoint(Double(left + surface.width + 14), Double(top)),
                height: Double(surface.height)
            )
        }
        return SurfacePicture(
            picture: picture,
            scale: scale,
            corner: PicturePoint(Double(left), Double(top)),
            inset: PlanePoint(x: map.pitchX / 2, y: map.pitchY / 2)
        )
    }

    private static func text(_ relief: ShadedRelief) -> [String] {
        let azimuth = FixedNumber.text(relief.azimuth, decimals: 0)
        let elevation = FixedNumber.text(relief.elevation, decimals: 0)
        let heights = FixedNumber.short(relief.exaggeration ?? 1)
        return ["light from \(azimuth)°, \(elevation)° high, heights × \(heights)"]
    }
}

extension SurfaceKind {
    /// The unit as people read it; empty for brightness.
    var displayUnit: String { self == .height ? "µm" : "" }
}
