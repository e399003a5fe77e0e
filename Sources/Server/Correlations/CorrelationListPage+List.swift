import Firearms
import Foundation
import Registry
import Storage
import Toolmarks

extension CorrelationListPage {
    /// The page of a list for a reader.
    init(
        _ list: CorrelationList, filter: CorrelationFilter, after rank: Int, limit: Int, bureaus: BureauNames,
        for actor: Actor, in language: Language
    ) {
        let number = list.mark.number.description
        let isOwner = Access.mayChange(exhibitOf: list.exhibit.bureau, actor)
        let path = "/marks/\(number)/correlation"
        let fields = filter.fields
        func page(after: Int) -> String {
            let query = HTTPQuery.text(fields + [("after", after > 0 ? "\(after)" : nil)])
            return query.isEmpty ? path : "\(path)?\(query)"
        }
        self.init(
            number: number, markPath: "/marks/\(number)", exhibit: list.exhibit.number,
            exhibitPath: "/exhibits/\(list.exhibit.number)",
            facts: language.markFacts(list.mark, list.exhibit), owner: bureaus[list.exhibit.bureau],
            event: list.exhibit.event.map { language.eventLine($0.content) },
            thumbnailPath: list.mark.currentPreparation == nil ? nil : Self.thumbnail(of: number),
            job: JobView(list.job, isPrepared: list.mark.currentPreparation != nil, isOwner: isOwner, in: language),
            filter: Filter(filter, clearPath: path, in: language),
            rows: list.entries.map { Row($0, of: list.mark, bureaus: bureaus, in: language) },
            isPending: list.job?.state.isOpen ?? false, summary: language.text("correlation.count", count: list.count),
            note: language.note(list.entries.map(\.figures)),
            gaps: list.gaps.map { Gap(number: $0.mark.description, reason: $0.reason) },
            pager: Pager(
                previous: rank > 0 ? page(after: max(0, rank - limit)) : nil, next: list.next.map { page(after: $0) }
            ),
            eventsPath: "/correlations/events?mark=\(number)"
        )
    }

    /// Where the thumbnail of a mark's current preparation is.
    static func thumbnail(of number: String) -> String { "/marks/\(number)/preparations/current/thumbnail.png" }
}

extension CorrelationListPage.JobView {
    /// Absent for a mark without a preparation, which cannot be correlated.
    init?(_ job: CorrelationJob?, isPrepared: Bool, isOwner: Bool, in language: Language) {
        guard isPrepared || job != nil else { return nil }
        guard let job else {
            self.init(
                state: language.badge("correlation-state", "none"), isOpen: false, percent: 0,
                text: language.text("correlation.none"), canRequest: isOwner
            )
            return
        }
        self.init(
            state: language.badge("correlation-state", job.state.rawValue), isOpen: job.state.isOpen,
            percent: job.percent, text: language.correlationText(job), detail: job.failure?.detail,
            canCancel: isOwner && job.state.isOpen, canRequest: isOwner && !job.state.isOpen
        )
    }
}

extension CorrelationJob {
    /// How far it has come, 0 to 100.
    var percent: Int { state == .done ? 100 : Int((progress * 100).rounded(.down)) }
}

extension CorrelationListPage.Filter {
    /// - Parameter hasCases: whether the same case may be left out.
    init(_ filter: CorrelationFilter, hasCases: Bool = true, clearPath: String, in language: Language) {
        func choices(_ name: String, _ codes: [String], _ selected: String?) -> ChoiceField {
            ChoiceField(
                choices: language.choices(
                    "correlation-\(name)", codes, selected: selected, blank: language.text("correlation-\(name).all")
                )
            )
        }
        self.init(
            countries: filter.countries.map(\.code).sorted().joined(separator: ", "),
            withinKilometres: filter.withinKilometres.map { String(format: "%g", $0) } ?? "",
            from: filter.from?.description ?? "", until: filter.until?.description ?? "",
            owners: choices("owners", ["true"], filter.isOwnOnly ? "true" : nil),
            cases: hasCases ? choices("cases", ["true"], filter.isOtherCasesOnly ? "true" : nil) : nil,
            testFires: choices("test-fires", ["only", "none"], filter.isTestFire.map { $0 ? "only" : "none" }),
            isFiltered: filter != CorrelationFilter(), clearPath: clearPath
        )
    }
}

extension CorrelationListPage.Row {
    init(_ entry: CorrelationEntry, of mark: Mark, bureaus: BureauNames, in language: Language) {
        let number = entry.mark.number.description
        let figures = entry.figures
        self.init(
            rank: language.number(entry.rank), number: number, listPath: "/marks/\(number)/correlation",
            exhibitPath: "/exhibits/\(entry.exhibit.number)", comparePath: "/comparisons/\(mark.number)/\(number)",
            examinePath: entry.connection.isSameCase
                ? nil : "/examinations?first=\(mark.number.exhibit)&second=\(entry.exhibit.number)",
            thumbnailPath: CorrelationListPage.thumbnail(of: number),
            thumbnailText: language.text("correlation.thumbnail", ["number": number]),
            facts: language.markFacts(entry.mark, entry.exhibit), owner: bureaus[entry.exhibit.bureau],
            event: entry.exhibit.event.map { language.eventLine($0.content) },
            score: Int((figures.score * 100).rounded()), agreement: language.agreement(figures),
            bullet: entry.bullet.map { bullet in
                language.text(
                    "correlation.bullet", count: bullet.pairs,
                    ["score": language.number(Int((bullet.score * 100).rounded()))]
                )
            },
            ratio: figures.evidence.map(language.likelihoodRatio), words: language.evidenceWords(figures),
            apart: [
                entry.distanceKilometres.map {
                    language.text("correlation.kilometres", count: Int($0.rounded()))
                },
                entry.border.map { language.label("correlation-border", $0.rawValue) },
                entry.daysApart.map { language.text("correlation.days", count: $0) },
            ].compactMap { $0 },
            badges: Self.badges(entry, in: language)
        )
    }

    private static func badges(_ entry: CorrelationEntry, in language: Language) -> [Badge] {
        var badges: [Badge] = []
        if let link = entry.connection.link { badges.append(language.badge("link-standing", link.rawValue)) }
        let flags = [
            ("same-case", entry.connection.isSameCase), ("same-firearm", entry.connection.isSameFirearm),
            ("test-fire", entry.exhibit.content.isTestFire),
        ]
        for (code, isSet) in flags where isSet { badges.append(language.badge("correlation-flag", code)) }
        return badges
    }
}
