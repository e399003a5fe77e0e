import Firearms
import Foundation
import Registry
import Toolmarks

/// Words for ranked lists.
extension Language {
    /// Kind of exhibit, calibre, kind of mark and its label in a line.
    func markFacts(_ mark: Mark, _ exhibit: Exhibit) -> String {
        [
            label("exhibit-kind", exhibit.content.kind.rawValue), exhibit.content.calibre,
            label("toolmark-kind", mark.kind.rawValue), mark.label.isEmpty ? nil : mark.label,
        ].compactMap { $0 }.joined(separator: " · ")
    }

    /// Kind, day and place of an event in a line.
    func eventLine(_ event: EventContent) -> String {
        let days = [event.from, event.until].compactMap { $0?.description }
        let place = [event.locality, event.country.map { country($0.code) }].compactMap { $0 }.joined(separator: ", ")
        return [
            label("event-kind", event.kind.rawValue), Array(Set(days)).sorted().joined(separator: " – "), place,
        ].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// What agrees, in words.
    func agreement(_ figures: CorrelationFigures) -> String {
        guard let signatures = figures.signatures else {
            guard let usable = figures.usable else { return text("correlation.no-overlap") }
            return text(
                "correlation.cells", ["agreeing": number(figures.agreeing), "usable": number(usable)]
            )
        }
        return text(
            "correlation.segments", count: figures.agreeing,
            ["correlation": number(Int((signatures.correlation * 100).rounded()))]
        )
    }

    /// A likelihood ratio with its interval, two digits each: `LR 1,600 (310 to 8,200)`.
    func likelihoodRatio(_ evidence: CorrelationFigures.Evidence) -> String {
        text(
            evidence.isAtBound ? "correlation.ratio-bound" : "correlation.ratio",
            [
                "value": ratio(evidence.log10), "lower": ratio(evidence.lower), "upper": ratio(evidence.upper),
                "percent": number(Int((evidence.confidence * 100).rounded())),
            ]
        )
    }

    /// The words of the verbal scale for the worth of a score; why there are none, where that differs from entry to
    /// entry.
    func evidenceWords(_ figures: CorrelationFigures) -> String? {
        if figures.unweighed == .outsideReferenceRange { return text("correlation.outside-reference-range") }
        guard let evidence = figures.evidence else { return nil }
        let found = VerbalScale.enfsi.words(log10: evidence.log10)
        let words = text("verbal." + found.words.replacing(" ", with: "-"))
        guard let isForSame = found.forSameSource else { return words }
        return text(isForSame ? "correlation.for-one-tool" : "correlation.for-two-tools", ["words": words])
    }

    /// A ratio with two significant digits.
    private func ratio(_ log10: Double) -> String {
        let value = pow(10, log10)
        guard value >= 10 else { return String(format: value >= 1 ? "%.1f" : "%.2g", value) }
        let unit = pow(10, max(0, Foundation.log10(value).rounded(.down) - 1))
        return number(Int((value / unit).rounded() * unit))
    }

    /// What must be known to read a list with these figures.
    func note(_ figures: [CorrelationFigures]) -> String {
        let candidates = text("correlation.candidates-only")
        if let evidence = figures.lazy.compactMap(\.evidence).first {
            let set = text(
                "correlation.reference-set",
                ["name": evidence.referenceName, "identity": String(evidence.reference.prefix(12))]
            )
            return "\(candidates) \(set)"
        }
        guard figures.contains(where: { $0.unweighed == .noReferenceSet }) else { return candidates }
        return "\(candidates) \(text("correlation.no-reference-set"))"
    }

    /// Where a job stands, in a sentence.
    func correlationText(_ job: CorrelationJob) -> String {
        switch job.state {
        case .running: text("correlation-stage.\(job.stage?.rawValue ?? "reading")")
        case .failed: text("correlation-failure.\(job.failure?.code ?? "internal")")
        default: text("correlation.\(job.state.rawValue)")
        }
    }
}
