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

    /// Breaks a text into lines.
    /// - Parameters:
    ///   - width: of the column, points.
    ///   - alignsToEnd: whether lines end at the end of the column.
    init(
        _ text: String, _ style: TextStyle, width: Double, _ type: TypeSetting, alignsToEnd: Bool = false,
        on context: OpaquePointer
    ) {
        self.style = style
        layout = pango_cairo_create_layout(context)
        let isRightToLeft = type.direction == .rightToLeft
        let pango = pango_layout_get_context(layout)
        pango_context_set_base_dir(pango, isRightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR)
        pango_context_set_language(pango, pango_language_from_string(type.language))
        let font = pango_font_description_from_string(style.font)
        pango_layout_set_font_description(layout, font)
        pango_font_description_free(font)
        pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        pango_layout_set_line_spacing(layout, 1.25)
        // In a document from right to left a Latin line, such as a number, still begins at the right.
        pango_layout_set_auto_dir(layout, 0)
        pango_layout_set_alignment(layout, alignsToEnd ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT)
        pango_layout_set_text(layout, text, Int32(text.utf8.count))
        measure()
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
