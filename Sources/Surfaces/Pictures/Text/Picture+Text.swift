/// Which point of a text lies at the place where it is drawn.
public struct TextAnchor: Sendable, Hashable {
    /// From 0, the left end of the text, to 1, the right end.
    public var across: Double
    /// From 0, the top of capitals, to 1, the base line.
    public var down: Double

    /// An anchor from its parts of the width and of the height of capitals.
    public init(across: Double, down: Double) {
        self.across = across
        self.down = down
    }

    /// The left end, on the base line.
    public static let start = TextAnchor(across: 0, down: 1)
    /// The left end, half the height of a capital.
    public static let left = TextAnchor(across: 0, down: 0.5)
    /// The middle.
    public static let centre = TextAnchor(across: 0.5, down: 0.5)
    /// The right end, half the height of a capital.
    public static let right = TextAnchor(across: 1, down: 0.5)
    /// The middle of the top.
    public static let top = TextAnchor(across: 0.5, down: 0)
    /// The middle of the base line.
    public static let bottom = TextAnchor(across: 0.5, down: 1)
}

extension Picture {
    /// Draws a line of text.
    ///
    /// - Parameters:
    ///   - size: the height of a line, pixels; capitals take two thirds of it.
    ///   - turned: whether the text runs upwards instead of to the right.
    ///   - bold: whether strokes are thicker.
    ///   - halo: a colour around the strokes, so that text is read on any ground; nil for none.
    public mutating func drawText(
        _ text: String,
        at place: PicturePoint,
        _ colour: Colour = .black,
        size: Double = 16,
        anchor: TextAnchor = .start,
        turned: Bool = false,
        bold: Bool = false,
        halo: Colour? = nil
    ) {
        let scale = size / StrokeFont.lineHeight
        let startX = -anchor.across * Self.textWidth(text, size: size)
        let startY = (1 - anchor.down) * StrokeFont.capitalHeight * scale
        var lines: [[PicturePoint]] = []
        var pen = startX
        for letter in text {
            let glyph = StrokeFont.simplex.glyph(letter)
            for stroke in glyph.strokes {
                lines.append(
                    stroke.map { point in
                        let (x, y) = (pen + point.x * scale, startY + point.y * scale)
                        return turned
                            ? PicturePoint(place.x + y, place.y - x) : PicturePoint(place.x + x, place.y + y)
                    }
                )
            }
            pen += glyph.advance * scale
        }
        let thickness = max(1.05, size * (bold ? 0.125 : 0.075))
        if let halo { drawPath(lines, halo, width: thickness + max(2.5, size / 5), opacity: 0.85) }
        drawPath(lines, colour, width: thickness)
    }

    /// How wide a line of text is, pixels.
    public static func textWidth(_ text: String, size: Double = 16) -> Double {
        text.reduce(0) { $0 + StrokeFont.simplex.glyph($1).advance } * size / StrokeFont.lineHeight
    }
}
