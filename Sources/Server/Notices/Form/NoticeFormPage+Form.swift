import Firearms
import Registry

extension NoticeFormPage {
    /// The form as it was stored or sent.
    /// - Parameters:
    ///   - failures: what was wrong with it, by the API's paths.
    ///   - missing: what must still be stated before it can be sent.
    ///   - countries: those of other bureaus.
    init(
        _ form: NoticeForm, failures: [FieldFailure] = [], missing: [FieldFailure] = [], countries: [Country],
        action: String, cancelPath: String, in language: Language
    ) {
        let failures = failures.map { Self.worded($0, form.colour) }
        let builder = NoticeFieldBuilder(
            form: form, errors: Dictionary(failures.map { ($0.field, $0) }, uniquingKeysWith: { first, _ in first }),
            missing: Set(missing.map(\.field)), countries: countries.map(\.code), language: language
        )
        let sections = NoticeFormLayout.sections(form.colour).map(builder.section)
        self.init(
            colour: language.badge("notice-colour", form.colour.rawValue), action: action, cancelPath: cancelPath,
            errors: language.fieldErrors(failures), missing: language.fieldErrors(missing),
            sections: sections.filter { $0.code != "handling" }, texts: builder.texts(),
            textsError: builder.error("texts"), handling: sections.filter { $0.code == "handling" }
        )
    }

    /// A code in a list of countries is more likely a name that is not known.
    private static func worded(_ failure: FieldFailure, _ colour: NoticeColour) -> FieldFailure {
        guard failure.code == "unknown-code", let value = failure.value else { return failure }
        let isCountries = NoticeFormLayout.sections(colour).contains { section in
            section.fields.contains { $0.kind == .countries && failure.field.hasSuffix("." + $0.name) }
        }
        return isCountries
            ? FieldFailure(failure.field, "not-a-country", value: value, arguments: ["value": value]) : failure
    }
}

/// Makes the fields of a form from what was stored or sent.
struct NoticeFieldBuilder {
    let form: NoticeForm
    let errors: [String: FieldFailure]
    let missing: Set<String>
    let countries: [String]
    let language: Language

    /// Blank rows at the end for one more warrant.
    private static let spareRows = 1

    func error(_ path: String) -> String? { errors[path].map { language.failure($0.code, $0.arguments) } }

    func section(_ section: NoticeFormSection) -> NoticeFormPage.Section {
        let isRows = if case .rows = section.scope { true } else { false }
        let rows: [Int?] =
            isRows ? (0..<min(NoticeForm.mostRows, form.rowCount(section) + Self.spareRows)).map { $0 } : [nil]
        let groups = rows.map { row in
            NoticeFormPage.Group(fields: section.fields.map { field(section, $0, row: row) })
        }
        let isTouched = groups.contains { group in
            group.fields.contains { field in
                !field.value.isEmpty || field.error != nil || field.isMissing || field.isTicked
                    || (field.isTicks && field.choices.contains(where: \.isSelected))
            }
        }
        return NoticeFormPage.Section(
            code: section.code, heading: language.text("notices.section.\(section.code)"),
            hint: language.contains("notices.hint.\(section.code)")
                ? language.text("notices.hint.\(section.code)") : nil,
            groups: groups, more: isRows ? language.text("notices.more-\(section.code)") : nil,
            isFolded: section.isFolded, isOpen: !section.isFolded || isTouched,
            error: isRows ? error(section.code) : nil
        )
    }

    private func field(
        _ section: NoticeFormSection, _ field: NoticeFormField, row: Int?
    ) -> NoticeFormPage.Field {
        let path = section.path(field, row: row)
        let values = form.values(section, field, row: row)
        var result = NoticeFormPage.Field(
            name: FieldName.name(for: path), label: language.fieldLabel(path),
            hint: field.hint.map { language.text("notices.hint.\($0)") }, error: error(path),
            isMissing: missing.contains(path), value: values.first ?? ""
        )
        switch field.kind {
        case .text, .partialDate: result.isInput = true
        case .number:
            result.isInput = true
            result.inputMode = "decimal"
        case .date:
            result.isInput = true
            result.inputType = "date"
        case .list, .countries:
            result.isInput = true
            result.width = "field--wide"
            let isCountries = field.kind == .countries
            result.value = values.map { isCountries ? countryText($0) : $0 }.joined(separator: ", ")
        case .area(let rows):
            result.isArea = true
            result.rows = rows
            result.width = "field--whole"
        case .lines:
            result.isArea = true
            result.rows = max(2, min(8, values.count))
            result.width = "field--wide"
            result.value = values.joined(separator: "\n")
        case .country:
            result.isSelect = true
            result.choices = language.countryChoices(
                Country.all.map(\.code), selected: values.first, blank: language.text("form.not-known")
            )
        case .choice(let group, let codes):
            result.isSelect = true
            result.choices = language.choices(group, codes, selected: values.first ?? codes.first { $0 == "U" })
        case .ticks(let group, let codes):
            result.isTicks = true
            result.width = "field--whole"
            result.choices = codes.map {
                Choice(value: $0, label: language.label(group, $0), isSelected: values.contains($0))
            }
        case .bureauCountries:
            result.isTicks = true
            result.width = "field--whole"
            let codes = Set(countries).union(values)
            result.choices = language.countryChoices(Array(codes)).map {
                Choice(value: $0.value, label: $0.label, isSelected: values.contains($0.value))
            }
        case .flag:
            result.isFlag = true
            result.width = "field--whole"
            result.isTicked = !values.isEmpty
        }
        // A choice always has a value, which says nothing about whether a folded section was touched.
        if result.isSelect, !result.choices.contains(where: { $0.isSelected && !$0.value.isEmpty }) {
            result.value = ""
        }
        return result
    }

    /// A country by its name; what is none stays as it was typed.
    private func countryText(_ code: String) -> String { Country(code) == nil ? code : language.country(code) }

    /// One area for each language, the original first, and one for a language that is not offered.
    func texts() -> [NoticeFormPage.Text] {
        let written = form.texts
        // The reader's own language comes first, where nothing is written yet.
        let offered = [language.code].filter(NoticeForm.languages.contains) + NoticeForm.languages
        let blank = offered.enumerated().filter { place, code in
            !offered[..<place].contains(code) && !written.contains { $0.language == code }
        }.map(\.element)
        let all = written + blank.map { (language: $0, text: "") } + [(language: "", text: "")]
        return all.enumerated().map { index, text in
            NoticeFormPage.Text(
                index: index, language: text.language,
                label: text.language.isEmpty
                    ? language.text("notices.other-language") : language.languageName(text.language),
                direction: Language.direction(of: text.language).rawValue, value: text.text, isOriginal: index == 0,
                error: error("texts[\(index)].text") ?? error("texts[\(index)].language")
            )
        }
    }
}
