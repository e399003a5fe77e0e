import Surfaces

/// Sketches for invented methods: a thing in section with what is hidden in it, as boxes and lines.
enum DemoSketch {
    /// A long hollow body with parts inside and a mark at each closure, as a PNG file.
    static func hollow(parts: Int) throws -> [UInt8] {
        var picture = Picture(width: 720, height: 420, fill: Colour(0xF4F5F7))
        let ink = Colour(0x33404F)
        picture.fillRectangle(PicturePoint(60, 130), width: 600, height: 130, Colour(0xCBD3DC))
        picture.fillRectangle(PicturePoint(84, 152), width: 552, height: 86, Colour(0xF9FAFB))
        picture.drawRectangle(PicturePoint(60, 130), width: 600, height: 130, ink, line: 3)
        picture.drawRectangle(PicturePoint(84, 152), width: 552, height: 86, ink, line: 2)
        let step = 520.0 / Double(parts)
        for part in 0..<parts {
            let left = 104 + Double(part) * step
            picture.fillRectangle(
                PicturePoint(left, 172), width: step - 28, height: 46, Colour(0x8A5A06), opacity: 0.75)
            picture.drawRectangle(PicturePoint(left, 172), width: step - 28, height: 46, ink, line: 2)
        }
        for x in [60.0, 660] {
            picture.fillCircle(PicturePoint(x, 195), radius: 17, Colour(0x9C2626), opacity: 0.85)
            picture.drawLine(from: PicturePoint(x, 212), to: PicturePoint(x, 330), Colour(0x9C2626), width: 2)
            picture.fillCircle(PicturePoint(x, 340), radius: 10, Colour(0x9C2626))
        }
        picture.drawLine(from: PicturePoint(360, 218), to: PicturePoint(360, 330), Colour(0x8A5A06), width: 2)
        picture.fillRectangle(PicturePoint(350, 330), width: 20, height: 20, Colour(0x8A5A06))
        return try picture.png()
    }

    /// Parcels on one way, each with a part in it, as a PNG file.
    static func parcels(_ count: Int) throws -> [UInt8] {
        var picture = Picture(width: 720, height: 420, fill: Colour(0xF4F5F7))
        let ink = Colour(0x33404F)
        for parcel in 0..<count {
            let left = 50 + Double(parcel) * (640 / Double(count))
            let top = 110 + Double(parcel % 2) * 70
            picture.fillRectangle(PicturePoint(left, top), width: 120, height: 100, Colour(0xD8BC93))
            picture.drawRectangle(PicturePoint(left, top), width: 120, height: 100, ink, line: 3)
            picture.drawLine(from: PicturePoint(left + 60, top), to: PicturePoint(left + 60, top + 100), ink, width: 2)
            picture.fillRectangle(PicturePoint(left + 22, top + 34), width: 76, height: 20, ink, opacity: 0.8)
            picture.drawLine(
                from: PicturePoint(left + 60, top + 104), to: PicturePoint(640, 360), Colour(0x154D93), width: 2)
        }
        picture.fillCircle(PicturePoint(640, 360), radius: 16, Colour(0x154D93))
        return try picture.png()
    }
}
