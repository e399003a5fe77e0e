import Testing

@testable import Surfaces

@Suite("Photographs") struct PhotographTests {
    /// Left half red, right half blue, twice as wide as high.
    static func flag(width: Int = 64) -> Picture {
        var picture = Picture(width: width, height: width / 2, fill: Colour(0xCC2020))
        picture.fillRectangle(
            PicturePoint(Double(width / 2), 0), width: Double(width / 2), height: Double(width / 2), Colour(0x2020CC)
        )
        return picture
    }

    /// A JPEG file with a segment put in after its start.
    static func jpeg(_ picture: Picture, with segment: [UInt8] = []) throws -> [UInt8] {
        let file = try picture.jpeg(quality: 95)
        return file.prefix(2) + segment + file.dropFirst(2)
    }

    /// An Exif segment that states how the camera was held, and a place in words.
    static func exif(_ orientation: UInt8, isLittle: Bool) -> [UInt8] {
        let tiff: [UInt8] =
            isLittle
            ? [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
            : [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
        let content = Array("Exif\0\0".utf8) + tiff + Array("SECRETPLACE".utf8)
        return [0xFF, 0xE1, 0, UInt8(content.count + 2)] + content
    }

    @Test("a PNG and a JPEG of the same picture are read in its colours")
    func colours() throws {
        let picture = Self.flag()
        #expect(try Picture.read(picture.png()) == picture)
        let read = try Picture.read(picture.jpeg(quality: 95))
        #expect(read.width == 64 && read.height == 32)
        #expect(read[5, 10].red > 180 && read[5, 10].blue < 60)
        #expect(read[58, 10].blue > 180 && read[58, 10].red < 60)
    }

    @Test("a smaller picture keeps its shape and the mean of its colours; a small one stays as it is")
    func reduction() {
        let small = Self.flag(width: 640).reduced(toFit: 32)
        #expect(small.width == 32 && small.height == 16)
        #expect(small[3, 3] == Colour(0xCC2020) && small[28, 3] == Colour(0x2020CC))
        #expect(Self.flag().reduced(toFit: 64) == Self.flag())
        let odd = Picture(width: 1_000, height: 3, fill: .black).reduced(toFit: 10)
        #expect(odd.width == 10 && odd.height == 1)
    }

    @Test("a picture is turned as the camera noted, in either byte order", arguments: [true, false])
    func orientation(isLittle: Bool) throws {
        let file = try Self.jpeg(Self.flag(), with: Self.exif(6, isLittle: isLittle))
        let read = try Picture.read(file)
        #expect(read.width == 32 && read.height == 64, "turned by a quarter clockwise")
        #expect(read[10, 5].red > 180 && read[10, 58].blue > 180, "what was left is above")
        let upsideDown = try Picture.read(Self.jpeg(Self.flag(), with: Self.exif(3, isLittle: isLittle)))
        #expect(upsideDown[5, 10].blue > 180)
        #expect(try Picture.read(Self.jpeg(Self.flag(), with: Self.exif(99, isLittle: isLittle))).width == 64)
    }

    @Test("every orientation of the standard brings a marked corner to its place")
    func corners() throws {
        var picture = Picture(width: 3, height: 2)
        picture[0, 0] = .black
        let places = (1...8).compactMap { CameraOrientation(rawValue: $0) }.map { orientation -> [Int] in
            let turned = picture.turned(orientation)
            let place = (0..<turned.width * turned.height).first {
                turned[$0 % turned.width, $0 / turned.width] == .black
            }
            return [turned.width, turned.height, place ?? -1]
        }
        // Exif, section 4.6.4: where row 0 and column 0 of the stored picture are seen.
        #expect(
            places == [[3, 2, 0], [3, 2, 2], [3, 2, 5], [3, 2, 3], [2, 3, 0], [2, 3, 1], [2, 3, 5], [2, 3, 4]])
    }

    @Test("what the camera noted, comments and what follows the end are not kept")
    func metadata() throws {
        let comment: [UInt8] = [0xFF, 0xFE, 0, 13] + Array("SECRETPLACE".utf8)
        for segment in [Self.exif(1, isLittle: true), Self.exif(6, isLittle: false), comment] {
            let file = try Self.jpeg(Self.flag(), with: segment) + Array("SECRETPLACE".utf8)
            let kept = try Photograph(reading: file).file
            #expect(kept.firstRange(of: Array("SECRETPLACE".utf8)) == nil)
            #expect(try Picture.read(kept).width == Picture.read(file).width, "it shows as before")
        }
        let plain = try Self.flag().jpeg()
        #expect(try Photograph(reading: plain).file == plain)
        let png = try Self.flag().png()
        let text: [UInt8] = [0, 0, 0, 11] + Array("tEXtSECRETPLACE".utf8) + [0, 0, 0, 0]
        let end = png.count - 12
        let noted: [UInt8] = Array(png[..<end]) + text + Array(png[end...]) + Array("SECRETPLACE".utf8)
        #expect(PictureMetadata.removed(fromPNG: noted) == png)
    }

    @Test("a picture cut off anywhere is refused, whatever its kind")
    func cutOff() throws {
        for file in [try Self.flag().png(), try Self.flag().jpeg()] {
            for count in stride(from: 0, to: file.count - 13, by: 7) {
                #expect(throws: SurfacesError.self) { try Photograph(reading: Array(file.prefix(count))) }
            }
        }
    }

    @Test("a picture that announces more than the limits is refused before memory is asked for")
    func tooLarge() throws {
        var file = try Self.flag().png()
        file.replaceSubrange(16..<20, with: [0, 1, 0, 0])
        file.replaceSubrange(20..<24, with: [0, 1, 0, 0])
        let error = #expect(throws: SurfacesError.self) {
            try Photograph(reading: file, limits: SurfaceLimits(points: 50_000_000))
        }
        #expect(error?.code == .tooLarge)
    }
}
