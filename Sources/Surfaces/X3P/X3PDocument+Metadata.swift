extension X3PDocument {
    /// Record2 as far as the standard defines it. Setting it changes only what differs and keeps what others added.
    public var metadata: SurfaceMetadata {
        get {
            var metadata = SurfaceMetadata()
            let record = description.first("Record2")
            for (field, path) in Self.fields { metadata[keyPath: field] = record?.at(path[...])?.text.nonEmpty }
            return metadata
        }
        set {
            let old = metadata
            for (field, path) in Self.fields where old[keyPath: field] != newValue[keyPath: field] {
                description.change(["Record2"] + path) { element in
                    element.children = newValue[keyPath: field].map { [.text($0)] } ?? []
                }
            }
        }
    }

    /// In the order of the standard.
    private static var fields: [(WritableKeyPath<SurfaceMetadata, String?>, [String])] {
        [
            (\.date, ["Date"]), (\.creator, ["Creator"]), (\.manufacturer, ["Instrument", "Manufacturer"]),
            (\.model, ["Instrument", "Model"]), (\.serial, ["Instrument", "Serial"]),
            (\.version, ["Instrument", "Version"]), (\.calibrationDate, ["CalibrationDate"]),
            (\.probingType, ["ProbingSystem", "Type"]), (\.probe, ["ProbingSystem", "Identification"]),
            (\.comment, ["Comment"]),
        ]
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
