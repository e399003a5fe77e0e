/// How a camera was held, as the tag Orientation of Exif states it (CIPA DC-008-2019, section 4.6.4, tag 0x0112).
enum CameraOrientation: UInt16 {
    case upright = 1
    case mirrored, upsideDown, upsideDownMirrored, mirroredOnLeftSide, onRightSide, mirroredOnRightSide, onLeftSide

    /// Reads the tag from a JPEG file; upright where it is absent or makes no sense.
    init(jpeg bytes: [UInt8]) {
        self = Self.exif(in: bytes).flatMap(Self.tag).flatMap(Self.init) ?? .upright
    }

    /// Whether width and height change places.
    var swapsSides: Bool { rawValue >= CameraOrientation.mirroredOnLeftSide.rawValue }

    /// The stored pixel that is shown at a place of the upright picture.
    func source(_ column: Int, _ row: Int, width: Int, height: Int) -> (column: Int, row: Int) {
        switch self {
        case .upright: (column, row)
        case .mirrored: (width - 1 - column, row)
        case .upsideDown: (width - 1 - column, height - 1 - row)
        case .upsideDownMirrored: (column, height - 1 - row)
        case .mirroredOnLeftSide: (row, column)
        case .onRightSide: (row, height - 1 - column)
        case .mirroredOnRightSide: (width - 1 - row, height - 1 - column)
        case .onLeftSide: (width - 1 - row, column)
        }
    }

    /// The TIFF structure in the first Exif segment (APP1) before the picture's data.
    private static func exif(in bytes: [UInt8]) -> ArraySlice<UInt8>? {
        var place = 2
        while place + 4 <= bytes.count, bytes[place] == 0xFF {
            let marker = bytes[place + 1]
            // Fill bytes before a marker; the start of the scan ends what is looked at.
            if marker == 0xFF {
                place += 1
                continue
            }
            guard marker != 0xDA else { return nil }
            let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
            let segment = place + 4..<min(bytes.count, max(place + 4, place + 2 + length))
            if marker == 0xE1, bytes[segment].starts(with: Array("Exif\0\0".utf8)) {
                return bytes[segment].dropFirst(6)
            }
            place += 2 + max(2, length)
        }
        return nil
    }

    /// The value of the tag in the first directory.
    private static func tag(in exif: ArraySlice<UInt8>) -> UInt16? {
        let isLittle = exif.starts(with: Array("II".utf8))
        guard isLittle || exif.starts(with: Array("MM".utf8)) else { return nil }
        func number(_ offset: Int, _ count: Int) -> Int? {
            guard offset >= 0, offset + count <= exif.count else { return nil }
            let part = exif[exif.startIndex + offset..<exif.startIndex + offset + count]
            return (isLittle ? Array(part.reversed()) : Array(part)).reduce(0) { $0 << 8 | Int($1) }
        }
        guard let directory = number(4, 4), let entries = number(directory, 2) else { return nil }
        for entry in 0..<entries {
            let start = directory + 2 + entry * 12
            guard let name = number(start, 2) else { return nil }
            if name == 0x0112 { return number(start + 8, 2).flatMap { UInt16(exactly: $0) } }
        }
        return nil
    }
}
