import Firearms

/// A field of a form whose fields come from a list.
struct FormField: Sendable {
    /// The name under which it is sent, as ``FieldName`` names the registry's paths.
    var name: String
    var label: String
    /// A text, where it is typed.
    var text: TextField?
    /// The choices, where it is chosen.
    var choice: ChoiceField?
    /// `date`, `number` or `text`.
    var kind = "text"
    /// Whether it is a number that is read from an object, written in capitals.
    var isSerial = false
    /// Whether it has several lines.
    var isLong = false
}

/// What a form asks for one field, before anything is filled in.
struct FormFieldDefinition: Sendable {
    /// How the field is filled in.
    enum Kind: Sendable {
        /// Letters and digits from an object.
        case serial
        case text, date, number
        /// Several lines.
        case long
        /// One of the codes, named by a group of texts.
        case code(group: String, [String])
        case country
    }

    /// The path of the field in requests and failures: `document.number`.
    var path: String
    var kind: Kind
    /// Whether one of the codes must be chosen.
    var isRequired: Bool

    init(_ path: String, _ kind: Kind = .text, isRequired: Bool = false) {
        self.path = path
        self.kind = kind
        self.isRequired = isRequired
    }

    /// The name under which it is sent.
    var name: String { FieldName.name(for: path) }

    /// The field as it was sent, with what is wrong with it.
    func field(_ fields: FormFields, _ errors: [String: String], in language: Language) -> FormField {
        let value = fields[name] ?? ""
        let error = errors[name]
        var field = FormField(name: name, label: language.fieldLabel(path))
        switch kind {
        case .code(let group, let codes):
            field.choice = ChoiceField(
                choices: language.choices(
                    group, codes, selected: value,
                    blank: language.text(isRequired ? "form.choose" : "form.not-known")),
                error: error
            )
        case .country:
            field.choice = ChoiceField(
                choices: language.countryChoices(
                    Country.all.map(\.code), selected: value, blank: language.text("form.not-known")),
                error: error
            )
        case .serial:
            field.text = TextField(value: value, error: error)
            field.isSerial = true
        case .long:
            field.text = TextField(value: value, error: error)
            field.isLong = true
        case .date, .number, .text:
            field.text = TextField(value: value, error: error)
            if case .date = kind { field.kind = "date" }
        }
        return field
    }
}
