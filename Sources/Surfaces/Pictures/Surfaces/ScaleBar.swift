/// A bar of an even length with that length written beside it.
struct ScaleBar {
    /// The length in pixels.
    let length: Double
    /// The length with its unit.
    let label: String

    private static let textSize = 16.0

    /// The longest bar of 1, 2 or 5 times a power of ten that fits, and is drawn at `scale` micrometres a pixel.
    init(scale: Double, room: Double) {
        let micrometres = Ticks.evenLength(within: room * scale)
        length = micrometres / scale
        label =
            micrometres >= 1_000
            ? "\(FixedNumber.short(micrometres / 1_000, digits: 1)) mm"
            : "\(FixedNumber.short(micrometres, digits: 1)) µm"
    }

    /// Bar and label together, pixels.
    var width: Double { length + 8 + Picture.textWidth(label, size: Self.textSize) }

    /// Draws the bar with its upper left corner at a place.
    func draw(on picture: inout Picture, at place: PicturePoint) {
        picture.fillRectangle(PicturePoint(place.x, place.y + 7), width: length, height: 5, .black)
        picture.drawText(
            label,
            at: PicturePoint(place.x + length + 8, place.y + 9.5),
            size: Self.textSize,
            anchor: .left
        )
    }
}
