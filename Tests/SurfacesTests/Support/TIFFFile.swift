/// Makes TIFF files without packing.
struct TIFFFile {
    var width: Int
    var height: Int
    var bits = 8
    var samples = 1
    /// 0 white is zero, 1 black is zero, 2 red, green and blue.
    var photometric = 1
    /// 1 brightness, 3 floating point.
    var format = 1
    var isBigEndian = false
    var tile: Int?
    /// The samples, pixel by pixel, row by row.
    var values: [UInt16]

    func make() -> [UInt8] {
        var file = Bytes(isBigEndian: isBigEndian)
        file.add(isBigEndian ? "MM" : "II")
        file.add(UInt16(42))
        let blocks = blocks()
        let size = blocks.reduce(0) { $0 + $1.count }
        file.add(UInt32(8 + size))
        var offsets: [UInt32] = []
        for block in blocks {
            offsets.append(UInt32(file.bytes.count))
            file.add(block)
        }
        var tags: [(tag: UInt16, values: [UInt32])] = [
            (256, [UInt32(width)]), (257, [UInt32(height)]), (258, [UInt32](repeating: UInt32(bits), count: samples)),
            (259, [1]), (262, [UInt32(photometric)]), (277, [UInt32(samples)]), (284, [1]), (339, [UInt32(format)]),
        ]
        let counts = blocks.map { UInt32($0.count) }
        if let tile {
            tags += [(322, [UInt32(tile)]), (323, [UInt32(tile)]), (324, offsets), (325, counts)]
        } else {
            tags += [(273, offsets), (278, [UInt32(height)]), (279, counts)]
        }
        tags.sort { $0.tag < $1.tag }
        // Values that do not fit into an entry stand behind the directory.
        var later = Bytes(isBigEndian: isBigEndian)
        let laterStart = file.bytes.count + 2 + tags.count * 12 + 4
        file.add(UInt16(tags.count))
        for (tag, values) in tags {
            file.add(tag)
            file.add(UInt16(4))
            file.add(UInt32(values.count))
            if values.count == 1 {
                file.add(values[0])
            } else {
                file.add(UInt32(laterStart + later.bytes.count))
                for value in values { later.add(value) }
            }
        }
        file.add(UInt32(0))
        file.add(later.bytes)
        return file.bytes
    }

    private func blocks() -> [[UInt8]] {
        guard let tile else { return [block(columns: 0..<width, rows: 0..<height)] }
        return stride(from: 0, to: height, by: tile).flatMap { top in
            stride(from: 0, to: width, by: tile).map { left in
                block(columns: left..<left + tile, rows: top..<top + tile)
            }
        }
    }

    private func block(columns: Range<Int>, rows: Range<Int>) -> [UInt8] {
        var block = Bytes(isBigEndian: isBigEndian)
        for row in rows {
            for column in columns {
                for sample in 0..<samples {
                    let isInside = column < width && row < height
                    let value = isInside ? values[(row * width + column) * samples + sample] : 0
                    if bits == 8 { block.add([UInt8(value)]) } else { block.add(value) }
                }
            }
        }
        return block.bytes
    }
}
