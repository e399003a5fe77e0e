/// Sets the blocks of a document on pages, from top to bottom.
struct PageSetter {
    /// What stands on each page.
    private(set) var pages: [[any PlacedItem]] = [[]]

    private let type: TypeSetting
    private let context: OpaquePointer
    private var y = PageGeometry.margin

    private static let labelWidth = 150.0
    private static let gap = 12.0
    private static let pictureHeight = 230.0

    /// - Throws: `TypesettingError` where a picture cannot be read.
    init(_ document: SetDocument, _ context: OpaquePointer) throws(TypesettingError) {
        type = TypeSetting(language: document.language, direction: document.direction)
        self.context = context
        for block in document.blocks { try set(block) }
    }

    private mutating func set(_ block: SetDocument.Block) throws(TypesettingError) {
        switch block {
        case .title(let title, let subtitle):
            set(title, .title)
            set(subtitle, .subtitle, space: 3)
            rule(grey: 0, space: 6)
        case .heading(let text):
            y += 16
            // With the headings of a table and its first row.
            keep(together: 110)
            set(text, .heading)
            rule(grey: 0.6, space: 3)
            y += 2
        case .subheading(let text):
            y += 8
            keep(together: 40)
            set(text, .subheading)
        case .paragraph(let text): set(text, .body, side: .ofText, space: 4)
        case .remark(let text): set(text, .remark, space: 4)
        case .code(let text): set(text, .code, space: 4)
        case .facts(let facts):
            for fact in facts { row([fact.label, fact.text], [.remark, .body], factWidths, space: 4) }
        case .table(let widths, let heading, let rows): table(widths, heading, rows)
        case .pictures(let pictures):
            for start in stride(from: 0, to: pictures.count, by: 2) {
                try line(of: Array(pictures[start..<min(start + 2, pictures.count)]))
            }
        case .signature(let text):
            y += 34
            keep(together: 40)
            add(PlacedRule(x: x(0, 220), y: y, width: 220, grey: 0))
            set(text, .remark, space: 3)
        }
    }

    // MARK: Pieces

    private var factWidths: [Double] { [Self.labelWidth, PageGeometry.textWidth - Self.labelWidth - Self.gap] }

    private func x(_ offset: Double, _ width: Double) -> Double {
        PageGeometry.x(offset, width: width, type.direction)
    }

    private mutating func add(_ item: some PlacedItem) { pages[pages.count - 1].append(item) }

    private mutating func breakPage() {
        pages.append([])
        y = PageGeometry.margin
    }

    /// Goes to the next page where fewer points are left on this one.
    private mutating func keep(together height: Double) {
        if y + height > PageGeometry.bottom, y > PageGeometry.margin { breakPage() }
    }

    /// A text over the whole line, on as many pages as it takes.
    private mutating func set(
        _ text: String, _ style: TextStyle, side: TextLayout.Side = .ofDocument, space: Double = 0
    ) {
        guard !text.isEmpty else { return }
        y += space
        let width = PageGeometry.textWidth
        place(TextLayout(text, style, width: width, type, side: side, on: context), x: x(0, width))
    }

    private mutating func place(_ text: TextLayout, x: Double) {
        var start = 0
        var top = y
        for (index, line) in text.lines.enumerated() {
            if y + line.height > PageGeometry.bottom, y > PageGeometry.margin {
                if start < index { add(PlacedText(text: text, lines: start..<index, x: x, y: top)) }
                breakPage()
                start = index
                top = y
            }
            y += line.height
        }
        if start < text.lines.count {
            add(PlacedText(text: text, lines: start..<text.lines.count, x: x, y: top))
        }
    }

    private mutating func rule(grey: Double, space: Double) {
        y += space
        add(PlacedRule(x: PageGeometry.margin, y: y, width: PageGeometry.textWidth, grey: grey))
        y += 4
    }

    /// Cells beside each other. A row that fits on a page is not broken.
    private mutating func row(_ cells: [String], _ styles: [TextStyle], _ widths: [Double], space: Double) {
        let texts = zip(cells, zip(styles, widths)).map { cell, look in
            TextLayout(cell, look.0, width: look.1, type, on: context)
        }
        y += space
        keep(together: texts.map(\.height).max() ?? 0)
        let (page, top) = (pages.count, y)
        var end = (page: page, y: top)
        // The longest cell comes last: where it goes on over the next pages, the others stand beside its beginning.
        for index in texts.indices.sorted(by: { texts[$0].height < texts[$1].height }) {
            if pages.count == page { y = top }
            let offset = widths[..<index].reduce(0) { $0 + $1 + Self.gap }
            place(texts[index], x: x(offset, widths[index]))
            if (pages.count, y) > end { end = (pages.count, y) }
        }
        y = end.y
    }

    private mutating func table(_ parts: [Double], _ heading: [String], _ rows: [[String]]) {
        let gaps = Self.gap * Double(max(0, parts.count - 1))
        let unit = (PageGeometry.textWidth - gaps) / max(parts.reduce(0, +), .leastNormalMagnitude)
        let widths = parts.map { $0 * unit }
        keep(together: 50)
        row(heading, Array(repeating: .bold, count: widths.count), widths, space: 6)
        rule(grey: 0.4, space: 2)
        for cells in rows {
            row(cells, Array(repeating: .body, count: widths.count), widths, space: 1)
            rule(grey: 0.85, space: 2)
        }
    }

    /// Pictures beside each other, each with its caption.
    private mutating func line(of pictures: [SetDocument.Picture]) throws(TypesettingError) {
        let width = (PageGeometry.textWidth - Self.gap) / 2
        var placed: [(image: PNGImage, scale: Double, caption: TextLayout)] = []
        for picture in pictures {
            let image = try PNGImage(picture.png)
            let scale = min(width / max(image.width, 1), Self.pictureHeight / max(image.height, 1))
            placed.append((image, scale, TextLayout(picture.caption, .remark, width: width, type, on: context)))
        }
        let height = placed.map { $0.image.height * $0.scale }.max() ?? 0
        let captions = placed.map(\.caption.height).max() ?? 0
        y += 8
        keep(together: height + captions + 4)
        for (index, picture) in placed.enumerated() {
            let left = x(Double(index) * (width + Self.gap), width)
            let slack = width - picture.image.width * picture.scale
            add(
                PlacedPicture(
                    image: picture.image, x: left + (type.direction == .rightToLeft ? slack : 0), y: y,
                    scale: picture.scale
                )
            )
            add(
                PlacedText(
                    text: picture.caption, lines: 0..<picture.caption.lines.count, x: left, y: y + height + 4
                )
            )
        }
        y += height + captions + 8
    }
}
