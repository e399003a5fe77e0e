import CPango

extension SetDocument {
    /// The document as a PDF file on pages of A4 (ISO 216): the same bytes for the same document, fonts and library.
    /// - Throws: `TypesettingError` where a picture cannot be read or the library fails.
    public func pdf() throws(TypesettingError) -> [UInt8] {
        let output = ByteOutput()
        let surface = cairo_pdf_surface_create_for_stream(
            { closure, data, length in
                guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
                let output = Unmanaged<ByteOutput>.fromOpaque(closure).takeUnretainedValue()
                output.bytes += UnsafeBufferPointer(start: data, count: Int(length))
                return CAIRO_STATUS_SUCCESS
            }, Unmanaged.passUnretained(output).toOpaque(), PageGeometry.width, PageGeometry.height
        )
        defer { cairo_surface_destroy(surface) }
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, issuedAt)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, issuedAt)
        guard let surface, let context = cairo_create(surface) else {
            throw TypesettingError(.drawingFailed, "The PDF surface could not be made.")
        }
        defer { cairo_destroy(context) }
        let pages = try PageSetter(self, context).pages
        for (index, page) in pages.enumerated() {
            for item in page { item.draw(on: context) }
            drawFooter("\(index + 1)/\(pages.count)", on: context)
            cairo_show_page(context)
        }
        cairo_surface_finish(surface)
        // The library goes on after a failure and keeps the first: it is asked once, at the end.
        let status = cairo_surface_status(surface)
        guard status == CAIRO_STATUS_SUCCESS else {
            let reason = cairo_status_to_string(status).map { String(cString: $0) } ?? "\(status.rawValue)"
            throw TypesettingError(.drawingFailed, "The PDF file could not be written: \(reason).")
        }
        return output.bytes
    }

    private func drawFooter(_ page: String, on context: OpaquePointer) {
        let type = TypeSetting(language: language, direction: direction)
        let width = PageGeometry.textWidth
        let text = TextLayout(footer, .footer, width: width - 60, type, on: context)
        let number = TextLayout(page, .footer, width: 50, type, side: .end, on: context)
        let y = PageGeometry.height - PageGeometry.margin + 16
        PlacedText(
            text: text, lines: 0..<min(2, text.lines.count), x: PageGeometry.x(0, width: width - 60, direction), y: y
        ).draw(on: context)
        PlacedText(
            text: number, lines: 0..<min(1, number.lines.count),
            x: PageGeometry.x(width - 50, width: 50, direction), y: y
        ).draw(on: context)
    }
}

/// Where the bytes of a file go while it is written.
private final class ByteOutput {
    var bytes: [UInt8] = []
}

/// Measures of a page, points of 1/72 inch.
enum PageGeometry {
    /// A4: 210 mm.
    static let width = 595.276
    /// A4: 297 mm.
    static let height = 841.89
    static let margin = 56.0
    static let textWidth = width - 2 * margin
    static let bottom = height - margin

    /// The left edge of a column that begins so far from the start of the line.
    static func x(_ offset: Double, width columnWidth: Double, _ direction: SetDocument.Direction) -> Double {
        direction == .leftToRight ? margin + offset : width - margin - offset - columnWidth
    }
}
