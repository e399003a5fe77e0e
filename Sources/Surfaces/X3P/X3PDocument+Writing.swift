extension X3PDocument {
    /// The document as an x3p file.
    ///
    /// Points keep their type and every bit; records, elements of others and entries are written back. Checksums are
    /// computed anew. `level` is how much is compressed, 1 (quick) to 12 (small). Throws when points, dimensions and
    /// axes contradict each other.
    public func encoded(level: Int = 6) throws(SurfacesError) -> [UInt8] {
        try checkConsistency()
        var binary: [(name: String, bytes: [UInt8])] = []
        var list: [UInt8] = []
        if isTextual {
            list = listedPoints()
        } else {
            binary.append(("bindata/data.bin", packedPoints()))
            if let validity { binary.append(("bindata/valid.bin", Self.packed(validity))) }
        }
        let root = written(digests: binary.map { MD5($0.bytes).hexadecimal })
        let main = root.document(list: list)
        var zip = ZipWriter(level: level)
        try zip.append("main.xml", main)
        try zip.append("md5checksum.hex", Array("\(MD5(main).hexadecimal) *main.xml\n".utf8))
        for entry in binary { try zip.append(entry.name, entry.bytes) }
        let taken = Set(["main.xml", "md5checksum.hex"] + binary.map(\.name))
        for entry in entries where !taken.contains(entry.name) { try zip.append(entry.name, entry.bytes) }
        return zip.finish()
    }

    private func checkConsistency() throws(SurfacesError) {
        let count = dimensions.count
        let sizes = [z.count] + [x?.count, y?.count, validity?.count].compactMap(\.self)
        let hasStored = (x == nil) == axes.x.isIncremental && (y == nil) == axes.y.isIncremental
        guard sizes.allSatisfy({ $0 == count }), hasStored, z.dataType == axes.z.dataType,
            x.map({ $0.dataType == axes.x.dataType }) ?? true, y.map({ $0.dataType == axes.y.dataType }) ?? true
        else {
            throw SurfacesError(
                code: .badSetting,
                detail: "Points, dimensions and axes of the document contradict each other; it cannot be written."
            )
        }
    }

    /// The description with axes, dimensions and checksums as they are now.
    private func written(digests: [String]) -> MarkupElement {
        var root = description
        root.change(["Record1"]) { record in
            if record.text("Revision") == nil { record.setText("ISO5436 - 2000", "Revision") }
            record.setText(feature.rawValue, "FeatureType")
            record.change(["Axes"]) { element in
                for (name, axis) in [("CX", axes.x), ("CY", axes.y), ("CZ", axes.z)] {
                    element.change([name]) { $0.write(axis) }
                }
                guard let rotation = axes.rotation else { return element.remove("Rotation") }
                for (index, value) in rotation.enumerated() {
                    element.change(["Rotation"]) { $0.setNumber(value, "r\(index / 3 + 1)\(index % 3 + 1)") }
                }
            }
        }
        root.change(["Record3"]) { record in
            switch dimensions {
            case .list(let count):
                record.remove("MatrixDimension")
                record.setText("\(count)", "ListDimension")
            case .matrix(let x, let y, let z):
                record.remove("ListDimension")
                for (name, size) in [("SizeX", x), ("SizeY", y), ("SizeZ", z)] {
                    record.setText("\(size)", "MatrixDimension", name)
                }
            }
            record.remove(isTextual ? "DataLink" : "DataList")
            if isTextual {
                record.put(MarkupElement("DataList"))
            } else {
                record.setText("bindata/data.bin", "DataLink", "PointDataLink")
                record.setText(digests[0], "DataLink", "MD5ChecksumPointData")
                record.change(["DataLink"]) { link in
                    link.remove("ValidPointsLink")
                    link.remove("MD5ChecksumValidPoints")
                    guard digests.count > 1 else { return }
                    link.setText("bindata/valid.bin", "ValidPointsLink")
                    link.setText(digests[1], "MD5ChecksumValidPoints")
                }
            }
        }
        root.setText("md5checksum.hex", "Record4", "ChecksumFile")
        return root
    }
}

extension MarkupElement {
    fileprivate mutating func write(_ axis: X3PAxis) {
        setText(axis.isIncremental ? "I" : "A", "AxisType")
        setText(axis.dataType.rawValue, "DataType")
        setNumber(axis.increment, "Increment")
        setNumber(axis.offset, "Offset")
    }

    /// Sets a number; where the same number stands already, its spelling stays.
    fileprivate mutating func setNumber(_ value: Double, _ name: String) {
        if let text = text(name), Number.parse(text) == value { return }
        setText("\(value)", name)
    }
}
