/// Reads matrices of NumPy (`.npy`) as surfaces: a row of the array is a row of the map.
enum NumPyReader {
    /// Whether some bytes begin as a `.npy` file does.
    static func isNumPy(_ bytes: [UInt8]) -> Bool { bytes.starts(with: NumPyHeader.magic) }

    static func read(_ bytes: [UInt8], options: SurfaceReadingOptions) throws(SurfacesError) -> SurfaceFile {
        let header = try NumPyHeader(bytes)
        let (count, overflow) = header.rows.multipliedReportingOverflow(by: header.columns)
        guard !overflow, count <= options.limits.points else {
            throw NumPyHeader.problem(
                .tooLarge,
                "The array has \(header.rows) x \(header.columns) points; at most \(options.limits.points) are read."
            )
        }
        let held = bytes.count - header.start
        guard held >= count * header.size else {
            throw NumPyHeader.problem(
                .truncated,
                "\(count) points need \(count * header.size) bytes; the file holds \(held). Fetch it again."
            )
        }
        var warnings: [SurfaceWarning] = []
        if held > count * header.size {
            warnings.append(
                SurfaceWarning(
                    code: .ignored,
                    detail: "The file is \(held - count * header.size) bytes longer than its points; they were ignored."
                )
            )
        }
        let values = numbers(bytes, header, scale: options.heightUnit)
        let map = try MatrixSurface.map(
            columns: header.columns,
            rows: header.rows,
            values: header.isFortranOrder
                ? GridTurn(transposes: true).apply(values, columns: header.rows, rows: header.columns) : values,
            options: options,
            warnings: &warnings
        )
        return SurfaceFile(format: .numPy, surface: map, document: nil, warnings: warnings)
    }

    private static func numbers(_ bytes: [UInt8], _ header: NumPyHeader, scale: Double) -> [Float] {
        unsafe bytes.withUnsafeBytes { buffer in
            func column<Stored: FixedWidthInteger>(_ type: Stored.Type, _ value: (Stored) -> Double) -> [Float] {
                (0..<header.rows * header.columns).map { index in
                    let place = header.start + index * header.size
                    let stored = unsafe buffer.loadUnaligned(fromByteOffset: place, as: Stored.self)
                    let number = value(header.isBigEndian ? Stored(bigEndian: stored) : Stored(littleEndian: stored))
                    let height = Float(number * scale)
                    return height.isFinite ? height : .nan
                }
            }
            switch (header.kind, header.size) {
            case (.float, 2): return column(UInt16.self) { half($0) }
            case (.float, 4): return column(UInt32.self) { Double(Float(bitPattern: $0)) }
            case (.float, _): return column(UInt64.self) { Double(bitPattern: $0) }
            case (.signed, 1): return column(Int8.self) { Double($0) }
            case (.signed, 2): return column(Int16.self) { Double($0) }
            case (.signed, 4): return column(Int32.self) { Double($0) }
            case (.signed, _): return column(Int64.self) { Double($0) }
            case (.unsigned, 1): return column(UInt8.self) { Double($0) }
            case (.unsigned, 2): return column(UInt16.self) { Double($0) }
            case (.unsigned, 4): return column(UInt32.self) { Double($0) }
            case (.unsigned, _): return column(UInt64.self) { Double($0) }
            }
        }
    }

    /// IEEE 754 binary16, by hand because not every machine has the type.
    private static func half(_ bits: UInt16) -> Double {
        let fraction = Double(bits & 0x3FF)
        let exponent = Int(bits >> 10 & 0x1F)
        let sign = bits & 0x8000 == 0 ? 1.0 : -1
        switch exponent {
        case 0: return sign * fraction * 0x1p-24
        case 31: return fraction == 0 ? sign * .infinity : .nan
        default: return sign * Double(sign: .plus, exponent: exponent - 15, significand: 1 + fraction / 1_024)
        }
    }
}
