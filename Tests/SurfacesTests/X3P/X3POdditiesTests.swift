import Testing

@testable import Surfaces

/// What real files do differently from the standard, and are read all the same.
@Suite struct X3POdditiesTests {
    /// A change to a correct file that must not change what is read, and the warnings that it earns.
    struct Oddity: Sendable, CustomTestStringConvertible {
        var name: String
        var warnings: [SurfaceWarning.Code]
        var change: @Sendable (inout X3PFile) -> Void

        init(
            _ name: String, _ warnings: [SurfaceWarning.Code] = [],
            _ change: @escaping @Sendable (inout X3PFile) -> Void
        ) {
            self.name = name
            self.warnings = warnings
            self.change = change
        }

        var testDescription: String { name }
    }

    static let oddities: [Oddity] = [
        Oddity("none") { _ in },
        Oddity("no namespace prefix") {
            $0.prefix = ""
            $0.namespace = " xmlns=\"http://www.opengps.eu/2008/ISO5436_2\""
        },
        Oddity("another prefix and namespace") {
            $0.prefix = "ns1:"
            $0.namespace = " xmlns:ns1=\"http://example.org/x3p\""
        },
        Oddity("no namespace at all") { ($0.prefix, $0.namespace) = ("", "") },
        Oddity("no declaration") { $0.declaration = "" },
        Oddity("a byte order mark") { $0.edit = { [0xEF, 0xBB, 0xBF] + Array($0.utf8) } },
        Oddity("two byte order marks and space") { $0.edit = { Array(("\u{FEFF}\u{FEFF} \n" + $0).utf8) } },
        Oddity("zero bytes behind the end") { $0.edit = { Array($0.utf8) + [0, 0, 0x1A] } },
        Oddity("lines ended by CR and LF") { $0.edit = { Array($0.replacing("\n", with: "\r\n").utf8) } },
        Oddity("UTF-16") {
            $0.edit = { text in
                [0xFF, 0xFE]
                    + text.replacing("UTF-8", with: "UTF-16").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            }
        },
        Oddity("Windows-1252 under the name of UTF-8", [.valueAssumed]) {
            $0.record2 = "<Record2><Creator>M\u{FC}ller</Creator></Record2>"
            $0.edit = { $0.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }
        },
        Oddity("revision spelt without spaces") { $0.revision = "<Revision>ISO5436-2000</Revision>" },
        Oddity("revision spelt otherwise") { $0.revision = "<Revision>ISO 5436-2</Revision>" },
        Oddity("no revision") { $0.revision = "" },
        Oddity("numbers of an old C library") { ($0.x.increment, $0.y.increment) = ("2.0000e-005", "+3.0E-0005") },
        Oddity("many digits") { $0.x.increment = "2.00000000000000000000E-0005" },
        Oddity("decimal commas") { ($0.x.increment, $0.x.offset) = ("0,00002", "0,0") },
        Oddity("no offsets") { ($0.x.offset, $0.y.offset, $0.z.offset) = (nil, nil, nil) },
        Oddity("no height increment", [.valueAssumed]) { $0.z.increment = nil },
        Oddity("a height increment of zero", [.valueAssumed]) { $0.z.increment = "0" },
        Oddity("increments in micrometres", [.unitsCorrected]) { ($0.x.increment, $0.y.increment) = ("20", "30") },
        Oddity("everything in micrometres", [.unitsCorrected, .unitsCorrected]) {
            ($0.x.increment, $0.y.increment, $0.z.increment) = ("20", "30", "1000000")
        },
        Oddity("small letters") { ($0.feature, $0.x.kind, $0.z.type) = ("sur", "i", "f") },
        Oddity("types by name") { $0.z.type = "float32" },
        Oddity("no feature type", [.valueAssumed]) {
            $0.edit = { Array($0.replacing("<FeatureType>SUR</FeatureType>", with: "").utf8) }
        },
        Oddity("type D announced, F stored", [.valueAssumed]) { $0.z.type = "D" },
        Oddity("a folder around everything", [.valueAssumed]) { $0.folder = "scan 1/" },
        Oddity("traces of a Macintosh") {
            $0.others = [
                ("__MACOSX/._main.xml", [0, 5, 22, 7]), ("__MACOSX/bindata/._data.bin", [1]),
                (".DS_Store", [0, 0, 0, 1]),
            ]
        },
        Oddity("entries for folders") { $0.others = [("bindata/", [])] },
        Oddity("backslashes") {
            $0.pack = { for index in $0.entries.indices { $0.entries[index].name.replace("/", with: "\\") } }
        },
        Oddity("a leading dot and slash") {
            $0.pack = { for index in $0.entries.indices { $0.entries[index].name = "./" + $0.entries[index].name } }
        },
        Oddity("capital letters in names", [.valueAssumed]) {
            $0.pack = {
                for index in $0.entries.indices { $0.entries[index].name = $0.entries[index].name.uppercased() }
            }
        },
        Oddity("a link with another folder") { $0.dataLink = "./binData\\data.bin" },
        Oddity("no checksum file", [.checksumMissing]) {
            $0.pack = { $0.entries.removeAll { $0.name == "md5checksum.hex" } }
        },
        Oddity("a checksum file with something else", [.checksumMissing]) { $0.mainChecksum = "none" },
        Oddity("a checksum in capital letters") { file in
            file.mainChecksum = MD5(file.main()).hexadecimal.uppercased()
        },
        Oddity("no checksum of the points", [.checksumMissing]) { $0.checksum = "" },
        Oddity("a longer data entry", [.ignored]) { file in
            file.data = (file.data ?? []) + [1, 2, 3]
        },
        Oddity("an empty rotation", [.ignored]) { $0.axesExtra = "<Rotation><r11>1</r11></Rotation>" },
        Oddity("a vendor's extensions") {
            $0.extra =
                "<VendorSpecificID>http://example.org</VendorSpecificID><v:Extra xmlns:v=\"urn:x\" a=\"1\">7</v:Extra>"
        },
        Oddity("comments") { $0.extra = "<!-- made by hand -->" },
        Oddity("a processing instruction") { $0.declaration += "<?xml-stylesheet href=\"a.xsl\"?>\n" },
        Oddity("stored entries") {
            $0.pack = { for index in $0.entries.indices { $0.entries[index].isDeflated = false } }
        },
        Oddity("stored and deflated entries mixed") { $0.pack = { $0.entries[0].isDeflated = false } },
        Oddity("data descriptors") {
            $0.pack = { for index in $0.entries.indices { $0.entries[index].hasDescriptor = true } }
        },
        Oddity("zip64") {
            $0.pack = {
                $0.isWide = true
                for index in $0.entries.indices { $0.entries[index].isWide = true }
            }
        },
        Oddity("an archive comment") { $0.pack = { $0.comment = Array("PK\u{5}\u{6} scanned at the range".utf8) } },
        Oddity("bytes between the entries and before the directory") { $0.pack = { $0.entries.reverse() } },
    ]

    @Test(arguments: oddities)
    func aFileWithAnOddityIsReadAsTheCorrectOne(_ oddity: Oddity) throws {
        var file = X3PFile()
        oddity.change(&file)
        let read = try file.read()
        #expect(X3PFile.isExpected(read.surface))
        #expect(read.warnings.map(\.code) == oddity.warnings)
        #expect(read.warnings.allSatisfy { !$0.detail.isEmpty })
        // What was read once is written in a form that is read again, with the same heights.
        let again = try SurfaceFile.read(
            try #require(read.document).correctingUnits().encoded(), options: .init(isStrict: true))
        #expect(again.surface == read.surface)
        #expect(Set(again.warnings.map(\.code)).isSubset(of: [.ignored, .axesTurned, .valueAssumed]))
    }

    @Test func aWrongChecksumIsAWarningAndAnErrorWhenStrict() throws {
        let other = String(repeating: "0", count: 32)
        for change in [{ $0.checksum = other }, { $0.mainChecksum = other }] as [(inout X3PFile) -> Void] {
            var file = X3PFile()
            change(&file)
            let read = try file.read()
            #expect(read.warnings.map(\.code) == [.checksumMismatch])
            #expect(X3PFile.isExpected(read.surface))
            #expect {
                try file.read(strict: true)
            } throws: { error in
                let error = error as? SurfacesError
                return error?.code == .checksum && error?.file == "scan.x3p" && error?.place != nil
            }
        }
    }

    @Test func aChecksumMissingFromTheDescriptionFallsBackToTheArchivesOwn() throws {
        var file = X3PFile()
        file.checksum = ""
        file.pack = { $0.entries[2].isDeflated = false }
        var bytes = file.make()
        let place = try #require(bytes.indices.first { bytes[$0...].starts(with: file.data ?? []) })
        bytes[place + 2] ^= 1
        let codes = try SurfaceFile.read(bytes).warnings.map(\.code)
        #expect(codes == [.checksumMissing, .checksumMismatch])
    }

    @Test func checksumsCanBeTurnedOffForFilesThatWereVerified() throws {
        var file = X3PFile()
        file.checksum = String(repeating: "0", count: 32)
        let options = SurfaceReadingOptions(verifiesChecksums: false)
        #expect(try SurfaceFile.read(file.make(), options: options).warnings.isEmpty)
    }
}
