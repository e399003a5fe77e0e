import Testing

@testable import Surfaces

@Suite struct X3PRoundTripTests {
    @Test func everyTypeKeepsEveryBit() throws {
        let values: [X3PValues] = [
            .int16([.min, -1, 0, 1, 2, .max]), .int32([.min, -1, 0, 1, 2, .max]),
            .float32([
                -.infinity, -0.0, .leastNonzeroMagnitude, 1.1, Float(bitPattern: 0x7FC1_2345), .greatestFiniteMagnitude,
            ]),
            .float64([-.infinity, -0.0, .leastNonzeroMagnitude, 0.1, Double(bitPattern: 0x7FF8_0000_1234_5678), 1e-300]
            ),
        ]
        for z in values {
            for validity in [nil, [true, false, true, true, false, true]] {
                let document = X3PDocument(
                    feature: .surface,
                    axes: X3PAxes(
                        x: X3PAxis(isIncremental: true, dataType: .float64, increment: 1.5625e-6, offset: -3e-5),
                        y: X3PAxis(isIncremental: true, dataType: .float64, increment: 0.1e-6),
                        z: X3PAxis(isIncremental: false, dataType: z.dataType, increment: 1e-9, offset: 7e-7)
                    ),
                    dimensions: .matrix(x: 2, y: 3, z: 1),
                    z: z,
                    validity: validity
                )
                let again = try X3PDocument.read(document.encoded(), options: .init(isStrict: true))
                #expect(again.z == z)
                #expect(again.validity == validity)
                #expect(again.axes == document.axes)
                #expect(again.dimensions == document.dimensions)
            }
        }
    }

    @Test func storedPositionsAndListsKeepEveryBit() throws {
        let document = X3PDocument(
            feature: .pointCloud,
            axes: X3PAxes(
                x: X3PAxis(isIncremental: false, dataType: .float64),
                y: X3PAxis(isIncremental: false, dataType: .int32, increment: 1e-7),
                z: X3PAxis(isIncremental: false, dataType: .float32),
                rotation: [1, 0, 0, 0, 0.8, -0.6, 0, 0.6, 0.8]
            ),
            dimensions: .list(3),
            x: .float64([0.1, 0.2, 0.3]),
            y: .int32([1, 2, .max]),
            z: .float32([1e-6, 2e-6, -0.0])
        )
        for isTextual in [false, true] {
            var document = document
            document.isTextual = isTextual
            let again = try X3PDocument.read(document.encoded(), options: .init(isStrict: true))
            #expect(again.x == document.x && again.y == document.y && again.z == document.z)
            #expect(again.axes == document.axes && again.feature == .pointCloud && again.isTextual == isTextual)
        }
    }

    @Test func recordsExtensionsAndEntriesAreWrittenBack() throws {
        var file = X3PFile()
        file.record2 = """
            <Record2><Date>2024-05-06T07:08:09</Date><Creator>J. Gar\u{E7}on &amp; fils</Creator><Instrument>\
            <Manufacturer>M</Manufacturer><Model>X &lt;3&gt;</Model><Serial>007</Serial><Version>1.0</Version></Instrument>\
            <CalibrationDate>2024-01-01</CalibrationDate><ProbingSystem><Type>NonContacting</Type>\
            <Identification>50x</Identification></ProbingSystem><Comment>\u{424}\u{443}</Comment></Record2>
            """
        file.extra =
            "<VendorSpecificID>urn:v</VendorSpecificID><v:Light xmlns:v=\"urn:l\" v:angle=\"4&quot;5\"><v:On/></v:Light>"
        file.others = [("raw/picture.jpg", [1, 2, 3]), ("notes.txt", Array("caf\u{E9}".utf8))]
        let first = try #require(try file.read().document)
        let second = try X3PDocument.read(first.encoded(), options: .init(isStrict: true))
        #expect(second.metadata == first.metadata)
        #expect(second.metadata.creator == "J. Gar\u{E7}on & fils" && second.metadata.model == "X <3>")
        #expect(second.metadata.comment == "\u{424}\u{443}" && second.metadata.probe == "50x")
        #expect(second.description.text("VendorSpecificID") == "urn:v")
        #expect(second.description.first("Light") == first.description.first("Light"))
        #expect(second.entries == first.entries)
        #expect(second.entries.map(\.name) == ["raw/picture.jpg", "notes.txt"])
        // Writing again changes no byte: equal content gives equal files.
        #expect(try second.encoded() == first.encoded())
    }

    @Test func metadataCanBeChangedWithoutLosingWhatOthersAdded() throws {
        var file = X3PFile()
        file.record2 = "<Record2><Creator>A</Creator><x:Case xmlns:x=\"urn:x\">17</x:Case></Record2>"
        var document = try #require(try file.read().document)
        document.metadata.creator = "B"
        document.metadata.manufacturer = "M"
        let again = try X3PDocument.read(document.encoded())
        #expect(again.metadata.creator == "B" && again.metadata.manufacturer == "M")
        #expect(again.description.text("Record2", "Case") == "17")
    }

    @Test func aMapComesBackToTheBit() throws {
        var generator = Seeded(state: 21)
        var map = SurfaceMap(columns: 31, rows: 17, pitchX: 6.25, pitchY: 3.125, repeating: 0)
        for place in 0..<map.count { map.values[place] = Float.random(in: -30...30, using: &generator) }
        for place in stride(from: 0, to: map.count, by: 7) { map.values[place] = .nan }
        let read = try SurfaceFile.read(try X3PDocument(map).encoded(), options: .init(isStrict: true))
        #expect(read.surface == map && read.warnings.isEmpty)
    }

    @Test func pointsThatContradictTheirAxesAreNotWritten() throws {
        var document = try X3PDocument(SurfaceMap(columns: 2, rows: 2, pitchX: 1, pitchY: 1, repeating: 1))
        document.z = .float32([1, 2, 3, 4])
        #expect { try document.encoded() } throws: { ($0 as? SurfacesError)?.code == .badSetting }
        document = try X3PDocument(SurfaceMap(columns: 2, rows: 2, pitchX: 1, pitchY: 1, repeating: 1))
        document.dimensions = .matrix(x: 3, y: 2, z: 1)
        #expect(throws: SurfacesError.self) { try document.encoded() }
    }

    @Test func brightnessIsNotWrittenAsHeights() {
        let map = SurfaceMap(columns: 1, rows: 1, pitchX: 1, pitchY: 1, kind: .reflectance, values: [0.5])
        #expect { try X3PDocument(map) } throws: { ($0 as? SurfacesError)?.code == .wrongFeature }
    }

    @Test func correctedUnitsAreInMetresAndSaidInTheComment() throws {
        var file = X3PFile()
        (file.x.increment, file.y.increment) = ("20", "30")
        let document = try #require(try file.read().document).correctingUnits()
        #expect(document.units == .metres && abs(document.axes.x.increment - 2e-5) < 1e-18)
        let again = try SurfaceFile.read(try document.encoded(), options: .init(isStrict: true))
        #expect(again.warnings.isEmpty && X3PFile.isExpected(again.surface))
        #expect(again.document?.metadata.comment?.contains("Corrected from micrometres") == true)
    }
}
