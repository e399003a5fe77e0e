import CPango

/// Language and direction of the texts of a document.
struct TypeSetting {
    let language: String
    let direction: SetDocument.Direction
}

/// How a text looks.
enum TextStyle {
    case title, subtitle, heading, subheading, body, bold, remark, code, footer

    /// A font description of Pango. DejaVu has Latin, Greek, Cyrillic and Arabic; others fill in what it lacks.
    var font: String {
        switch self {
        case .title: "DejaVu Sans, Noto Sans Bold 17"
        case .subtitle: "DejaVu Sans, Noto Sans 10"
        case .heading: "DejaVu Sans, Noto Sans Bold 12"
        case .subheading: "DejaVu Sans, Noto Sans Bold 9.5"
        case .body: "DejaVu Sans, Noto Sans 9"
        case .bold: "DejaVu Sans, Noto Sans Bold 9"
        case .remark: "DejaVu Sans, Noto Sans 8"
        case .code: "DejaVu Sans Mono, Noto Sans Mono 8"
        case .footer: "DejaVu Sans, Noto Sans 7"
        }
    }

    /// Lightness of the ink: 0 is black.
    var grey: Double {
        switch self {
        case .subtitle, .remark, .footer: 0.35
        default: 0
        }
    }
}

/// A text broken into lines.
final class TextLayout {
    /// One line: its height, and where it is drawn from.
    struct Line {
        var height: Double
        /// From the top of the line to its baseline.
        var ascent: Double
        /// From the left edge of the text to where the line begins.
        var x: Double
    }

    let layout: OpaquePointer
    let style: TextStyle
    private(set) var lines: [Line] = []

    var height: Double { lines.reduce(0) { $0 + $1.height } }

    /// Where in its column a text begins.
    enum Side {
        /// Where the document's own lines do: a Latin number in an Arabic document begins at the right.
        case ofDocument
        /// Where lines of its own script do, as a paragraph of running text.
        case ofText
        /// It ends where the document's own lines do.
        case end
    }

    /// Breaks a text into lines. Its own first letter says which way it runs, not the document, so that its full stop
    /// stands at its end; a text without letters runs as the document does.
    /// - Parameter width: of the column, points.
    init(
        _ text: String, _ style: TextStyle, width: Double, _ type: TypeSetting, side: Side = .ofDocument,
        on context: OpaquePointer
    ) {
        self.style = style
        layout = pango_cairo_create_layout(context)
        let isDocumentRightToLeft = type.direction == .rightToLeft
        let isRightToLeft = Self.runsRightToLeft(text) ?? isDocumentRightToLeft
        let pango = pango_layout_get_context(layout)
        pango_context_set_base_dir(pango, isRightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR)
        pango_context_set_language(pango, pango_language_from_string(type.language))
        let font = pango_font_description_from_string(style.font)
        pango_layout_set_font_description(layout, font)
        pango_font_description_free(font)
        pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        pango_layout_set_line_spacing(layout, 1.25)
        // A hash or a number that goes on in the next line must not gain a sign.
        let attributes = pango_attr_list_new()
        pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(0))
        pango_layout_set_attributes(layout, attributes)
        pango_attr_list_unref(attributes)
        let isAtRight =
            switch side {
            case .ofDocument: isDocumentRightToLeft
            case .ofText: isRightToLeft
            case .end: !isDocumentRightToLeft
            }
        pango_layout_set_auto_dir(layout, 0)
        pango_layout_set_alignment(layout, isAtRight ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT)
        pango_layout_set_text(layout, text, Int32(text.utf8.count))
        measure()
    }

    /// Whether the first letter of a text is of a script that runs from right to left (Unicode Standard Annex 9, rules P2
    /// and P3); nil for a text without letters.
    private static func runsRightToLeft(_ text: String) -> Bool? {
        // Where Unicode has Hebrew, Arabic and the other scripts of that direction, and their presentation forms.
        let blocks = [0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x1_0800...0x1_0FFF, 0x1_E800...0x1_EFFF]
        let first = text.unicodeScalars.first { $0.properties.isAlphabetic }
        return first.map { letter in blocks.contains { $0.contains(Int(letter.value)) } }
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

    private func measure() {
        let scale = Double(PANGO_SCALE)
        guard let iterator = pango_layout_get_iter(layout) else { return }
        defer { pango_layout_iter_free(iterator) }
        repeat {
            var top: Int32 = 0
            var bottom: Int32 = 0
            var extents = PangoRectangle()
            pango_layout_iter_get_line_yrange(iterator, &top, &bottom)
            pango_layout_iter_get_line_extents(iterator, nil, &extents)
            let baseline = pango_layout_iter_get_baseline(iterator)
            lines.append(
                Line(
                    height: Double(bottom - top) / scale, ascent: Double(baseline - top) / scale,
                    x: Double(extents.x) / scale
                )
            )
        } while pango_layout_iter_next_line(iterator) != 0
    }

    /// Draws a line with its top left corner at a place.
    func draw(line: Int, x: Double, y: Double, on context: OpaquePointer) {
        cairo_set_source_rgb(context, style.grey, style.grey, style.grey)
        cairo_move_to(context, x + lines[line].x, y + lines[line].ascent)
        pango_cairo_show_layout_line(context, pango_layout_get_line_readonly(layout, Int32(line)))
    }
}
