/// Fields that hold nothing are left out, and a field that is missing is nothing: a stored firearm stays readable
/// when a later release adds a field, and takes no more room than what is known of it.
extension Firearm: Codable {
    private enum CodingKeys: String, CodingKey {
        case type, typeWritten, action, make, makeCode, model, calibre, calibreCode, countryOfManufacture,
            countryOfImport
        case importer, importYear, yearMade, barrelLengthMillimetres, finish, conversion, marks, numbers
    }

    /// Decodes a firearm; throws `DecodingError` for a code that is not known or a value of the wrong kind.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            type: try fields.decodeIfPresent(FirearmType.self, forKey: .type),
            typeWritten: try fields.decodeIfPresent(String.self, forKey: .typeWritten),
            action: try fields.decodeIfPresent(FirearmAction.self, forKey: .action),
            make: try fields.decodeIfPresent(String.self, forKey: .make),
            makeCode: try fields.decodeIfPresent(String.self, forKey: .makeCode),
            model: try fields.decodeIfPresent(String.self, forKey: .model),
            calibre: try fields.decodeIfPresent(String.self, forKey: .calibre),
            calibreCode: try fields.decodeIfPresent(String.self, forKey: .calibreCode),
            countryOfManufacture: try fields.decodeIfPresent(Country.self, forKey: .countryOfManufacture),
            countryOfImport: try fields.decodeIfPresent(Country.self, forKey: .countryOfImport),
            importer: try fields.decodeIfPresent(String.self, forKey: .importer),
            importYear: try fields.decodeIfPresent(Int.self, forKey: .importYear),
            yearMade: try fields.decodeIfPresent(Int.self, forKey: .yearMade),
            barrelLengthMillimetres: try fields.decodeIfPresent(Double.self, forKey: .barrelLengthMillimetres),
            finish: try fields.decodeIfPresent(String.self, forKey: .finish),
            conversion: try fields.decodeIfPresent(Conversion.self, forKey: .conversion),
            marks: try fields.decodeIfPresent([FirearmMark].self, forKey: .marks) ?? [],
            numbers: try fields.decodeIfPresent([FirearmNumber].self, forKey: .numbers) ?? []
        )
    }

    /// Encodes what is known.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        func put(_ text: String?, _ key: CodingKeys) throws {
            if let text, !text.isEmpty { try fields.encode(text, forKey: key) }
        }
        try fields.encodeIfPresent(type, forKey: .type)
        try put(typeWritten, .typeWritten)
        try fields.encodeIfPresent(action, forKey: .action)
        try put(make, .make)
        try put(makeCode, .makeCode)
        try put(model, .model)
        try put(calibre, .calibre)
        try put(calibreCode, .calibreCode)
        try fields.encodeIfPresent(countryOfManufacture, forKey: .countryOfManufacture)
        try fields.encodeIfPresent(countryOfImport, forKey: .countryOfImport)
        try put(importer, .importer)
        try fields.encodeIfPresent(importYear, forKey: .importYear)
        try fields.encodeIfPresent(yearMade, forKey: .yearMade)
        try fields.encodeIfPresent(barrelLengthMillimetres, forKey: .barrelLengthMillimetres)
        try put(finish, .finish)
        try fields.encodeIfPresent(conversion, forKey: .conversion)
        if !marks.isEmpty { try fields.encode(marks, forKey: .marks) }
        if !numbers.isEmpty { try fields.encode(numbers, forKey: .numbers) }
    }
}
