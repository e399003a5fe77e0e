import Surfaces
import Testing

@Suite struct NumPyTests {
    static let values: [Int8] = [1, -2, 3, 4, 5, -6]

    static func file(_ type: String, fortran: Bool = false, version: UInt8 = 1) -> [UInt8] {
        NumPyFile.make(type, shape: "2, 3", fortran: fortran, version: version) { file in
            let order = fortran ? [0, 3, 1, 4, 2, 5] : [0, 1, 2, 3, 4, 5]
            for index in order {
                let value = values[index]
                switch type.dropFirst() {
                case "i1": file.add(value)
                case "i2": file.add(Int16(value))
                case "i4": file.add(Int32(value))
                case "i8": file.add(Int64(value))
                case "f4": file.add(Float(value))
                default: file.add(Double(value))
                }
            }
        }
    }

    @Test(arguments: ["<i2", ">i2", "<i4", ">i4", "<i8", "|i1", "<f4", ">f4", "<f8", ">f8"], [false, true])
    func everyTypeAndOrderGivesTheSameMap(_ type: String, _ fortran: Bool) throws {
        for version: UInt8 in [1, 2, 3] {
            let file = try SurfaceFile.read(Self.file(type, fortran: fortran, version: version))
            #expect(file.format == .numPy)
            #expect(file.surface.columns == 3 && file.surface.rows == 2)
            #expect(file.surface.values == [1, -2, 3, 4, 5, -6])
            #expect(file.surface.kind == .height)
            #expect(file.warnings.map(\.code) == [.pitchAssumed])
        }
    }

    @Test func halfPrecisionAndUnsignedNumbersAreRead() throws {
        let half = NumPyFile.make("<f2", shape: "1, 6") { file in
            for bits: UInt16 in [0x3C00, 0xC000, 0x0001, 0x7C00, 0x7E00, 0x7BFF] { file.add(bits) }
        }
        let values = try SurfaceFile.read(half).surface.values
        #expect(values[0] == 1 && values[1] == -2 && values[2] == 5.9604645e-08 && values[5] == 65_504)
        #expect(values[3].isNaN && values[4].isNaN)
        let unsigned = NumPyFile.make(">u2", shape: "4") { file in
            for value: UInt16 in [0, 1, 40_000, 65_535] { file.add(value) }
        }
        let map = try SurfaceFile.read(unsigned).surface
        #expect(map.rows == 1 && map.values == [0, 1, 40_000, 65_535])
    }

    @Test func pitchAndUnitComeFromTheUser() throws {
        let options = SurfaceReadingOptions(pitch: 6.25, heightUnit: 0.001)
        let file = try SurfaceFile.read(Self.file("<f8"), options: options)
        #expect(file.surface.pitchX == 6.25 && file.surface.pitchY == 6.25)
        #expect(file.surface.values[0] == 0.001)
        #expect(throws: SurfacesError.self) {
            try SurfaceFile.read(Self.file("<f8"), options: SurfaceReadingOptions(pitch: -1))
        }
        #expect(throws: SurfacesError.self) {
            try SurfaceFile.read(Self.file("<f8"), options: SurfaceReadingOptions(heightUnit: .nan))
        }
    }

    @Test func heightsThatCannotBeMicrometresAreDoubted() throws {
        let metres = NumPyFile.make("<f8", shape: "1, 3") { file in
            for value in [1e-6, 2e-6, -3e-6] { file.add(value) }
        }
        #expect(try SurfaceFile.read(metres).warnings.map(\.code) == [.pitchAssumed, .valueAssumed])
    }

    @Test func whatIsWrittenReadsBackTheSame() throws {
        var generator = Seeded(state: 3)
        var map = SurfaceMap(columns: 17, rows: 9, pitchX: 2, pitchY: 2, repeating: 0)
        for place in 0..<map.count { map.values[place] = Float.random(in: -50...50, using: &generator) }
        map.values[20] = .nan
        let options = SurfaceReadingOptions(pitch: 2)
        #expect(try SurfaceFile.read(map.numPy(), options: options).surface == map)
        #expect(try SurfaceFile.read(map.commaSeparated(), options: options).surface == map)
    }

    @Test(arguments: [
        ("<f8", "0, 3", SurfacesError.Code.malformed), ("<f8", "2, -3", .malformed), ("<f8", "", .wrongFeature),
        ("<f8", "2, 3, 4", .wrongFeature), ("<c16", "2, 3", .unsupported), ("|O", "2, 3", .unsupported),
        ("<f16", "2, 3", .unsupported), ("|b1", "2, 3", .unsupported), ("<f8", "200000, 200000", .tooLarge),
        ("<f8", "9223372036854775807, 9223372036854775807", .tooLarge), ("<f8", "3000, 3000", .truncated),
    ])
    func headersThatCannotBeReadAreRefused(_ type: String, _ shape: String, _ code: SurfacesError.Code) {
        let file = NumPyFile.make(type, shape: shape) { for _ in 0..<6 { $0.add(1.0) } }
        #expect { try SurfaceFile.read(file, name: "m.npy") } throws: { error in
            let error = error as? SurfacesError
            return error?.code == code && error?.file == "m.npy"
        }
    }

    @Test func aFileCutAnywhereIsAnErrorAndNeverACrash() {
        let whole = Self.file("<f8")
        for length in 0..<whole.count {
            #expect(throws: SurfacesError.self) { try SurfaceFile.read(Array(whole[..<length])) }
        }
    }
}
