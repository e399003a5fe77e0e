import Firearms
import Foundation
import Registry
import Storage

/// Exhibits, events and marks in words.
extension Language {
    /// What an exhibit is, in a line: `Cartridge case, 9 mm Luger, test fire`.
    func heading(_ content: ExhibitContent) -> String {
        var parts = [label("exhibit-kind", content.kind.rawValue)]
        if let calibre = content.calibre, !calibre.isEmpty { parts.append(calibre) }
        return parts.joined(separator: ", ")
    }

    /// When an event was: a day, a range, or that it is not known.
    func date(_ event: EventContent) -> String {
        guard let from = event.from else { return text("event.date-unknown") }
        guard let until = event.until, until != from else { return from.description }
        return "\(from) – \(until)"
    }

    /// Where an event was, as far as it is known.
    func location(_ event: EventContent) -> String? {
        let parts = [event.locality, event.country.map { country($0.code) }].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// An event in a line: `Robbery, 2026-03-02, Foz do Iguaçu, Brazil`.
    func line(_ event: EventContent?) -> String {
        guard let event else { return "" }
        return [label("event-kind", event.kind.rawValue), date(event), location(event)].compactMap { $0 }
            .joined(separator: " · ")
    }

    /// The nearest border with the distance to it: `Brazil – Paraguay, about 3 km (computed from the place)`.
    func border(_ event: EventContent) -> String? {
        guard let border = event.border else { return nil }
        guard border.isComputed else {
            return text("event.border-stated", ["kilometres": FirearmDescription.decimal(border.kilometres)])
        }
        return text(
            "event.border-computed",
            [
                "countries": border.countries.map { country($0.code) }.joined(separator: " – "),
                // The lines are good to some two kilometres: digits would say more than is known.
                "kilometres": number(max(1, Int(border.kilometres.rounded()))),
            ]
        )
    }

    /// Why an exhibit should be submitted, in words.
    func words(_ reasons: [SubmissionRule.Reason]) -> [String] {
        reasons.map { label("submission-reason", $0.rawValue) }
    }

    /// Where a mark stands.
    func state(_ mark: Mark, isWaiting: Bool, hasRefused: Bool) -> Badge {
        let code = isWaiting ? "waiting" : mark.currentPreparation != nil ? "ready" : hasRefused ? "refused" : "empty"
        return badge("mark-state", code)
    }

    /// The facts about an exhibit that are known.
    func facts(_ exhibit: Exhibit) -> [ExhibitPage.Fact] {
        let (content, traits) = (exhibit.content, exhibit.content.characteristics)
        var facts: [ExhibitPage.Fact] = []
        func add(_ key: String, _ value: String?, path: String? = nil) {
            guard let value, !value.isEmpty else { return }
            facts.append(ExhibitPage.Fact(name: text(key), value: value, path: path))
        }
        add("field.calibre", content.calibre)
        add("exhibit.label", content.label)
        add("exhibit.ammunition", content.ammunition)
        add(
            "exhibit.firearm-record", content.firearmRecord,
            path: content.firearmRecord.map { "/records/\(HTTPQuery.escaped($0))" }
        )
        add("trait.firing-pin-shape", traits.firingPinShape.map { label("firing-pin-shape", $0.rawValue) })
        add("trait.breech-face-class", traits.breechFaceClass.map { label("breech-face-class", $0.rawValue) })
        add("trait.ejector", traits.ejectorPosition.map { "\(FirearmDescription.decimal($0))°" })
        add("trait.extractor", traits.extractorPosition.map { "\(FirearmDescription.decimal($0))°" })
        add("trait.lands", traits.lands.map { "\($0)" })
        add("trait.twist", traits.twist.map { label("twist", $0.rawValue) })
        add("trait.land-width", traits.landWidth.map { "\(FirearmDescription.decimal($0)) µm" })
        add("trait.groove-width", traits.grooveWidth.map { "\(FirearmDescription.decimal($0)) µm" })
        return facts
    }

    /// The facts about an event that are known.
    func facts(_ event: EventContent?) -> [ExhibitPage.Fact] {
        guard let event else { return [] }
        var facts = [
            ExhibitPage.Fact(name: text("field.event-kind"), value: label("event-kind", event.kind.rawValue)),
            ExhibitPage.Fact(name: text("field.date"), value: date(event)),
        ]
        if let place = location(event) { facts.append(ExhibitPage.Fact(name: text("field.place"), value: place)) }
        if let border = border(event) {
            facts.append(ExhibitPage.Fact(name: text("field.border"), value: border))
        }
        return facts
    }

    /// The facts about a scan's file.
    func facts(_ scan: Scan) -> [ExhibitPage.Fact] {
        guard let file = scan.description else { return [] }
        func number(_ value: Double) -> String {
            value.formatted(.number.precision(.fractionLength(0...2)).locale(locale))
        }
        var facts = [
            ExhibitPage.Fact(name: text("scan.format"), value: file.format),
            ExhibitPage.Fact(name: text("scan.points"), value: "\(file.columns) × \(file.rows)"),
            ExhibitPage.Fact(name: text("scan.pitch"), value: "\(number(file.pitchX)) × \(number(file.pitchY)) µm"),
            ExhibitPage.Fact(
                name: text("scan.extent"), value: "\(number(file.width / 1_000)) × \(number(file.height / 1_000)) mm"
            ),
            ExhibitPage.Fact(name: text("scan.valid"), value: "\(number(file.validShare * 100)) %"),
        ]
        if let instrument = scan.instrument {
            facts.append(ExhibitPage.Fact(name: text("scan.instrument"), value: instrument))
        }
        return facts
    }

    private var locale: Locale { Locale(identifier: code) }
}
