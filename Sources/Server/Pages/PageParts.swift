/// One choice of a list.
struct Choice: Sendable {
    var value: String
    var label: String
    var isSelected: Bool = false
}

/// A field for text, as it was sent.
struct TextField: Sendable {
    var value: String = ""
    /// Why the value was not accepted.
    var error: String?
}

/// A field with a list of choices.
struct ChoiceField: Sendable {
    var choices: [Choice] = []
    /// Why the choice was not accepted.
    var error: String?
}

/// A wrong field in the summary above a form; the link leads to the element with the identifier `field`.
struct FieldError: Sendable {
    var field: String
    var text: String
}

/// A coded value with its name: the code chooses the colour, the label is read.
struct Badge: Sendable {
    var code: String
    var label: String
}

/// A country as pages show it: its code in a chip, its name beside.
struct CountryName: Sendable {
    /// ISO 3166-1 alpha-2.
    var code: String
    var name: String
}

/// A bureau as pages show it.
struct BureauName: Sendable {
    /// The country of the bureau, ISO 3166-1 alpha-2.
    var countryCode: String
    var name: String
}

/// One link of a row of filters above a list.
struct FilterTab: Sendable {
    var label: String
    var path: String
    var isCurrent: Bool
    /// How many the filter would show, already formatted.
    var count: String?
}

/// The way on through a long list, by cursor.
struct Pager: Sendable {
    /// Address of the page before, if there is one.
    var previous: String?
    /// Address of the page after, if there is one.
    var next: String?
}

/// A moment as pages show it: UTC, the same in every language.
struct TimeStamp: Sendable {
    /// ISO 8601, for machines.
    let machine: String
    /// For people: `2026-11-23 10:15 UTC`.
    let text: String

    /// From ISO 8601 text in UTC; a date alone stays a date, anything else is shown as it stands.
    init(_ iso8601: String) {
        machine = iso8601
        let parts = iso8601.split(separator: "T", maxSplits: 1)
        if parts.count == 2, parts[1].last == "Z", parts[1].count >= 6 {
            text = "\(parts[0]) \(parts[1].prefix(5)) UTC"
        } else {
            text = iso8601
        }
    }
}
