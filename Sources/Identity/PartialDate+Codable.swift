extension PartialDate: Codable {
    /// Reads a date from its text.
    /// - Throws: `DecodingError` for any text that is no such date.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = PartialDate(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\"\(text)\" is no date of the form yyyy, yyyy-mm or yyyy-mm-dd"
            )
        }
        self = date
    }

    /// Writes the date as its text.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
