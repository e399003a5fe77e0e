extension X3PReader {
    /// Reads points that stand in a binary entry.
    mutating func linked(
        _ root: MarkupElement,
        feature: X3PFeature,
        dimensions: X3PDimensions,
        axes: X3PAxes
    ) throws(SurfacesError) -> X3PDocument {
        let stated = root.text("Record3", "DataLink", "PointDataLink")
        guard let entry = entry(stated ?? "bindata/data.bin") else {
            throw problem(
                .malformed,
                "PointDataLink",
                "The archive does not hold the points ('\(stated?.prefix(80) ?? "bindata/data.bin")')."
            )
        }
        used.insert(entry.name)
        let range = try archive.contents(of: entry)
        let axes = try fitted(axes, to: entry, count: dimensions.count)
        let digest = root.text("Record3", "DataLink", "MD5ChecksumPointData")
        var document = X3PDocument(feature: feature, axes: axes, dimensions: dimensions, z: .int16([]))
        if axes.stored.count == 1, entry.size == dimensions.count * axes.z.dataType.bytes {
            document.z = try values(entry, range, axes.z.dataType, count: dimensions.count, digest: digest)
        } else {
            let bytes = try archive.extract(entry, from: range, elements: entry.size, zero: UInt8(0))
            try unsafe bytes.withUnsafeBytesTyped { buffer throws(SurfacesError) in
                try unsafe verify(entry, buffer, stated: digest)
            }
            let split = Self.split(bytes, axes: axes.stored.map(\.dataType), count: dimensions.count)
            document.z = split[split.count - 1]
            if !axes.x.isIncremental { document.x = split[0] }
            if !axes.y.isIncremental { document.y = split[split.count - 2] }
        }
        document.validity = try validity(root, count: dimensions.count)
        return document
    }

    /// Compares what the axes need with what the entry holds; returns the axes that fit.
    private mutating func fitted(
        _ stated: X3PAxes,
        to entry: ZipEntry,
        count: Int
    ) throws(SurfacesError) -> X3PAxes {
        var axes = stated
        let perPoint = axes.stored.reduce(0) { $0 + $1.dataType.bytes }
        let needed = count * perPoint
        guard entry.size != needed else { return axes }
        if axes.stored.count > 1, entry.size == count * axes.z.dataType.bytes {
            axes.x.isIncremental = true
            axes.y.isIncremental = true
            warn(.valueAssumed, entry.name, "The entry holds heights only; x and y were taken as incremental.")
            return axes
        }
        if axes.stored.count == 1, entry.size == count * 4, axes.z.dataType == .float64 {
            axes.z.dataType = .float32
            warn(.valueAssumed, entry.name, "The entry holds four bytes a point; they were read as type F, not D.")
            return axes
        }
        if axes.stored.count == 1, entry.size == count * 8, axes.z.dataType == .float32 {
            axes.z.dataType = .float64
            warn(.valueAssumed, entry.name, "The entry holds eight bytes a point; they were read as type D, not F.")
            return axes
        }
        guard entry.size > needed else {
            throw problem(
                .truncated,
                entry.name,
                "\(count) points need \(needed) bytes; the entry holds \(entry.size). Fetch the file again."
            )
        }
        guard entry.size - needed <= 1 << 20 else {
            throw problem(
                .malformed,
                entry.name,
                "\(count) points need \(needed) bytes; the entry holds \(entry.size), which fits nothing announced."
            )
        }
        warn(
            .ignored, entry.name, "The entry is \(entry.size - needed) bytes longer than its points; they were ignored."
        )
        return axes
    }

    /// Inflates heights straight into numbers of their type.
    private mutating func values(
        _ entry: ZipEntry,
        _ range: Range<Int>,
        _ dataType: X3PDataType,
        count: Int,
        digest: String?
    ) throws(SurfacesError) -> X3PValues {
        switch dataType {
        case .int16: .int16(try numbers(entry, range, count, Int16(0), digest) { Int16(littleEndian: $0) })
        case .int32: .int32(try numbers(entry, range, count, Int32(0), digest) { Int32(littleEndian: $0) })
        case .float32:
            .float32(
                try numbers(entry, range, count, Float(0), digest) {
                    Float(bitPattern: UInt32(littleEndian: $0.bitPattern))
                }
            )
        case .float64:
            .float64(
                try numbers(entry, range, count, Double(0), digest) {
                    Double(bitPattern: UInt64(littleEndian: $0.bitPattern))
                }
            )
        }
    }

    private mutating func numbers<Element: BitwiseCopyable>(
        _ entry: ZipEntry,
        _ range: Range<Int>,
        _ count: Int,
        _ zero: Element,
        _ digest: String?,
        _ native: (Element) -> Element
    ) throws(SurfacesError) -> [Element] {
        let values = try archive.extract(entry, from: range, elements: count, zero: zero)
        try unsafe values.withUnsafeBytesTyped { buffer throws(SurfacesError) in
            try unsafe verify(entry, buffer, stated: digest)
        }
        #if _endian(little)
            return values
        #else
            return values.map(native)
        #endif
    }

    /// Takes apart points of which several coordinates are stored, one after the other.
    private static func split(_ bytes: [UInt8], axes: [X3PDataType], count: Int) -> [X3PValues] {
        let step = axes.reduce(0) { $0 + $1.bytes }
        var start = 0
        return axes.map { type in
            let first = start
            start += type.bytes
            return unsafe bytes.withUnsafeBytes { buffer in
                func column<Stored: BitwiseCopyable, Value>(_ convert: (Stored) -> Value) -> [Value] {
                    (0..<count).map {
                        unsafe convert(buffer.loadUnaligned(fromByteOffset: first + $0 * step, as: Stored.self))
                    }
                }
                switch type {
                case .int16: return .int16(column { Int16(littleEndian: $0) })
                case .int32: return .int32(column { Int32(littleEndian: $0) })
                case .float32: return .float32(column { Float(bitPattern: UInt32(littleEndian: $0)) })
                case .float64: return .float64(column { Double(bitPattern: UInt64(littleEndian: $0)) })
                }
            }
        }
    }

    /// Reads the list of valid points: one bit a point, the lowest bit of a byte first, as openGPS writes it.
    private mutating func validity(_ root: MarkupElement, count: Int) throws(SurfacesError) -> [Bool]? {
        guard let link = root.text("Record3", "DataLink", "ValidPointsLink") else { return nil }
        guard let entry = entry(link) else {
            warn(
                .ignored, "ValidPointsLink",
                "The archive does not hold '\(link.prefix(80))'; all points count as valid.")
            return nil
        }
        used.insert(entry.name)
        let bytes = try archive.extract(entry, limit: max(count, 8) + 1_024)
        try unsafe bytes.withUnsafeBytesTyped { buffer throws(SurfacesError) in
            try unsafe verify(
                entry,
                buffer,
                stated: root.text("Record3", "DataLink", "MD5ChecksumValidPoints")
            )
        }
        if bytes.count == count, count > 8 {
            warn(.valueAssumed, entry.name, "The list of valid points holds a byte a point instead of a bit.")
            return bytes.map { $0 != 0 }
        }
        guard bytes.count >= (count + 7) / 8 else {
            throw problem(
                .truncated, entry.name, "\(count) points need \((count + 7) / 8) bytes; \(bytes.count) are there.")
        }
        return (0..<count).map { bytes[$0 >> 3] >> UInt8($0 & 7) & 1 == 1 }
    }
}
