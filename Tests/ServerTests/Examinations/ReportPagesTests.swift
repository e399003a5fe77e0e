import Foundation
import Storage
import TestSupport
import Testing

@testable import Registry
@testable import Server

@Suite("Reports on pages and on paper")
struct ReportPagesTests {
    /// What must stand in a report, in any language.
    private static let facts = [
        "BR-X-2026-000001-R1", "BR-BH-2026-000001", SampleReport.examiner, "Rita Prado", SampleReport.reasons,
        SampleReport.note, "BR-scan.x3p", "Confocal 7", "rosa.br", "longCutoff 500", "tilt 0.5 deg",
        "cells 8 x 8, rotations 21", "0.617", "37/60", "log₁₀ LR 3.21 [2.50, 3.90]", "Set 7", SampleReport.reference,
        "ساحة السوق", "لقطة مقارنة", BlobHash(of: [7]).description,
    ]

    private func page(_ language: Language) -> ReportPage { ReportPage(SampleReport.report, in: language) }

    private func pdf(_ language: Language) throws -> [UInt8] {
        let pictures = try SampleReport.pictures()
        return try page(language).pdf(in: language) { pictures[$0] ?? [] }
    }

    @Test("the page states exhibits, preparation with its settings, scores with their reference set, and who signed")
    func html() throws {
        let renderer = try PageRenderer()
        for language in renderer.catalogue.languages {
            let layout = Layout(csrf: "", sections: [], path: "/")
            let html = try renderer.render(page(language), layout: layout, in: language)
            for fact in Self.facts { #expect(html.contains(fact), "\(language.code): \(fact)") }
            for picture in ["01", "02", "03"] {
                #expect(html.contains("/reports/BR-X-2026-000001-R1/pictures/\(picture)"))
            }
            #expect(html.contains(language.text("report.unweighed.no-reference-set")))
        }
    }

    @Test("the PDF states the same, no sign without its shape in the fonts", .enabled(if: PDFWords.isInstalled))
    func paper() async throws {
        for language in try PageRenderer().catalogue.languages {
            let file = try pdf(language)
            if let folder = ProcessInfo.processInfo.environment["CARTOUCHE_SCREENSHOTS"] {
                try Data(file).write(to: URL(fileURLWithPath: "\(folder)/report-\(language.code).pdf"))
            }
            let words = try await PDFWords(of: file)
            // Words of a line that runs both ways come in another order: each is looked for by itself, without what
            // stands between scripts.
            let text = words.text.filter { !$0.isWhitespace }
            for fact in Self.facts.flatMap({ $0.split { " ()،.".contains($0) } }) {
                #expect(text.contains(fact), "\(language.code): \(fact)")
            }
        }
    }

    @Test("Arabic in an English report runs from right to left", .enabled(if: PDFWords.isInstalled))
    func rightToLeft() async throws {
        let words = try await PDFWords(of: pdf(PageRenderer().catalogue.base))
        let first = try #require(words.first("تتطابق"))
        let second = try #require(words.first("الخطوط"))
        #expect(first.page == second.page && abs(first.top - second.top) < 2)
        #expect(first.left > second.right)
        // A paragraph that begins in Arabic begins at the right margin, and its full stop stands at the left.
        #expect(first.right > 500)
        let last = try #require(words.words.first { $0.text.contains("اختلاف") })
        #expect(last.left < first.left)
    }
}
