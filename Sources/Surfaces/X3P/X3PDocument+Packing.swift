extension X3PDocument {
    /// The points as bytes, little endian, coordinates of a point one after the other.
    func packedPoints() -> [UInt8] {
        let columns = [x, y].compactMap(\.self) + [z]
        if columns.count == 1 { return columns[0].bytes }
        let parts = columns.map { (bytes: $0.bytes, size: $0.dataType.bytes) }
        var output: [UInt8] = []
        output.reserveCapacity(parts.reduce(0) { $0 + $1.bytes.count })
        for point in 0..<z.count {
            for part in parts { output += part.bytes[point * part.size..<(point + 1) * part.size] }
        }
        return output
    }

    /// A bit a point, the lowest bit of a byte first.
    static func packed(_ validity: [Bool]) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: (validity.count + 7) / 8)
        for (index, isValid) in validity.enumerated() where isValid { output[index >> 3] |= 1 << UInt8(index & 7) }
        return output
    }

    /// The points as lines of the description, each number in the shortest form that reads back the same.
    func listedPoints() -> [UInt8] {
        let columns = [x, y].compactMap(\.self) + [z]
        var output: [UInt8] = []
        for point in 0..<z.count {
            let isMissing = validity.map { !$0[point] } ?? false || (z.dataType.hasNaN && z[point].isNaN)
            let text = isMissing ? "" : columns.map { $0.text(point) }.joined(separator: ";")
            output += Array("      <Datum>\(text)</Datum>\n".utf8)
        }
        return output
    }
}

extension X3PValues {
    fileprivate var bytes: [UInt8] {
        func packed<Value: FixedWidthInteger>(_ values: [some Any], _ bits: (Int) -> Value) -> [UInt8] {
            let size = MemoryLayout<Value>.size
            return unsafe [UInt8](unsafeUninitializedCapacity: values.count * size) { buffer, filled in
                let target = UnsafeMutableRawBufferPointer(buffer)
                for index in values.indices {
                    unsafe target.storeBytes(of: bits(index).littleEndian, toByteOffset: index * size, as: Value.self)
                }
                filled = values.count * size
            }
        }
        return switch self {
        case .int16(let values): packed(values) { values[$0] }
        case .int32(let values): packed(values) { values[$0] }
        case .float32(let values): packed(values) { values[$0].bitPattern }
        case .float64(let values): packed(values) { values[$0].bitPattern }
        }
    }

    fileprivate func text(_ index: Int) -> String {
        switch self {
        case .int16(let values): "\(values[index])"
        case .int32(let values): "\(values[index])"
        case .float32(let values): "\(values[index])"
        case .float64(let values): "\(values[index])"
        }
    }
}
