import Foundation

/// Words for the codes that the registry answers with.
extension Language {
    /// A reason of the ranking in words.
    /// - Parameters:
    ///   - code: for example `calibre.compatible`.
    ///   - arguments: in the order that the ranking documents; surplus ones are ignored.
    func reason(_ code: String, _ arguments: [String]) -> String {
        var named = Dictionary(zip(Self.reasonArguments(of: code), arguments), uniquingKeysWith: { first, _ in first })
        for (name, value) in named {
            switch code.prefix(while: { $0 != "." }) {
            case "type": named[name] = label("type", value)
            case "country", "plate-country": named[name] = country(value)
            case "issuer": named[name] = issuer(value)
            case "document-type": named[name] = label("document-type", value)
            case "number": named[name] = label("number-part", value)
            default: break
            }
        }
        return text("reason.\(code)", named)
    }

    private static func reasonArguments(of code: String) -> [String] {
        switch code {
        case "serial.agrees": ["agreeing", "total"]
        case "serial.unreadable": ["agreeing", "total", "places"]
        case _ where code.hasSuffix(".confusable"): ["recorded", "read", "position"]
        case "document-number.range": ["first", "last"]
        case "serial.beginning", "serial.end": ["agreeing"]
        case "serial.left-out", "serial.swapped": ["recorded", "position"]
        case "serial.added": ["read", "position"]
        case "serial.replaced": ["recorded", "read", "position"]
        case "serial.part": ["agreeing", "position"]
        case "serial.shared": ["count"]
        case "serial.placeholder": ["recorded"]
        case "number.part": ["part"]
        case _ where code.hasSuffix(".equal"): ["value"]
        default: ["recorded", "read"]
        }
    }

    /// Why a field was not accepted.
    /// - Parameters:
    ///   - code: for example `too-long`.
    ///   - arguments: the facts that belong to the code, for example `["maximum": "200"]`.
    func failure(_ code: String, _ arguments: [String: String] = [:]) -> String {
        contains("failure.\(code)") ? text("failure.\(code)", arguments) : text("failure.invalid")
    }

    /// What a form calls the field of a path, for example `firearm.numbers[0].text`; or the path itself.
    func fieldLabel(_ path: String) -> String {
        let name = FieldName.name(for: path).split(separator: "-").filter { Int($0) == nil }.joined(separator: "-")
        return contains("path.\(name)") ? text("path.\(name)") : path
    }

    /// A wrong field for the summary above a form, linked to its input.
    /// - Parameters:
    ///   - path: as the registry names it.
    ///   - code: why it is wrong.
    func fieldError(_ path: String, _ code: String, _ arguments: [String: String] = [:]) -> FieldError {
        FieldError(field: FieldName.name(for: path), text: "\(fieldLabel(path)): \(failure(code, arguments))")
    }

    /// A country with its name in this language.
    func countryName(_ code: String) -> CountryName {
        CountryName(code: code, name: country(code))
    }

    /// A coded value with its name in this language.
    /// - Parameters:
    ///   - group: `class`, `status`, `handling`, `hit-state`, `number-state`, `role` and so on.
    ///   - code: the value.
    func badge(_ group: String, _ code: String) -> Badge {
        Badge(code: code, label: label(group, code))
    }

    /// Choices for a list of codes, by their names.
    /// - Parameters:
    ///   - group: the group of the codes.
    ///   - codes: in the order to show.
    ///   - selected: the chosen code.
    ///   - blank: a first choice with an empty value, for a field that may stay open.
    func choices(_ group: String, _ codes: [String], selected: String? = nil, blank: String? = nil) -> [Choice] {
        let first = blank.map { [Choice(value: "", label: $0, isSelected: (selected ?? "").isEmpty)] } ?? []
        return first + codes.map { Choice(value: $0, label: label(group, $0), isSelected: $0 == selected) }
    }

    /// Choices for countries, sorted by their names in this language.
    func countryChoices(_ codes: [String], selected: String? = nil, blank: String? = nil) -> [Choice] {
        let first = blank.map { [Choice(value: "", label: $0, isSelected: (selected ?? "").isEmpty)] } ?? []
        let countries = codes.map { Choice(value: $0, label: country($0), isSelected: $0 == selected) }
        return first + countries.sorted { $0.label.localizedStandardCompare($1.label) == .orderedAscending }
    }
}
