import Registry
import Typesetting

extension ReportPage {
    /// The pages of the report, PDF.
    /// - Parameter picture: the bytes of a picture by its hash, PNG.
    func pdf(in language: Language, picture: (String) throws -> [UInt8]) throws -> [UInt8] {
        var document = SetDocument(
            title: "\(language.text("report.title")) \(number)", language: language.code,
            direction: language.direction == .rightToLeft ? .rightToLeft : .leftToRight, issuedAt: issued.machine,
            footer: "\(number) · SHA-256 \(hash)"
        )
        document.blocks = [
            .title(language.text("report.title"), "\(number) · \(laboratory)"), .facts(facts.map(\.set)),
        ]
        document.blocks.append(.heading(language.text("report.exhibits")))
        for exhibit in exhibits {
            document.blocks += [.subheading(exhibit.number), .facts(exhibit.facts.map(\.set))]
        }
        let pictures = try exhibits.flatMap(\.marks).compactMap { mark in
            try mark.picture.map {
                SetDocument.Picture(png: try picture($0), caption: "\(mark.number) · \(mark.label)\nSHA-256 \($0)")
            }
        }
        if !pictures.isEmpty { document.blocks.append(.pictures(pictures)) }
        if exhibits.contains(where: { !$0.marks.isEmpty }) {
            document.blocks.append(.heading(language.text("report.preparations")))
        }
        for mark in exhibits.flatMap(\.marks) {
            document.blocks += [.subheading("\(mark.number) · \(mark.label)"), .facts(mark.facts.map(\.set))]
            document.blocks += mark.steps.enumerated().map { .remark("\($0.offset + 1). \($0.element)") }
        }
        document.blocks += comparisonBlocks(language) + conclusionBlocks(language)
        if !notes.isEmpty {
            document.blocks += [.heading(language.text("report.notes")), .facts(notes.map(\.set))]
        }
        if !snapshots.isEmpty {
            document.blocks.append(.heading(language.text("report.snapshots")))
            document.blocks.append(
                .pictures(
                    try snapshots.map {
                        SetDocument.Picture(
                            png: try picture($0.picture), caption: "\($0.caption)\nSHA-256 \($0.picture)")
                    })
            )
        }
        document.blocks += [
            .heading(language.text("report.unaltered")), .paragraph(language.text("report.unaltered-explained")),
            .code(hash),
        ]
        return try document.pdf()
    }

    private func comparisonBlocks(_ language: Language) -> [SetDocument.Block] {
        var blocks: [SetDocument.Block] = [.heading(language.text("report.scores"))]
        if comparisons.isEmpty {
            blocks.append(.paragraph(language.text("report.no-scores")))
        } else {
            blocks.append(
                .table(
                    widths: [2.9, 1.1, 2, 3],
                    heading: ["report.marks", "report.score", "report.agreeing", "report.evidence"].map {
                        language.text($0)
                    },
                    rows: comparisons.map { [$0.marks, $0.score, $0.agreeing, $0.evidence] }
                )
            )
            blocks += comparisons.map { .remark("\($0.marks): \($0.detail)") }
        }
        return blocks + [.remark(language.text("report.scores-explained"))]
    }

    private func conclusionBlocks(_ language: Language) -> [SetDocument.Block] {
        var blocks: [SetDocument.Block] = [.heading(language.text("report.conclusions"))]
        for signed in conclusions {
            blocks += [
                .subheading("\(signed.conclusion.label) · \(signed.heading)"), .paragraph(signed.reasons),
                .facts(signed.facts.map(\.set)),
                .remark(
                    language.text("report.signed", ["name": signed.signature, "time": signed.time.text])
                ),
            ]
        }
        blocks.append(.heading(language.text("report.steps")))
        blocks.append(
            .table(
                widths: [2, 3.1, 1.8, 3.1],
                heading: ["report.step", "field.time", "report.user", "field.note"].map { language.text($0) },
                rows: steps.map { [$0.label, $0.time.text, $0.user, $0.note] }
            )
        )
        blocks.append(.heading(language.text("report.signatures")))
        let names = conclusions.map(\.signature)
        for (index, name) in names.enumerated() where !names[..<index].contains(name) {
            blocks.append(.signature(name))
        }
        return blocks
    }
}

extension ReportPage.Fact {
    fileprivate var set: SetDocument.Fact { SetDocument.Fact(label, text) }
}
