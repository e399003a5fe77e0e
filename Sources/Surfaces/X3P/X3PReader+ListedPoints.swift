extension X3PReader {
    /// Reads points that stand as text in the description. Source: ISO 25178-72, `DataList`: coordinates separated by
    /// semicolons, an empty `Datum` for a missing point.
    mutating func listed(
        _ markup: MarkupParser.Result,
        feature: X3PFeature,
        dimensions: X3PDimensions,
        axes: X3PAxes
    ) throws(SurfacesError) -> X3PDocument {
        let count = dimensions.count
        guard markup.dataCount >= count else {
            throw problem(
                .truncated,
                "DataList",
                "The file announces \(count) points and lists \(markup.dataCount). Fetch it again from its source."
            )
        }
        if markup.dataCount > count {
            warn(
                .ignored, "DataList", "The list holds \(markup.dataCount - count) points more than announced; ignored.")
        }
        let stored = axes.stored.count
        var columns = axes.stored.map { ListedColumn(dataType: $0.dataType, count: count) }
        var validity = [Bool](repeating: true, count: count)
        let data = markup.data.span
        var place = 0
        for point in 0..<count {
            let start = place
            while place < data.count, data[place] != 0x0A { place += 1 }
            let parts = Self.parts(data.extracting(start..<place))
            place += 1
            guard !parts.isEmpty else {
                validity[point] = false
                for column in columns.indices { columns[column].appendMissing() }
                continue
            }
            guard parts.count >= stored else { throw badPoint(point, "it has \(parts.count) of \(stored) coordinates") }
            for column in columns.indices {
                // The height comes last, whatever stands before it.
                let index =
                    column == stored - 1 ? parts.count - 1 : column == 1 || axes.x.isIncremental ? parts.count - 2 : 0
                guard
                    let value = Number.parse(
                        data.extracting(start + parts[index].lowerBound..<start + parts[index].upperBound)),
                    columns[column].append(value)
                else { throw badPoint(point, "a coordinate is no number of its type") }
            }
        }
        let hasMissing = validity.contains(false)
        var document = X3PDocument(
            feature: feature,
            axes: axes,
            dimensions: dimensions,
            z: columns[stored - 1].values,
            validity: hasMissing && !axes.z.dataType.hasNaN ? validity : nil,
            isTextual: true
        )
        if !axes.x.isIncremental { document.x = columns[0].values }
        if !axes.y.isIncremental { document.y = columns[stored - 2].values }
        return document
    }

    private func badPoint(_ point: Int, _ reason: String) -> SurfacesError {
        problem(.malformed, "DataList", "Point \(point + 1) cannot be read: \(reason).")
    }

    /// Where the coordinates of one point lie; none for a missing point.
    private static func parts(_ line: Span<UInt8>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        var isEmpty = true
        for place in line.indices {
            if line[place] == 0x3B {
                parts.append(start..<place)
                start = place + 1
            } else if line[place] > 0x20 {
                isEmpty = false
            }
        }
        guard !isEmpty else { return [] }
        parts.append(start..<line.count)
        return parts
    }
}

/// The coordinates of one axis of a text list, in their type.
private struct ListedColumn {
    private(set) var values: X3PValues

    init(dataType: X3PDataType, count: Int) {
        // The list was counted before, so the space is known to be needed.
        func room<Value>(_ type: Value.Type) -> [Value] {
            var list: [Value] = []
            list.reserveCapacity(count)
            return list
        }
        values =
            switch dataType {
            case .int16: .int16(room(Int16.self))
            case .int32: .int32(room(Int32.self))
            case .float32: .float32(room(Float.self))
            case .float64: .float64(room(Double.self))
            }
    }

    mutating func appendMissing() { _ = append(values.dataType.hasNaN ? .nan : 0) }

    /// Appends a coordinate; false when its type cannot hold it.
    mutating func append(_ value: Double) -> Bool {
        switch values {
        case .int16(var list):
            guard let exact = Int16(exactly: value) else { return false }
            values = .int16([])
            list.append(exact)
            values = .int16(list)
        case .int32(var list):
            guard let exact = Int32(exactly: value) else { return false }
            values = .int32([])
            list.append(exact)
            values = .int32(list)
        case .float32(var list):
            values = .float32([])
            list.append(Float(value))
            values = .float32(list)
        case .float64(var list):
            values = .float64([])
            list.append(value)
            values = .float64(list)
        }
        return true
    }
}
