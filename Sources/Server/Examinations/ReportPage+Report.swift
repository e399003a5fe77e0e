import Firearms
import Foundation
import Registry
import Storage
import Toolmarks

extension ReportPage {
    /// What a report states, in a language.
    init(_ report: ExaminationReport, in language: Language) {
        let content = report.content
        func picturePath(_ hash: String) -> String { "/reports/\(report.number)/pictures/\(hash)" }
        self.init(
            number: report.number, examination: content.examination,
            laboratory: "\(content.laboratoryName) (\(content.laboratory))", issued: TimeStamp(content.issuedAt),
            issuer: "\(content.issuer) (\(content.issuerAccount))", hash: report.hash.description,
            supersededBy: report.supersededBy, facts: Self.facts(content, language),
            exhibits: content.exhibits.map { exhibit in
                Exhibit(
                    number: exhibit.number, facts: Self.facts(exhibit, language),
                    marks: exhibit.marks.map { mark in
                        Mark(
                            number: mark.number, label: Self.label(mark, language),
                            picture: mark.preparation?.picture,
                            picturePath: (mark.preparation?.picture).map(picturePath),
                            facts: mark.preparation.map { Self.facts($0, language) } ?? [],
                            steps: mark.preparation.map { PreparationText.lines($0.settings) } ?? []
                        )
                    }
                )
            },
            comparisons: content.comparisons.map { Comparison($0, language) },
            conclusions: content.conclusions.map { Signed($0, language) },
            steps: content.steps.map { step in
                let agreed = step.conclusion.map { language.label("conclusion", $0.rawValue) }
                return Step(
                    label: language.label("examination-step", step.kind.rawValue), time: TimeStamp(step.time),
                    user: step.user.isEmpty ? "—" : step.user,
                    note: [agreed, step.note.isEmpty ? nil : step.note].compactMap(\.self).joined(separator: ": ")
                )
            },
            notes: content.notes.map { note in
                let place = "\(Self.number(note.x, places: 0)), \(Self.number(note.y, places: 0)) µm"
                return Fact(
                    label: [note.mark, place, note.examiner, TimeStamp(note.time).text].joined(separator: " · "),
                    text: note.text
                )
            },
            snapshots: content.snapshots.map { shot in
                let parts = [shot.marks.joined(separator: " – "), shot.caption, shot.examiner].filter { !$0.isEmpty }
                return Snapshot(
                    picture: shot.picture, path: picturePath(shot.picture), caption: parts.joined(separator: " · ")
                )
            }
        )
    }

    private static func facts(_ content: ReportContent, _ language: Language) -> [Fact] {
        var facts = [
            Fact(label: language.text("examinations.examination"), text: content.examination),
            Fact(label: language.text("report.laboratory"), text: "\(content.laboratoryName) (\(content.laboratory))"),
            Fact(
                label: language.text("report.issued"),
                text: "\(TimeStamp(content.issuedAt).text), \(content.issuer) (\(content.issuerAccount))"
            ),
            Fact(
                label: language.text("report.outcome"),
                text: content.outcome.map { language.label("conclusion", $0.rawValue) } ?? "—"
            ),
            Fact(
                label: language.text("report.state"),
                text: language.label("examination-state", content.state.rawValue) + ", "
                    + language.label("examination-basis", content.basis.rawValue)
            ),
        ]
        if let hit = content.hit { facts.append(Fact(label: language.text("report.hit"), text: hit)) }
        if let earlier = content.supersedes {
            facts.append(Fact(label: language.text("report.supersedes"), text: earlier))
        }
        return facts
    }

    private static func facts(_ exhibit: ReportExhibit, _ language: Language) -> [Fact] {
        var facts = [
            Fact(label: language.text("report.owner"), text: exhibit.bureau),
            Fact(label: language.text("report.case"), text: exhibit.caseNumber),
            Fact(label: language.text("report.kind"), text: language.label("exhibit-kind", exhibit.kind.rawValue)),
        ]
        func add(_ key: String, _ text: String?) {
            if let text, !text.isEmpty { facts.append(Fact(label: language.text(key), text: text)) }
        }
        add("field.calibre", exhibit.calibre)
        add("report.ammunition", exhibit.ammunition)
        if exhibit.isTestFire { add("report.origin", language.text("report.test-fire")) }
        if let event = exhibit.event {
            let dates = [event.from, event.until].compactMap { $0?.description }.joined(separator: "/")
            let place = [event.locality, event.country.map { language.country($0.code) }].compactMap(\.self)
            let parts = [language.label("event-kind", event.kind.rawValue), dates, place.joined(separator: ", ")]
            add("report.event", parts.filter { !$0.isEmpty }.joined(separator: " · "))
        }
        add("field.created", TimeStamp(exhibit.enteredAt).text)
        return facts
    }

    private static func facts(_ preparation: ReportPreparation, _ language: Language) -> [Fact] {
        [
            Fact(label: language.text("report.scan"), text: "\(preparation.scanFile) · SHA-256 \(preparation.scan)"),
            Fact(
                label: language.text("report.preparation"),
                text: language.text(
                    "report.preparation-made",
                    [
                        "version": "\(preparation.version)", "time": TimeStamp(preparation.madeAt).text,
                        "user": preparation.madeBy,
                    ]) + " · SHA-256 \(preparation.surface)"
            ),
        ] + (preparation.instrument.map { [Fact(label: language.text("report.instrument"), text: $0)] } ?? [])
    }

    private static func label(_ mark: ReportMark, _ language: Language) -> String {
        let kind = language.label("toolmark-kind", mark.kind)
        return mark.label.isEmpty || mark.label == kind ? kind : "\(kind) · \(mark.label)"
    }

    /// A number with so many decimal places, with a point in every language as in the statement itself.
    fileprivate static func number(_ value: Double, places: Int) -> String {
        String(format: "%.\(places)f", locale: Locale(identifier: "en_US_POSIX"), value)
    }
}

extension ReportPage.Comparison {
    fileprivate init(_ comparison: ReportComparison, _ language: Language) {
        let figures = comparison.figures
        let reference = figures.evidence.map {
            language.text("report.reference", ["name": $0.referenceName, "hash": $0.reference])
        }
        let details = [
            figures.method, reference,
            language.text("report.compared", ["time": TimeStamp(comparison.comparedAt).text]),
            comparison.isSamePreparation ? nil : language.text("report.other-preparation"),
        ]
        self.init(
            marks: "\(comparison.first) – \(comparison.second)",
            score: ReportPage.number(figures.score, places: 3),
            agreeing: figures.usable.map { "\(figures.agreeing)/\($0)" } ?? "\(figures.agreeing)",
            evidence: figures.evidence.map { Self.words($0, language) }
                ?? language.text("report.unweighed.\(figures.unweighed?.rawValue ?? "no-reference-set")"),
            detail: details.compactMap(\.self).joined(separator: " · ")
        )
    }

    /// The likelihood ratio with its interval, and the words of the verbal scale.
    private static func words(_ evidence: CorrelationFigures.Evidence, _ language: Language) -> String {
        let (words, isSame) = VerbalScale.enfsi.words(log10: evidence.log10)
        let code = words.replacing(" ", with: "-")
        let spoken =
            isSame.map {
                language.text(
                    $0 ? "report.for-one-source" : "report.for-two-sources", ["words": language.label("verbal", code)]
                )
            } ?? language.label("verbal", code)
        func number(_ value: Double) -> String { ReportPage.number(value, places: 2) }
        return "log₁₀ LR \(number(evidence.log10)) [\(number(evidence.lower)), \(number(evidence.upper))]: \(spoken)"
    }
}

extension ReportPage.Signed {
    fileprivate init(_ signed: ReportConclusion, _ language: Language) {
        var facts: [ReportPage.Fact] = []
        if !signed.marks.isEmpty {
            let pairs = signed.marks.map { $0.joined(separator: " – ") }.joined(separator: "; ")
            facts.append(ReportPage.Fact(label: language.text("path.marks"), text: pairs))
        }
        if let method = signed.method {
            facts.append(ReportPage.Fact(label: language.text("report.method"), text: method))
        }
        self.init(
            conclusion: language.badge("conclusion", signed.conclusion.rawValue),
            heading: language.text("examination.round", ["number": "\(signed.round)"]) + ", "
                + language.label("examination-basis", signed.basis.rawValue)
                + (signed.isLikely ? ", " + language.text("examination.likely") : ""),
            signature: "\(signed.examinerName) (\(signed.examiner))", time: TimeStamp(signed.time),
            reasons: signed.reasons, facts: facts
        )
    }
}
