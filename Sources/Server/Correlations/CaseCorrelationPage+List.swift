import Registry

extension CaseCorrelationPage {
    /// The page of a list for a reader.
    init(
        _ list: CaseCorrelationList, filter: CorrelationFilter, after rank: Int, limit: Int, bureaus: BureauNames,
        in language: Language
    ) {
        let path = Self.path(of: list.forensicCase)
        func page(after: Int) -> String {
            let query = HTTPQuery.text(filter.fields + [("after", after > 0 ? "\(after)" : nil)])
            return query.isEmpty ? path : "\(path)?\(query)"
        }
        self.init(
            number: list.forensicCase.number, casePath: "/cases/\(list.forensicCase.number)",
            title: list.forensicCase.content.title,
            compared: language.text("case-correlation.compared", count: list.comparedMarks),
            pending: language.pending(list), filter: .init(filter, hasCases: false, clearPath: path, in: language),
            rows: list.entries.map { .init($0, bureaus: bureaus, in: language) },
            summary: language.text("case-correlation.count", count: list.count), note: language.note(list),
            pager: Pager(
                previous: rank > 0 ? page(after: max(0, rank - limit)) : nil, next: list.next.map { page(after: $0) }
            )
        )
    }

    /// Where the list of a case is.
    static func path(of forensicCase: ForensicCase) -> String { "/cases/\(forensicCase.number)/correlation" }
}

extension CasePage.Candidates {
    /// The best of the list of a case; nil for a case of which nothing is compared yet.
    init?(_ list: CaseCorrelationList, bureaus: BureauNames, in language: Language) {
        guard list.comparedMarks > 0 else { return nil }
        self.init(
            rows: list.entries.map { .init($0, bureaus: bureaus, in: language) },
            summary: language.text("case-correlation.count", count: list.count), note: language.note(list),
            pending: language.pending(list), listPath: CaseCorrelationPage.path(of: list.forensicCase)
        )
    }
}

extension CorrelationListPage.Row {
    fileprivate init(_ entry: CaseCorrelationEntry, bureaus: BureauNames, in language: Language) {
        self.init(entry.candidate, of: entry.mark, bureaus: bureaus, in: language)
        let number = entry.mark.number.description
        own = Own(
            number: number, listPath: "/marks/\(number)/correlation",
            facts: language.markFacts(entry.mark, entry.exhibit)
        )
    }
}

extension Language {
    fileprivate func note(_ list: CaseCorrelationList) -> String {
        let hasSeveralKinds = Set(list.entries.map(\.mark.kind)).count > 1
        return note(list.entries.map(\.candidate.figures))
            + (hasSeveralKinds ? " " + text("case-correlation.several-kinds") : "")
    }

    fileprivate func pending(_ list: CaseCorrelationList) -> String? {
        list.pendingMarks > 0 ? text("case-correlation.pending", count: list.pendingMarks) : nil
    }
}
