import Testing

@testable import Surfaces

/// Files that are damaged or made to harm: a typed error in little time, or what the file truly holds.
@Suite struct X3PHostileTests {
    static let limits = SurfaceLimits(points: 1_000_000)

    static func code(_ bytes: [UInt8], _ limits: SurfaceLimits = SurfaceLimits()) -> SurfacesError.Code? {
        do {
            _ = try SurfaceFile.read(bytes, name: "scan.x3p", options: .init(limits: limits))
            return nil
        } catch {
            #expect(error.file == "scan.x3p" && error.detail.count < 600)
            return error.code
        }
    }

    @Test func aFileCutAtAnyByteIsAnErrorOrWhole() throws {
        for stored in [false, true] {
            var file = X3PFile()
            file.validPoints = [0b111111]
            file.pack = { zip in for index in zip.entries.indices { zip.entries[index].isDeflated = !stored } }
            let whole = file.make()
            for length in 0..<whole.count { #expect(Self.code(Array(whole[..<length])) != nil) }
        }
    }

    @Test func contentCutAtAnyByteIsAnErrorOrWhole() throws {
        let main = X3PFile().main()
        for length in 0..<main.count {
            var file = X3PFile()
            file.edit = { Array($0.utf8.prefix(length)) }
            if let read = try? file.read() { #expect(X3PFile.isExpected(read.surface)) }
        }
        for length in 0..<24 {
            var file = X3PFile()
            file.data = Array((file.data ?? []).prefix(length))
            #expect(Self.code(file.make()) == .truncated)
        }
    }

    @Test func flippedBitsNeverCrashAndNeverPassStrictReadingUnnoticed() throws {
        var file = X3PFile()
        file.others = [("bindata/mask.png", try X3PMaskTests.picture())]
        let whole = file.make()
        let expected = try SurfaceFile.read(whole).surface
        for place in whole.indices {
            for bit in 0..<8 {
                var damaged = whole
                damaged[place] ^= 1 << UInt8(bit)
                let strict = SurfaceReadingOptions(isStrict: true, limits: Self.limits)
                if let read = try? SurfaceFile.read(damaged, options: strict), read.warnings.isEmpty {
                    #expect(read.surface == expected)
                }
            }
        }
    }

    @Test(arguments: [("30000", "30000"), ("2000000000", "2000000000"), ("9e99", "1"), ("1e18", "1e18")])
    func headersOfHugeSurfacesWithTenBytesOfDataCostNothing(_ columns: String, _ rows: String) {
        var file = X3PFile()
        file.dimensions = "<MatrixDimension><SizeX>\(columns)</SizeX><SizeY>\(rows)</SizeY></MatrixDimension>"
        file.data = [UInt8](repeating: 0, count: 10)
        let time = ContinuousClock().measure {
            #expect([.truncated, .tooLarge, .malformed].contains(Self.code(file.make())))
        }
        #expect(time < .milliseconds(100))
    }

    @Test(arguments: ["0", "-5", "2.5", "NaN", "", "x", "<SizeX>3</SizeX>"])
    func sizesThatAreNoneAreRefused(_ size: String) {
        var file = X3PFile()
        file.dimensions = "<MatrixDimension><SizeX>\(size)</SizeX><SizeY>2</SizeY></MatrixDimension>"
        #expect(Self.code(file.make()) == .malformed)
    }

    @Test func aZipBombIsRefusedBeforeItUnfolds() {
        // 64 MiB of zeros in 64 KiB, in every place where something is read.
        let zeros = [UInt8](repeating: 0, count: 64 << 20)
        let limits = SurfaceLimits(points: 1_000_000, markupBytes: 1 << 20, otherBytes: 1 << 20)
        let clock = ContinuousClock()
        var bombs: [[UInt8]] = []
        var file = X3PFile()
        file.data = zeros
        file.checksum = String(repeating: "0", count: 32)
        bombs.append(file.make())
        file = X3PFile()
        file.others = [("bindata/mask.png", zeros)]
        bombs.append(file.make())
        bombs.append(ZipFile([("main.xml", zeros)]).make())
        for bomb in bombs {
            let time = clock.measure { #expect(Self.code(bomb, limits) != nil) }
            #expect(time < .milliseconds(300))
        }
    }

    @Test func sizesThatLieInTheArchiveAreNoticed() {
        for stated in [0, 1, 23, 25, 1 << 20, 1 << 40] {
            var file = X3PFile()
            file.pack = { $0.entries[2].statedSize = stated }
            #expect(Self.code(file.make()) != nil)
        }
        var many = ZipFile((0..<1_500).map { ("\($0).txt", []) })
        many.entries.insert(.init(name: "main.xml", content: X3PFile().main()), at: 0)
        #expect(Self.code(many.make()) == .tooLarge)
    }

    @Test func encryptedAndUnknownPackingIsNamed() {
        for change in [{ $0.flags = 1 }, { $0.method = 12 }] as [(inout ZipFile.Entry) -> Void] {
            var file = X3PFile()
            file.pack = { change(&$0.entries[2]) }
            #expect(Self.code(file.make()) == .unsupported)
        }
    }

    @Test func entityBombsAndOutsideEntitiesAreRefused() {
        let laughs = (1...9).map { "<!ENTITY a\($0) \"\(String(repeating: "&a\($0 - 1);", count: 10))\">" }.joined()
        let bombs = [
            "<!DOCTYPE x [<!ENTITY a0 \"ha\">\(laughs)]>", "<!DOCTYPE x [<!ENTITY a9 SYSTEM \"file:///etc/passwd\">]>",
            "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://127.0.0.1/\"> %p;<!ENTITY a9 \"\">]>",
        ]
        for bomb in bombs {
            var file = X3PFile()
            file.declaration = bomb
            file.record2 = "<Record2><Creator>&a9;</Creator></Record2>"
            let time = ContinuousClock().measure { #expect(Self.code(file.make()) != nil) }
            #expect(time < .milliseconds(100))
        }
    }

    @Test func deepAndBroadDescriptionsAreRefused() {
        var deep = X3PFile()
        deep.extra = String(repeating: "<a>", count: 200_000) + String(repeating: "</a>", count: 200_000)
        #expect(Self.code(deep.make()) != nil)
        var broad = X3PFile()
        broad.extra = String(repeating: "<a/>", count: 200_000)
        #expect(Self.code(broad.make()) == .tooLarge)
    }

    @Test func nanEverywhereIsNoSurface() {
        var file = X3PFile()
        file.data = X3PFile.floats([Float](repeating: .nan, count: 6))
        #expect(Self.code(file.make()) == .noValidPoints)
        for field in [\X3PFile.x.increment, \X3PFile.y.increment, \X3PFile.z.increment, \X3PFile.z.offset] {
            var file = X3PFile()
            file[keyPath: field] = "NaN"
            #expect(Self.code(file.make()) != nil)
        }
    }

    @Test func zipsWithoutADescriptionAndEmptyInputAreOfNoKnownFormat() {
        #expect(Self.code([]) == .unknownFormat)
        #expect(Self.code(Array("PK".utf8)) == .unknownFormat)
        #expect(Self.code(ZipFile([("hello.txt", [1])]).make()) == .unknownFormat)
        #expect(Self.code(ZipFile([("main.xml", Array("<html/>".utf8))]).make()) == .unknownFormat)
        #expect(Self.code(ZipFile().make()) != nil)
    }

    @Test func listsThatLieAreRefused() {
        var file = X3PFile()
        file.data = nil
        file.list = "<Datum>1</Datum>"
        #expect(Self.code(file.make()) == .truncated)
        file.list = String(repeating: "<Datum>1;2;x</Datum>", count: 6)
        #expect(Self.code(file.make()) == .malformed)
        file.z.type = "I"
        file.list = String(repeating: "<Datum>40000</Datum>", count: 6)
        #expect(Self.code(file.make()) == .malformed)
    }

    @Test func aFileOrArchiveBeyondTheLimitIsRefused() {
        let bytes = X3PFile().make()
        #expect(Self.code(bytes, SurfaceLimits(fileBytes: 100)) == .tooLarge)
        #expect(Self.code(bytes, SurfaceLimits(points: 5)) == .tooLarge)
        #expect(Self.code(bytes, SurfaceLimits(markupBytes: 50)) == .tooLarge)
        #expect(Self.code(bytes, SurfaceLimits(elements: 5)) == .tooLarge)
    }
}
