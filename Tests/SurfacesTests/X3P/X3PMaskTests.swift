import Testing

@testable import Surfaces

@Suite struct X3PMaskTests {
    static let outside = Colour(0xCD7F32)

    /// A mask picture of 3 x 2: the first column is outside, the last one marked in red.
    static func picture(transposed: Bool = false) throws -> [UInt8] {
        var picture = Picture(width: transposed ? 2 : 3, height: transposed ? 3 : 2, fill: .white)
        for row in 0..<2 {
            if transposed {
                picture[row, 0] = outside
                picture[row, 2] = Colour(0xFF0000)
            } else {
                picture[0, row] = outside
                picture[2, row] = Colour(0xFF0000)
            }
        }
        return try picture.png()
    }

    static let element = """
        <Mask><Background>#CD7F32FF</Background><Annotations><Annotation color="#FF0000">breech face</Annotation>\
        <Annotation color="nonsense">x</Annotation></Annotations></Mask>
        """

    @Test func colouredMasksGiveAnnotationsAndWhatCounts() throws {
        var file = X3PFile()
        file.record3Extra = Self.element
        file.others = [("bindata/mask.png", try Self.picture())]
        let read = try file.read(strict: true)
        #expect(read.warnings.isEmpty)
        let marking = try #require(read.marking)
        #expect(marking.mask.inside == [false, true, true, false, true, true])
        #expect(marking.annotations.map(\.text) == ["breech face", nil])
        #expect(marking.annotations.map(\.colour) == [Colour(0xFF0000), .white])
        #expect(marking.annotations[0].area.inside == [false, false, true, false, false, true])
    }

    @Test func aMaskThatLiesAcrossIsTurnedWithAWarning() throws {
        var file = X3PFile()
        file.others = [("bindata/mask.png", try Self.picture(transposed: true))]
        let read = try file.read()
        #expect(read.warnings.map(\.code) == [.maskTransposed])
        #expect(read.marking?.mask.inside == [false, true, true, false, true, true])
    }

    @Test func whiteCountsInABlackAndWhiteMask() throws {
        var mask = SurfaceMask(columns: 3, rows: 2, repeating: false)
        mask.inside[4] = true
        var file = X3PFile()
        file.others = [("bindata/mask.png", try mask.png())]
        let marking = try #require(try file.read().marking)
        #expect(marking.mask == mask && marking.annotations.isEmpty)
    }

    @Test func binaryMasksHoldABitOrAByteAPoint() throws {
        var file = X3PFile()
        file.others = [("bindata/mask.bin", [0b110010])]
        #expect(try file.read().marking?.mask.inside == [false, true, false, false, true, true])
        file.others = [("mask.bin", [1, 2, 3])]
        let read = try file.read()
        #expect(read.marking == nil && read.warnings.map(\.code) == [.maskUnusable])
    }

    @Test func aMaskIsTurnedAsTheSurfaceIs() throws {
        var file = X3PFile()
        file.axesExtra = "<Origin>SW</Origin>"
        file.others = [("bindata/mask.bin", [0b000111])]
        #expect(try file.read().marking?.mask.inside == [false, false, false, true, true, true])
    }

    @Test func aMaskThatIsMissingDamagedOrOfAnotherSizeIsTold() throws {
        var file = X3PFile()
        file.record3Extra = Self.element
        #expect(try file.read().warnings.map(\.code) == [.maskUnusable])
        file.others = [("bindata/mask.png", [1, 2, 3])]
        #expect(try file.read().warnings.map(\.code) == [.maskUnusable])
        file.others = [("bindata/mask.png", try Picture(width: 9, height: 9).png())]
        let read = try file.read(strict: true)
        #expect(read.warnings.map(\.code) == [.maskUnusable])
        #expect(read.marking == nil && X3PFile.isExpected(read.surface))
    }

    @Test(arguments: ["", "<Origin>NE</Origin>", X3PTypesTests.rotation([0, -1, 0, 1, 0, 0, 0, 0, 1])])
    func aMaskThatIsPutInComesBackTheSame(_ axes: String) throws {
        var file = X3PFile()
        file.axesExtra = axes
        file.others = [("mask.png", try Self.picture())]
        let read = try file.read()
        var document = try #require(read.document)
        var mask = SurfaceMask(columns: read.surface.columns, rows: read.surface.rows, repeating: false)
        mask.inside[1] = true
        mask.inside[5] = true
        try document.setMask(mask)
        let again = try SurfaceFile.read(try document.encoded(), options: .init(isStrict: true))
        #expect(again.marking?.mask == mask)
        #expect(again.document?.entries.map(\.name) == ["bindata/mask.png"])
        #expect(throws: SurfacesError.self) {
            try document.setMask(SurfaceMask(columns: 9, rows: 1, repeating: true))
        }
    }
}
