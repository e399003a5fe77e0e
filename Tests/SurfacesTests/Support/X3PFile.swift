@testable import Surfaces

/// Makes x3p files as instruments and programs write them, with their habits and faults.
struct X3PFile {
    var feature = "SUR"
    /// The text of Record1's axes, an element each.
    var x = Axis(kind: "I", type: "D", increment: "2e-5")
    var y = Axis(kind: "I", type: "D", increment: "3e-5")
    var z = Axis(kind: "A", type: "F", increment: "1")
    /// More elements of `Axes`.
    var axesExtra = ""
    var dimensions = "<MatrixDimension><SizeX>3</SizeX><SizeY>2</SizeY><SizeZ>1</SizeZ></MatrixDimension>"
    /// `bindata/data.bin`; nil puts the points into the description.
    var data: [UInt8]? = Self.floats(Self.heights)
    var list = ""
    var validPoints: [UInt8]?
    var record2 = "<Record2><Date>2024-05-06T07:08:09</Date><Creator>Ada Lovelace</Creator></Record2>"
    var record3Extra = ""
    var extra = ""
    var prefix = "p:"
    var namespace = " xmlns:p=\"http://www.opengps.eu/2008/ISO5436_2\""
    var declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n"
    var revision = "<Revision>ISO5436 - 2000</Revision>"
    var dataLink = "bindata/data.bin"
    var checksum: String?
    var mainChecksum: String?
    var folder = ""
    var others: [(String, [UInt8])] = []
    /// Changes the description as a whole, before its checksum is taken.
    var edit: (String) -> [UInt8] = { Array($0.utf8) }
    /// Changes the archive as a whole.
    var pack: (inout ZipFile) -> Void = { _ in }

    struct Axis {
        var kind: String
        var type: String
        var increment: String?
        var offset: String? = "0"

        func text(_ name: String) -> String {
            let step = increment.map { "<Increment>\($0)</Increment>" } ?? ""
            let start = offset.map { "<Offset>\($0)</Offset>" } ?? ""
            return "<\(name)><AxisType>\(kind)</AxisType><DataType>\(type)</DataType>\(step)\(start)</\(name)>"
        }
    }

    /// Micrometres; stored as metres.
    static let heights: [Float] = [1, 2, 3, -4, .nan, 6]

    static func floats(_ micrometres: [Float]) -> [UInt8] {
        var data = Bytes()
        for value in micrometres { data.add(value * 1e-6) }
        return data.bytes
    }

    func main() -> [UInt8] {
        var link = ""
        if let data {
            link = "<DataLink><PointDataLink>\(dataLink)</PointDataLink>"
            link += "<MD5ChecksumPointData>\(checksum ?? MD5(data).hexadecimal)</MD5ChecksumPointData>"
            if let validPoints {
                link += "<ValidPointsLink>bindata/valid.bin</ValidPointsLink>"
                link += "<MD5ChecksumValidPoints>\(MD5(validPoints).hexadecimal)</MD5ChecksumValidPoints>"
            }
            link += "</DataLink>"
        } else {
            link = "<DataList>\(list)</DataList>"
        }
        let axes = x.text("CX") + y.text("CY") + z.text("CZ") + axesExtra
        return edit(
            """
            \(declaration)<\(prefix)ISO5436_2\(namespace)>
              <Record1>\(revision)<FeatureType>\(feature)</FeatureType><Axes>\(axes)</Axes></Record1>
              \(record2)
              <Record3>\(dimensions)\(link)\(record3Extra)</Record3>
              <Record4><ChecksumFile>md5checksum.hex</ChecksumFile></Record4>\(extra)
            </\(prefix)ISO5436_2>

            """
        )
    }

    func make() -> [UInt8] {
        let main = main()
        let digest = mainChecksum ?? "\(MD5(main).hexadecimal) *main.xml\n"
        var entries = [(folder + "main.xml", main), (folder + "md5checksum.hex", Array(digest.utf8))]
        if let data { entries.append((folder + "bindata/data.bin", data)) }
        if let validPoints { entries.append((folder + "bindata/valid.bin", validPoints)) }
        var zip = ZipFile(entries + others)
        pack(&zip)
        return zip.make()
    }

    func read(strict: Bool = false) throws -> SurfaceFile {
        try SurfaceFile.read(make(), name: "scan.x3p", options: SurfaceReadingOptions(isStrict: strict))
    }

    /// Whether a file holds the heights that this one begins with.
    static func isExpected(_ map: SurfaceMap) -> Bool {
        map.columns == 3 && map.rows == 2 && abs(map.pitchX - 20) < 1e-9 && abs(map.pitchY - 30) < 1e-9
            && zip(map.values, heights).allSatisfy { ($0.isNaN && $1.isNaN) || abs($0 - $1) < 1e-5 }
    }
}
