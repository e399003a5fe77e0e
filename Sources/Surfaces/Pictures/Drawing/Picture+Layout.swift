extension Picture {
    /// Puts another picture onto this one with its upper left corner at a pixel; what stands out is cut.
    public mutating func paste(_ other: Picture, column: Int, row: Int) {
        let left = max(0, -column)
        let right = min(other.width, width - column)
        guard left < right else { return }
        for line in max(0, -row)..<max(max(0, -row), min(other.height, height - row)) {
            let source = (line * other.width + left) * 3
            let target = ((row + line) * width + column + left) * 3
            let count = (right - left) * 3
            bytes.replaceSubrange(target..<target + count, with: other.bytes[source..<source + count])
        }
    }

    /// Pictures in a row from left to right, their upper edges on one line.
    public static func beside(_ pictures: [Picture], gap: Int = 12, fill: Colour = .white) -> Picture {
        let width = pictures.reduce(0) { $0 + $1.width } + gap * max(0, pictures.count - 1)
        let height = pictures.map(\.height).max() ?? 1
        var sheet = Picture(width: max(1, width), height: height, fill: fill)
        var column = 0
        for picture in pictures {
            sheet.paste(picture, column: column, row: 0)
            column += picture.width + gap
        }
        return sheet
    }

    /// Pictures one below the other, their left edges on one line.
    public static func stacked(_ pictures: [Picture], gap: Int = 12, fill: Colour = .white) -> Picture {
        let height = pictures.reduce(0) { $0 + $1.height } + gap * max(0, pictures.count - 1)
        let width = pictures.map(\.width).max() ?? 1
        var sheet = Picture(width: width, height: max(1, height), fill: fill)
        var row = 0
        for picture in pictures {
            sheet.paste(picture, column: 0, row: row)
            row += picture.height + gap
        }
        return sheet
    }

    /// The picture with a border of a colour around it, in pixels.
    public func padded(
        left: Int = 0,
        top: Int = 0,
        right: Int = 0,
        bottom: Int = 0,
        fill: Colour = .white
    ) -> Picture {
        var sheet = Picture(width: width + left + right, height: height + top + bottom, fill: fill)
        sheet.paste(self, column: left, row: top)
        return sheet
    }
}
