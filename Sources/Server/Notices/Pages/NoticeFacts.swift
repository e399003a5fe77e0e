import Firearms
import Identity
import Registry

/// What a notice states, laid out for reading, in the order of the form.
struct NoticeFacts {
    let form: NoticeForm
    let language: Language
    /// The paths of the API that may be shown; nil for all.
    var allowed: Set<String>?

    /// The sections in which anything is stated; how it is handled is no part of them.
    var sections: [NoticeReport.Section] {
        NoticeFormLayout.sections(form.colour).filter { $0.code != "handling" }.compactMap { section in
            let isRows = if case .rows = section.scope { true } else { false }
            let rows: [Int?] = isRows ? (0..<form.rowCount(section)).map { $0 } : [nil]
            let groups = rows.compactMap { row -> NoticeReport.Group? in
                let facts = section.fields.compactMap { fact(section, $0, row) }
                guard !facts.isEmpty else { return nil }
                return NoticeReport.Group(facts: facts.filter { !$0.isLong }, prose: facts.filter(\.isLong))
            }
            guard !groups.isEmpty else { return nil }
            return NoticeReport.Section(
                code: section.code, heading: language.text("notices.section.\(section.code)"), groups: groups
            )
        }
    }

    /// The texts, the original first.
    var texts: [NoticeReport.Text] {
        form.texts.enumerated().map { index, text in
            NoticeReport.Text(
                language: text.language, label: language.languageName(text.language),
                direction: Language.direction(of: text.language).rawValue, text: text.text, isOriginal: index == 0
            )
        }
    }

    private func fact(_ section: NoticeFormSection, _ field: NoticeFormField, _ row: Int?) -> NoticeReport.Fact? {
        let path = section.path(field, row: row)
        if let allowed, !allowed.contains(section.path(field, row: 0)) { return nil }
        let values = form.values(section, field, row: row)
        guard !values.isEmpty else { return nil }
        var fact = NoticeReport.Fact(label: language.fieldLabel(path))
        switch field.kind {
        case .country, .countries, .bureauCountries: fact.countries = values.map(language.countryName)
        case .choice(let group, _): fact.text = values.first.map { language.label(group, $0) }
        case .ticks(let group, _): fact.text = values.map { language.label(group, $0) }.joined(separator: ", ")
        case .list where field.hint == "languages":
            fact.text = values.map(language.languageName).joined(separator: ", ")
        case .list where field.name == "seizures":
            fact.records = values.map { .init(number: $0, path: "/records/\(HTTPQuery.escaped($0))") }
        case .list: fact.text = values.joined(separator: ", ")
        case .lines:
            fact.text = values.count == 1 ? values.first : nil
            fact.items = values.count == 1 ? [] : values
        case .area:
            fact.text = values.first
            fact.isLong = true
        case .text, .date, .partialDate, .number, .flag: fact.text = values.first
        }
        return fact
    }
}

extension Language {
    /// Whom or what a notice is about, in a few words.
    func noticeSubject(_ content: NoticeContent) -> String {
        if let person = content.person, !person.name.isEmpty || person.forename != nil {
            return [person.name, person.forename ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
        }
        if let entity = content.entity, !entity.name.isEmpty { return entity.name }
        if let modus = content.modusOperandi, !modus.kinds.isEmpty || !modus.method.isEmpty {
            let kinds = modus.kinds.map { label("mo-kind", $0.rawValue) }.joined(separator: ", ")
            return [kinds, Self.excerpt(modus.method)].filter { !$0.isEmpty }.joined(separator: ": ")
        }
        // The facts in the reader's language, else in that of the original.
        let text = content.texts.first { $0.language == code } ?? content.texts.first
        let parts = [text.map { Self.excerpt($0.text) } ?? "", content.event?.place ?? ""].filter { !$0.isEmpty }
        return parts.first ?? self.text("notices.untitled")
    }

    /// What tells a notice further from others: birth, sex and nationality, or place and day.
    func noticeDetail(_ content: NoticeContent) -> String {
        if let person = content.person, !person.name.isEmpty {
            let countries = person.nationalities.map { country($0.code) }
            let sex = person.sex == .unknown ? "" : label("sex", person.sex.rawValue)
            return ([person.birthDate?.description ?? "", sex] + countries).filter { !$0.isEmpty }
                .joined(separator: " · ")
        }
        if let modus = content.modusOperandi {
            return [modus.object, modus.concealment, modus.transport].compactMap { $0 }.joined(separator: " · ")
        }
        let event = content.event
        return [event?.date?.description, event?.place, event?.country.map { country($0.code) }].compactMap { $0 }
            .joined(separator: " · ")
    }

    /// How a method is done, in a few words of the reader's language where there are any.
    func methodSubject(_ content: NoticeContent) -> String {
        let method = content.modusOperandi?.method ?? ""
        // A translation tells those who do not read the original; the others are told the method in its own words.
        let isOriginal = content.texts.first?.language == code
        let text = isOriginal ? method : content.texts.first { $0.language == code }?.text ?? method
        let chosen = text.isEmpty ? method : text
        return chosen.isEmpty ? noticeSubject(content) : Self.excerpt(chosen, 160)
    }

    private static func excerpt(_ text: String, _ longest: Int = 90) -> String {
        let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        guard line.count > longest else { return line }
        let cut = line.prefix(longest)
        return (cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut) + "…"
    }
}
