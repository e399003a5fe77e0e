import CJPEG
import Testing

@testable import Surfaces

@Suite struct ReflectanceTests {
    static let options = SurfaceReadingOptions(pitch: 2)

    static func grey(_ count: Int, largest: Int) -> [UInt16] { (0..<count).map { UInt16($0 * 37 % (largest + 1)) } }

    @Test(arguments: [8, 16], [false, true])
    func greyTIFFsAreBrightnessAsStored(_ bits: Int, _ isBigEndian: Bool) throws {
        let largest = bits == 8 ? 255 : 65_535
        let values = Self.grey(35 * 21, largest: largest)
        for tile in [nil, 16] {
            let tiff = TIFFFile(
                width: 35, height: 21, bits: bits, isBigEndian: isBigEndian, tile: tile, values: values
            ).make()
            let file = try SurfaceFile.read(tiff, options: Self.options)
            #expect(file.format == .tiff && file.surface.kind == .reflectance && file.warnings.isEmpty)
            #expect(file.surface.columns == 35 && file.surface.rows == 21)
            #expect(file.surface.values == values.map { Float($0) * (1 / Float(largest)) })
        }
    }

    @Test func whiteIsZeroIsTurnedAndColoursAreReducedWithAWarning() throws {
        let inverse = TIFFFile(width: 2, height: 1, photometric: 0, values: [0, 255]).make()
        #expect(try SurfaceFile.read(inverse, options: Self.options).surface.values == [1, 0])
        let colour = TIFFFile(width: 2, height: 1, samples: 3, photometric: 2, values: [255, 255, 255, 255, 0, 0])
            .make()
        let file = try SurfaceFile.read(colour, options: Self.options)
        #expect(file.warnings.map(\.code) == [.coloursReduced])
        #expect(abs(file.surface.values[0] - 1) < 1e-6 && abs(file.surface.values[1] - 0.299) < 1e-6)
    }

    @Test func floatingPointTIFFsAreRefusedWithAdvice() {
        let tiff = TIFFFile(width: 4, height: 2, bits: 16, format: 3, values: Self.grey(8, largest: 99)).make()
        #expect {
            try SurfaceFile.read(tiff, name: "a.tif")
        } throws: { ($0 as? SurfacesError)?.code == .unsupported }
    }

    @Test func pngPicturesComeBackAsDrawn() throws {
        var picture = Picture(width: 40, height: 30)
        picture.fillRectangle(PicturePoint(5, 5), width: 10, height: 20, Colour(grey: 0.5))
        let file = try SurfaceFile.read(try picture.png(), name: "p.png", options: Self.options)
        #expect(file.format == .png && file.surface.kind == .reflectance)
        #expect(file.surface.columns == 40 && file.surface.rows == 30)
        #expect(abs(file.surface[7, 10] - 128.0 / 255) < 1e-6 && abs(file.surface[30, 3] - 1) < 1e-6)
        let (width, height, colours) = try PNGDecoder.colours(try picture.png(), limits: SurfaceLimits())
        #expect(width == 40 && height == 30)
        #expect(colours == (0..<1_200).map { picture[$0 % 40, $0 / 40] })
    }

    @Test func deepPNGsKeepEveryBit() throws {
        let values: [UInt16] = [0, 1, 255, 256, 32_767, 65_535]
        let bytes = try PNGEncoder.encode(deep: values, width: 3, height: 2)
        let map = try SurfaceFile.read(bytes, options: Self.options).surface
        #expect(map.values == values.map { Float($0) * (1 / 65_535) })
    }

    static func jpeg(_ values: [UInt8], width: Int, height: Int) -> [UInt8] {
        let compressor = tjInitCompress()
        defer { tjDestroy(compressor) }
        var file: UnsafeMutablePointer<UInt8>?
        var size: UInt = 0
        tjCompress2(
            compressor, values, Int32(width), 0, Int32(height), Int32(TJPF_GRAY.rawValue), &file, &size,
            Int32(TJSAMP_GRAY.rawValue), 95, 0)
        defer { tjFree(file) }
        return Array(UnsafeBufferPointer(start: file, count: Int(size)))
    }

    @Test func jpegPicturesAreReadNearlyAsDrawn() throws {
        let values = (0..<64 * 48).map { UInt8(($0 % 64) * 4) }
        let bytes = Self.jpeg(values, width: 64, height: 48)
        let file = try SurfaceFile.read(bytes, options: Self.options)
        #expect(file.format == .jpeg && file.surface.kind == .reflectance && file.warnings.isEmpty)
        #expect(zip(file.surface.values, values).allSatisfy { abs($0 - Float($1) / 255) < 0.03 })
    }

    @Test func pitchIsAssumedWithAWarning() throws {
        let tiff = TIFFFile(width: 2, height: 2, values: [1, 2, 3, 4]).make()
        let file = try SurfaceFile.read(tiff)
        #expect(file.surface.pitchX == 1 && file.warnings.map(\.code) == [.pitchAssumed])
    }

    @Test func picturesCutAnywhereGiveAnErrorOrTheWholePicture() throws {
        let values = Self.grey(35 * 21, largest: 255)
        let wholes = [
            TIFFFile(width: 35, height: 21, values: values).make(),
            try PNGEncoder.encode(values.map { UInt8($0) }, width: 35, height: 21, format: 0),
            Self.jpeg(values.map { UInt8($0) }, width: 35, height: 21),
        ]
        for whole in wholes {
            let expected = try SurfaceFile.read(whole).surface
            for length in 0..<whole.count {
                // The last bytes of a file may be of no consequence for its pixels.
                if let map = try? SurfaceFile.read(Array(whole[..<length])).surface { #expect(map == expected) }
            }
        }
    }

    @Test func flippedBitsNeverCrashAPictureReader() throws {
        let values = Self.grey(35 * 21, largest: 255)
        let wholes = [
            TIFFFile(width: 35, height: 21, tile: 16, values: values).make(),
            try PNGEncoder.encode(values.map { UInt8($0) }, width: 35, height: 21, format: 0),
            Self.jpeg(values.map { UInt8($0) }, width: 35, height: 21),
        ]
        var generator = Seeded(state: 5)
        for whole in wholes {
            for _ in 0..<300 {
                var damaged = whole
                for _ in 0..<Int.random(in: 1...4, using: &generator) {
                    let place = Int.random(in: 0..<damaged.count, using: &generator)
                    damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                }
                _ = try? SurfaceFile.read(damaged, options: .init(limits: SurfaceLimits(points: 1_000_000)))
            }
        }
    }

    @Test(arguments: [30_000, 200_000])
    func hugeHeadersWithFewBytesAreRefusedAtOnce(_ side: Int) throws {
        var tiff = TIFFFile(width: 3, height: 3, values: Self.grey(9, largest: 255)).make()
        var png = try PNGEncoder.encode([UInt8](repeating: 7, count: 9), width: 3, height: 3, format: 0)
        for shift in 0..<4 {
            let byte = UInt8(truncatingIfNeeded: side >> (8 * (3 - shift)))
            png[16 + shift] = byte
            png[20 + shift] = byte
        }
        // The values of the first two tags: width and height.
        let directory = Int(tiff[4]) + Int(tiff[5]) << 8
        for tag in 0..<2 {
            for shift in 0..<4 {
                tiff[directory + 2 + tag * 12 + 8 + shift] = UInt8(truncatingIfNeeded: side >> (8 * shift))
            }
        }
        for file in [tiff, png] {
            let clock = ContinuousClock()
            let time = clock.measure { #expect(throws: SurfacesError.self) { try SurfaceFile.read(file) } }
            #expect(time < .milliseconds(200))
        }
    }
}
