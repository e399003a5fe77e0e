/// The colours of a map from bottom to top with the values that they stand for.
struct ColourBar {
    let colours: ColourMap
    let range: ClosedRange<Float>
    let unit: String

    private static let bar = 16.0
    private static let textSize = 16.0

    /// The room that bar, labels and margins take, pixels.
    static func width(_ range: ClosedRange<Float>) -> Int {
        let widest = ticks(range).labels.map { Picture.textWidth($0, size: textSize) }.max() ?? 0
        return Int(14 + bar + 8 + max(widest, 30) + 12)
    }

    /// Draws the bar with its upper left corner at a place.
    func draw(on picture: inout Picture, corner: PicturePoint, height: Double) {
        let top = corner.y + (unit.isEmpty ? 0 : 24)
        let extent = max(16, corner.y + height - top)
        for line in 0..<Int(extent) {
            picture.fillRectangle(
                PicturePoint(corner.x, top + Double(line)),
                width: Self.bar,
                height: 1,
                colours.colour(at: 1 - (Double(line) + 0.5) / extent)
            )
        }
        picture.drawRectangle(PicturePoint(corner.x, top), width: Self.bar, height: extent, .quiet)
        picture.drawText(unit, at: PicturePoint(corner.x, corner.y + 8), size: Self.textSize, anchor: .left)
        let ticks = Self.ticks(range)
        let lowest = Double(range.lowerBound)
        let values = Double(range.upperBound) - lowest
        for (value, label) in zip(ticks.values, ticks.labels) {
            let part = values > 0 ? (value - lowest) / values : 0.5
            let y = top + extent * (1 - part)
            let x = corner.x + Self.bar
            picture.drawLine(from: PicturePoint(x, y), to: PicturePoint(x + 4, y), .quiet)
            picture.drawText(label, at: PicturePoint(x + 8, y), size: Self.textSize, anchor: .left)
        }
    }

    private static func ticks(_ range: ClosedRange<Float>) -> Ticks {
        Ticks(in: Double(range.lowerBound)...Double(range.upperBound), wanted: 6)
    }
}
