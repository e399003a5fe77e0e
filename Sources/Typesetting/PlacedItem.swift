import CPango

/// Something that has its place on a page; places are points from the top left corner.
protocol PlacedItem {
    func draw(on context: OpaquePointer)
}

/// Lines of a text.
struct PlacedText: PlacedItem {
    let text: TextLayout
    let lines: Range<Int>
    let x: Double
    let y: Double

    func draw(on context: OpaquePointer) {
        var y = y
        for line in lines {
            text.draw(line: line, x: x, y: y, on: context)
            y += text.lines[line].height
        }
    }
}

/// A horizontal rule.
struct PlacedRule: PlacedItem {
    let x: Double
    let y: Double
    let width: Double
    /// Lightness of the ink: 0 is black.
    let grey: Double

    func draw(on context: OpaquePointer) {
        cairo_set_source_rgb(context, grey, grey, grey)
        cairo_set_line_width(context, 0.6)
        cairo_move_to(context, x, y)
        cairo_line_to(context, x + width, y)
        cairo_stroke(context)
    }
}

/// A picture, scaled to a width and a height.
struct PlacedPicture: PlacedItem {
    let image: PNGImage
    let x: Double
    let y: Double
    /// Points for one pixel.
    let scale: Double

    func draw(on context: OpaquePointer) {
        cairo_save(context)
        cairo_translate(context, x, y)
        cairo_scale(context, scale, scale)
        cairo_set_source_surface(context, image.surface, 0, 0)
        cairo_paint(context)
        cairo_restore(context)
    }
}

/// A PNG file, read.
final class PNGImage {
    let surface: OpaquePointer
    var width: Double { Double(cairo_image_surface_get_width(surface)) }
    var height: Double { Double(cairo_image_surface_get_height(surface)) }

    /// - Throws: `TypesettingError` `unreadablePicture`.
    init(_ png: [UInt8]) throws(TypesettingError) {
        let input = ByteInput(png)
        let read = cairo_image_surface_create_from_png_stream(
            { closure, data, length in
                guard let closure, let data else { return CAIRO_STATUS_READ_ERROR }
                return Unmanaged<ByteInput>.fromOpaque(closure).takeUnretainedValue().read(into: data, Int(length))
            }, Unmanaged.passUnretained(input).toOpaque()
        )
        guard let read, cairo_surface_status(read) == CAIRO_STATUS_SUCCESS else {
            cairo_surface_destroy(read)
            throw TypesettingError(.unreadablePicture, "A picture of \(png.count) bytes is no PNG file.")
        }
        surface = read
    }

    deinit { cairo_surface_destroy(surface) }
}

/// Where the bytes of a file come from while it is read.
private final class ByteInput {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func read(into target: UnsafeMutablePointer<UInt8>, _ count: Int) -> cairo_status_t {
        guard position + count <= bytes.count else { return CAIRO_STATUS_READ_ERROR }
        for index in 0..<count { target[index] = bytes[position + index] }
        position += count
        return CAIRO_STATUS_SUCCESS
    }
}
