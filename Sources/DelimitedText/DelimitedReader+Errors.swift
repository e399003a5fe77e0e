extension DelimitedReader {
    /// The error for a file of another kind.
    static func isBinary(_ name: String, _ kind: String) -> DelimitedTextError {
        DelimitedTextError(
            code: .binary,
            file: name,
            detail: "This is no delimited text: it looks like \(kind). Open it in its own program and save it as CSV."
        )
    }

    /// The error for a file without rows.
    static func emptiness(_ name: String) -> DelimitedTextError {
        DelimitedTextError(
            code: .empty,
            file: name,
            detail: "The file holds no row. Check that it was saved and sent completely."
        )
    }

    /// The error for a row that the scanner refuses.
    func error(for refusal: RowScanner.Refusal) -> DelimitedTextError {
        let inQuotes = refusal.isInQuotes
        let detail =
            switch refusal.code {
            case .nulByte:
                "A zero byte does not belong in text. The file is damaged, or its encoding is neither UTF-8, UTF-16 nor"
                    + " Windows-1252: save it again as UTF-8."
            case .fieldTooLong where inQuotes:
                "The field is longer than \(limits.fieldBytes) bytes. Its opening quote may never be closed."
            case .fieldTooLong:
                "The field is longer than \(limits.fieldBytes) bytes. Check the line ends and the delimiter."
            case .rowTooLong:
                "The row is longer than \(limits.rowBytes) bytes. Check the line ends and the quotes."
            case .tooManyColumns:
                "The row has more than \(limits.columns) fields. Check the line ends and the delimiter."
            default:
                "The file ends inside a quoted field that begins here. Close the quote, or get the rest of the file."
            }
        let isAboutRow = refusal.code == .rowTooLong || refusal.code == .tooManyColumns
        return DelimitedTextError(
            code: refusal.code,
            file: file,
            line: line + refusal.lineBreaks,
            field: isAboutRow ? nil : scanner.fields.count + 1,
            byte: offset + UInt64(fileLength(consumed..<refusal.index)),
            detail: detail
        )
    }
}
