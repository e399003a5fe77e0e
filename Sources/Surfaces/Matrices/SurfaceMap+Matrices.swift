extension SurfaceMap {
    /// The values as a matrix of NumPy (`.npy`): 32-bit floats, little endian, a row of the map a row of the array.
    public func numPy() -> [UInt8] {
        let text = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(rows), \(columns)), }"
        // The numbers begin at a multiple of 64; a line feed ends the header.
        let length = (10 + text.utf8.count + 1 + 63) / 64 * 64 - 10
        var file = NumPyHeader.magic + [1, 0, UInt8(length & 0xFF), UInt8(length >> 8)]
        file += Array(text.utf8) + [UInt8](repeating: 0x20, count: length - text.utf8.count - 1) + [0x0A]
        file.reserveCapacity(file.count + count * 4)
        for value in values {
            let bits = value.bitPattern
            for shift in stride(from: UInt32(0), to: 32, by: 8) {
                file.append(UInt8(truncatingIfNeeded: bits >> shift))
            }
        }
        return file
    }

    /// The values as text: a row of the map a line, numbers with a decimal point set apart by commas, missing points as
    /// `NaN`. Each number is the shortest that reads back the same.
    public func commaSeparated() -> [UInt8] {
        var file: [UInt8] = []
        for row in 0..<rows {
            for column in 0..<columns {
                if column > 0 { file.append(UInt8(ascii: ",")) }
                let value = values[row * columns + column]
                file += Array((value.isNaN ? "NaN" : "\(value)").utf8)
            }
            file.append(0x0A)
        }
        return file
    }
}
