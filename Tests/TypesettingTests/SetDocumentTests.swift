import TestSupport
import Testing
import Typesetting

@Suite("Documents on pages")
struct SetDocumentTests {
    /// A picture of one white pixel.
    private static let pixel: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00,
        0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3A, 0x7E, 0x9B, 0x55, 0x00, 0x00, 0x00,
        0x0A, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0xF8, 0x0F, 0x00, 0x01, 0x01, 0x01, 0x00, 0xB1, 0x38, 0xF6,
        0x14, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
    ]

    private func document(_ blocks: [SetDocument.Block], _ direction: SetDocument.Direction = .leftToRight)
        -> SetDocument
    {
        SetDocument(
            title: "Report", language: "es", direction: direction, issuedAt: "2026-11-29T10:00:00Z", footer: "R1",
            blocks: blocks
        )
    }

    /// Pages of a PDF file that the library wrote.
    private func pages(_ pdf: [UInt8]) -> Int {
        let text = String(decoding: pdf, as: UTF8.self)
        return text.matches(of: #/\/Count (\d+)/#).compactMap { Int($0.output.1) }.max() ?? 0
    }

    @Test("the same document gives the same bytes, another one others")
    func reproducible() throws {
        let blocks: [SetDocument.Block] = [
            .title("Informe de comparación", "BR-X-2026-000001-R1"), .heading("Conclusión"),
            .paragraph("Identificación: coincidencia suficiente de características individuales. تطابق"),
            .facts([.init("Indicio", "BR-E-2026-000001")]), .code(String(repeating: "0f", count: 32)),
            .table(widths: [1, 2], heading: ["a", "b"], rows: [["1", "2"], ["3", "4"]]),
            .pictures([.init(png: Self.pixel, caption: "1"), .init(png: Self.pixel, caption: "2")]),
            .signature("Rosa"),
        ]
        let first = try document(blocks).pdf()
        #expect(first.starts(with: Array("%PDF-".utf8)))
        #expect(try document(blocks).pdf() == first)
        #expect(try document(blocks + [.remark("x")]).pdf() != first)
        #expect(try document(blocks, .rightToLeft).pdf() != first)
        #expect(pages(first) == 1)
    }

    @Test("a text runs as its own letters do and begins where it should", .enabled(if: PDFWords.isInstalled))
    func directions() async throws {
        let (latin, arabic) = ("Abc defg. 12", "خدش عميق عند الحافة.")
        for (direction, isLeftToRight) in [(SetDocument.Direction.leftToRight, true), (.rightToLeft, false)] {
            let blocks: [SetDocument.Block] = [
                .heading(latin), .heading(arabic), .paragraph(latin), .paragraph(arabic),
            ]
            let words = try await PDFWords(of: document(blocks, direction).pdf()).words
            let (heads, texts) = (words.filter { ["Abc", "خدش"].contains($0.text) }, words.map(\.text))
            try #require(heads.count == 4, "\(texts)")
            // A heading begins where the document's lines do, a paragraph where lines of its script do.
            #expect((heads[0].left < 60) == isLeftToRight)
            #expect((heads[1].right > 535) == !isLeftToRight)
            #expect(heads[2].left < 60 && heads[3].right > 535)
            // The first word stands before the second, and the full stop behind the last, in each script.
            let seconds = words.filter { ["defg.", "عميق"].contains($0.text) }
            try #require(seconds.count == 4, "\(texts)")
            for (first, second) in zip(heads, seconds) {
                #expect((first.left < second.left) == (first.text == "Abc"))
            }
            #expect(texts.count { $0 == "الحافة." } == 2, "\(texts)")
        }
    }

    @Test("a text longer than a page goes on over the next ones, in every kind of block")
    func longTexts() throws {
        let long = String(repeating: "Las estrías coinciden en su curso y en su anchura. ", count: 400)
        #expect(pages(try document([.paragraph(long)]).pdf()) >= 3)
        #expect(pages(try document([.facts([.init("Fundamentos", long)])]).pdf()) >= 3)
        let rows = (1...200).map { ["\($0)", "x"] }
        #expect(pages(try document([.table(widths: [1, 1], heading: ["n", "x"], rows: rows)]).pdf()) >= 4)
        #expect(pages(try document([]).pdf()) == 1)
    }

    @Test("a heading stands on the page of what follows it", .enabled(if: PDFWords.isInstalled))
    func headings() async throws {
        for lines in 30..<52 {
            let above = Array(repeating: SetDocument.Block.paragraph("x"), count: lines)
            let table = SetDocument.Block.table(widths: [1, 1], heading: ["a", "b"], rows: [["first", "second"]])
            let words = try await PDFWords(of: document(above + [.heading("Scores"), table]).pdf())
            #expect(words.first("Scores")?.page == words.first("first")?.page, "\(lines) lines above")
        }
    }

    @Test("a hash that goes on in the next line gains no sign", .enabled(if: PDFWords.isInstalled))
    func hashes() async throws {
        let hash = String(repeating: "1e", count: 64)
        let words = try await PDFWords(of: document([.facts([.init("Scan", hash)])]).pdf())
        #expect(words.words.map(\.text).joined().contains(hash))
        #expect(words.words.count > 3)
    }

    @Test("what is no picture is refused, whatever its length")
    func unreadable() throws {
        for length in [0, 1, 8, 40, Self.pixel.count - 20] {
            let error = #expect(throws: TypesettingError.self) {
                try document([.pictures([.init(png: Array(Self.pixel.prefix(length)), caption: "")])]).pdf()
            }
            #expect(error?.code == .unreadablePicture)
        }
    }
}
