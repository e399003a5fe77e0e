import Registry

/// Reads the columns of an import from a form, noting every wrong field.
struct ImportMappingForm {
    private(set) var mapping: ImportMapping
    /// Whether the bureau's next file with the same headings is to be read alike.
    let remembers: Bool
    private(set) var failures: [FieldFailure] = []

    /// - Parameters:
    ///   - columnCount: how many columns the file has; a column the form does not name is left out.
    ///   - objectKind: what the rows are, where they are not firearms.
    init(_ fields: FormFields, columnCount: Int, objectKind: ObjectKind? = nil) {
        remembers = fields["remember"] != nil
        mapping = ImportMapping(columns: [])
        mapping.columns = (0..<columnCount).map { index in
            read("columns-\(index)", path: "columns[\(index)]", fields) { ImportField(rawValue: $0) }
        }
        mapping.objectKind = objectKind
        if objectKind != nil {
            mapping.defaultObjectClass = fields["defaultClass"]
        } else {
            mapping.defaultClass = read("defaultClass", fields) { RecordClass(rawValue: $0) } ?? .stolen
        }
        mapping.defaultPurpose = read("defaultPurpose", fields) { Purpose(rawValue: $0) } ?? .identifyObjects
        mapping.defaultHandling = read("defaultHandling", fields) { HandlingLevel(rawValue: $0) } ?? .officialUseOnly
        mapping.dayComesFirst = read("dayComesFirst", fields) { ["day": true, "month": false][$0] }
    }

    private mutating func read<Value>(
        _ name: String, path: String? = nil, _ fields: FormFields, _ read: (String) -> Value?
    ) -> Value? {
        guard let text = fields[name] else { return nil }
        if let value = read(text) { return value }
        failures.append(FieldFailure(path ?? name, "unknown-code", value: text))
        return nil
    }
}
