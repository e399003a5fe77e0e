/// The known forms of serial numbers, and whether a number has one of its maker's.
public struct SerialFormats: Sendable {
    /// What the known forms say about a number.
    public enum Fit: Hashable, Sendable {
        /// It has one of the maker's known forms.
        case fits
        /// It has none of them; those are named, shortest first, as ``SerialFormat/shape`` writes them.
        case doesNotFit(expected: [String])
        /// Nothing is known of the maker's numbers, or too little of this one can be read.
        case unknown
    }

    /// The forms, in the order of the file.
    public let formats: [SerialFormat]
    private let places: [String: [Int]]

    /// The forms that come with the program.
    public static let standard: SerialFormats = ResourceText.orStop { () throws(ReferenceTableError) in
        let text = try ResourceText.load("serial_formats")
        var problems: [ReferenceTableError] = []
        let formats = SerialFormats(text, makes: ReferenceTable.standard, &problems)
        if let first = problems.first { throw first }
        return formats
    }

    /// Reads forms from a CSV file in UTF-8: columns make (code), model (may be empty), pattern, from, to (years, may
    /// be empty), note.
    /// - Throws: ``ReferenceTableError`` for a malformed row or a make that the table does not know.
    public init(_ bytes: some Sequence<UInt8>, table: ReferenceTable) throws(ReferenceTableError) {
        var problems: [ReferenceTableError] = []
        try self.init(ResourceText(file: "serial_formats.csv", bytes: bytes), makes: table, &problems)
        if let first = problems.first { throw first }
    }

    init(_ text: ResourceText, makes table: ReferenceTable, _ problems: inout [ReferenceTableError]) {
        var formats: [SerialFormat] = []
        for row in text.rows(columns: 6, problems: &problems) {
            func year(_ column: Int, _ name: String) -> Int? {
                let field = row.fields[column]
                if !field.isEmpty && Int(field) == nil {
                    let detail = "\"\(field)\" is not a year"
                    problems.append(text.error(.malformed, line: row.line, field: name, value: field, detail))
                }
                return Int(field)
            }
            let (make, model, pattern) = (row.fields[0], row.fields[1], row.fields[2])
            if table.make(code: make) == nil {
                let detail = "\"\(make)\" is not the code of a make"
                problems.append(text.error(.unknownCode, line: row.line, field: "make", value: make, detail))
            }
            let format = SerialFormat(
                makeCode: make, model: model.isEmpty ? nil : model, pattern: pattern, firstYear: year(3, "from"),
                lastYear: year(4, "to"), note: row.fields[5]
            )
            if let format {
                formats.append(format)
            } else {
                let detail = "\"\(pattern)\" is not a pattern"
                problems.append(text.error(.malformed, line: row.line, field: "pattern", value: pattern, detail))
            }
        }
        self.formats = formats
        places = Dictionary(grouping: formats.indices) { formats[$0].makeCode }
    }

    /// Whether a number has one of the forms known of its maker.
    public func fit(_ serial: SerialPattern, makeCode: String) -> Fit {
        guard let known = places[makeCode], serial.knownPlaces >= 3 else { return .unknown }
        if known.contains(where: { formats[$0].fits(serial) }) { return .fits }
        let shapes = Set(known.map { formats[$0].shape })
        return .doesNotFit(expected: shapes.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) })
    }
}
