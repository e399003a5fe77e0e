import Foundation

/// Small correct files of every format, from which the fuzzer starts.
enum FuzzSeeds {
    /// Heights of six points in metres, type F.
    static let data: [UInt8] = [1, -2, 3, .nan, 5, 6].flatMap { (height: Float) in
        withUnsafeBytes(of: (height * 1e-6).bitPattern.littleEndian) { Array($0) }
    }

    /// The main.xml that fits `data`.
    static func description(feature: String = "SUR", axis: String = "I", type: String = "F", list: String? = nil)
        -> [UInt8]
    {
        func element(_ name: String, _ kind: String, _ type: String) -> String {
            "<\(name)><AxisType>\(kind)</AxisType><DataType>\(type)</DataType><Increment>2e-6</Increment>"
                + "<Offset>0</Offset></\(name)>"
        }
        let points =
            list ?? "<DataLink><PointDataLink>bindata/data.bin</PointDataLink><MD5ChecksumPointData>"
            + "\(MD5(data).hexadecimal)</MD5ChecksumPointData></DataLink>"
        let text = """
            <?xml version="1.0"?><p:ISO5436_2 xmlns:p="urn:p"><Record1><FeatureType>\(feature)</FeatureType><Axes>\
            \(element("CX", axis, "D"))\(element("CY", axis, "D"))\(element("CZ", "A", type))\
            <Rotation><r11>1</r11><r12>0</r12><r13>0</r13><r21>0</r21><r22>-1</r22><r23>0</r23><r31>0</r31><r32>0</r32>\
            <r33>1</r33></Rotation></Axes></Record1><Record2><Creator>A</Creator></Record2><Record3><MatrixDimension>\
            <SizeX>3</SizeX><SizeY>2</SizeY><SizeZ>1</SizeZ></MatrixDimension>\(points)\
            <Mask><Background>#cd7f32</Background></Mask></Record3></p:ISO5436_2>
            """
        return Array(text.utf8)
    }

    /// An x3p file; entries are stored, so that a change of its bytes is a change of their content.
    static func archive(description: [UInt8], data: [UInt8], mask: [UInt8]? = nil) -> [UInt8] {
        var entries = [("main.xml", description), ("bindata/data.bin", data)]
        if let mask { entries.append(("bindata/mask.png", mask)) }
        return FuzzArchive.stored(entries)
    }

    /// Every seed with the byte that says what it is.
    static func all() throws -> [[UInt8]] {
        var map = SurfaceMap(columns: 4, rows: 3, pitchX: 2, pitchY: 2, repeating: 1)
        map.values[5] = .nan
        let mask = try SurfaceMask(columns: 3, rows: 2, repeating: true).png()
        let list = "<DataList>\(String(repeating: "<Datum>1e-6</Datum>", count: 5))<Datum/></DataList>"
        let files = [
            try X3PDocument(map).encoded(), archive(description: description(), data: data, mask: mask),
            map.numPy(), map.commaSeparated(), Array("1;2,5\n3;4\n".utf8), mask,
            try Picture(width: 3, height: 2, fill: .blue).png(), try Picture(width: 9, height: 8, fill: .blue).jpeg(),
            try PNGEncoder.encode(deep: [1, 2, 3, 4, 5, 6], width: 3, height: 2),
        ]
        let descriptions = [
            description(), description(feature: "PRF"), description(feature: "PCL", axis: "A", type: "D"),
            description(type: "I"), description(type: "D", list: list),
        ]
        return files.map { [FuzzKind.file.rawValue] + $0 } + descriptions.map { [FuzzKind.description.rawValue] + $0 }
            + [[FuzzKind.points.rawValue] + data, [FuzzKind.mask.rawValue] + mask]
    }
}

/// Archives of stored entries.
enum FuzzArchive {
    static func stored(_ entries: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        func little(_ value: Int, _ count: Int) -> [UInt8] {
            (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        for (name, bytes) in entries {
            let sizes = little(0, 4) + little(bytes.count, 4) + little(bytes.count, 4) + little(name.utf8.count, 2)
            let start = file.count
            file += [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0] + sizes + little(0, 2)
            file += Array(name.utf8) + bytes
            directory += [0x50, 0x4B, 1, 2, 20, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0] + sizes
            directory += little(0, 12) + little(start, 4) + Array(name.utf8)
        }
        let end =
            little(entries.count, 2) + little(entries.count, 2) + little(directory.count, 4) + little(file.count, 4)
        return file + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + end + [0, 0]
    }
}

/// Writes the seeds instead of fuzzing, when the environment names a folder for them.
@_cdecl("LLVMFuzzerInitialize")
public func fuzzInitialize(
    _ count: UnsafeMutablePointer<CInt>?,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?
) -> CInt {
    guard let folder = ProcessInfo.processInfo.environment["FUZZ_SEEDS"] else { return 0 }
    do {
        for (number, seed) in try FuzzSeeds.all().enumerated() {
            try Data(seed).write(to: URL(filePath: folder).appending(path: "seed-\(number)"))
        }
        exit(0)
    } catch {
        print("the seeds could not be written: \(error)")
        exit(1)
    }
}
