/// Brings the mask of a file to the frame of its surface.
struct MaskGrid {
    /// The size of the points as stored.
    let columns: Int
    let rows: Int
    /// How points are turned to the frame of the surface.
    let turn: GridTurn

    /// What x3ptools paints where nothing is marked.
    private static let bronze = Colour(0xCD7F32)
    /// A photograph has thousands of colours; a mask has some.
    private static let mostColours = 256

    /// A mask of a bit or a byte a point; nil when the number of bytes fits neither.
    func binary(_ bytes: [UInt8]) -> SurfaceMask? {
        let count = columns * rows
        if bytes.count == count, count > 8 { return turned(bytes.map { $0 != 0 }) }
        guard bytes.count == (count + 7) / 8 else { return nil }
        return turned((0..<count).map { bytes[$0 >> 3] >> UInt8($0 & 7) & 1 == 1 })
    }

    /// The colours of a picture point by point of the file, and whether the picture had to be turned.
    func fitted(
        _ picture: (width: Int, height: Int, colours: [Colour])
    ) throws(SurfacesError) -> (colours: [Colour], isTransposed: Bool) {
        if picture.width == columns, picture.height == rows { return (picture.colours, false) }
        guard picture.width == rows, picture.height == columns else {
            throw .setting(
                "mask",
                "The mask has \(picture.width) x \(picture.height) points and the surface \(columns) x \(rows)."
            )
        }
        let turn = GridTurn(transposes: true)
        return (turn.apply(picture.colours, columns: picture.width, rows: picture.height), true)
    }

    /// What colours say about points. `element` is what the description says about the mask.
    func marking(_ colours: [Colour], _ element: MarkupElement?) -> SurfaceMarking {
        var order: [Colour] = []
        var seen: Set<Colour> = []
        for colour in colours where seen.insert(colour).inserted && order.count < Self.mostColours {
            order.append(colour)
        }
        let notes = Self.notes(element)
        let stated = element?.text("Background").flatMap(Self.colour)
        let background = stated ?? (seen.contains(Self.bronze) ? Self.bronze : .black)
        let mask = turned(colours.map { $0 != background })
        let isPlain = stated == nil && seen.isSubset(of: [.black, .white])
        guard !isPlain, seen.count <= Self.mostColours else { return SurfaceMarking(mask: mask) }
        let known = notes.map(\.colour)
        let areas = known.filter(seen.contains) + order.filter { !known.contains($0) && $0 != background }
        return SurfaceMarking(
            mask: mask,
            annotations: areas.map { colour in
                SurfaceAnnotation(
                    colour: colour,
                    text: notes.first { $0.colour == colour }?.text,
                    area: turned(colours.map { $0 == colour })
                )
            }
        )
    }

    /// A mask of the surface in the order of the file; nil when it has another size.
    func stored(_ mask: SurfaceMask) -> SurfaceMask? {
        let (width, height) = turn.transposes ? (rows, columns) : (columns, rows)
        guard mask.columns == width, mask.rows == height else { return nil }
        return SurfaceMask(columns: columns, rows: rows, inside: turn.undo(mask.inside, columns: width, rows: height))
    }

    private func turned(_ inside: [Bool]) -> SurfaceMask {
        let (width, height) = turn.transposes ? (rows, columns) : (columns, rows)
        return SurfaceMask(columns: width, rows: height, inside: turn.apply(inside, columns: columns, rows: rows))
    }

    private static func notes(_ element: MarkupElement?) -> [(colour: Colour, text: String?)] {
        let list = element?.first("Annotations")?.elements ?? []
        return list.compactMap { note in
            let stated = note.attributes.first { $0.name.lowercased() == "color" || $0.name.lowercased() == "colour" }
            guard let colour = stated.flatMap({ Self.colour($0.value) }) else { return nil }
            return (colour, note.text.isEmpty ? nil : note.text)
        }
    }

    /// A colour such as `#cd7f32` or `#CD7F32FF`; nil when the text is none.
    private static func colour(_ text: String) -> Colour? {
        let digits = text.trimmed.drop { $0 == "#" }
        guard digits.count == 6 || digits.count == 8, let number = UInt32(digits.prefix(6), radix: 16) else {
            return nil
        }
        return Colour(number)
    }
}
