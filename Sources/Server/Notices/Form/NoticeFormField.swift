/// One field of a notice on forms and reports: its name in the API, and how it is written and shown.
struct NoticeFormField: Sendable, Hashable {
    /// What a field holds.
    enum Kind: Sendable, Hashable {
        /// A short text.
        case text
        /// A long text of about so many rows.
        case area(rows: Int)
        case date
        /// A date of which the day, or month and day, may be missing.
        case partialDate
        /// A number with decimals.
        case number
        /// Texts separated by commas.
        case list
        /// Texts, one on each line.
        case lines
        case country
        case countries
        /// One of some codes; the group names them in the catalogues.
        case choice(group: String, codes: [String])
        /// Any of some codes.
        case ticks(group: String, codes: [String])
        /// Any of the countries of other bureaus.
        case bureauCountries
        /// Yes or no.
        case flag
    }

    /// The name in the API, without what it lies in.
    let name: String
    let kind: Kind
    /// The part of the key of a hint in the catalogues; nil for none.
    let hint: String?

    init(_ name: String, _ kind: Kind, hint: String? = nil) {
        self.name = name
        self.kind = kind
        self.hint = hint ?? Self.hint(of: kind)
    }

    private static func hint(of kind: Kind) -> String? {
        switch kind {
        case .countries: "countries"
        case .lines: "lines"
        case .list: "commas"
        case .partialDate: "partial-date"
        default: nil
        }
    }
}

/// Fields that stand together, and where they lie in the API's form of a notice.
struct NoticeFormSection: Sendable, Hashable {
    /// Where fields lie.
    enum Scope: Sendable, Hashable {
        case root
        /// In the object of this name.
        case object(String)
        /// In each object of the list of this name.
        case rows(String)
    }

    /// Names the heading in the catalogues.
    let code: String
    let scope: Scope
    let fields: [NoticeFormField]
    /// Whether it starts closed while it is empty.
    var isFolded = false

    /// The path of a field in the API, for example `warrants[0].charge`.
    func path(_ field: NoticeFormField, row: Int? = nil) -> String {
        switch scope {
        case .root: field.name
        case .object(let name): "\(name).\(field.name)"
        case .rows(let name): "\(name)[\(row ?? 0)].\(field.name)"
        }
    }
}
