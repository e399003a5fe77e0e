import Registry
import Storage

/// A party's step as its form was sent.
struct HitStep: Sendable, Hashable {
    /// What became of a confirmed hit. The list is the pages' own; the registry keeps it in the step's note.
    static let outcomes = [
        "firearm-seized", "person-detained", "firearm-returned", "investigation-opened", "no-action", "other",
    ]

    let action: HitAction
    /// The note as typed.
    let note: String
    /// The moment as typed.
    let until: String
    let outcome: String
    let version: Int?

    init(_ action: HitAction, _ form: FormFields) {
        self.action = action
        note = Self.note(form)
        until = form["until"] ?? ""
        outcome = form["outcome"] ?? ""
        version = form["version"].flatMap { Int($0) }
    }

    /// The note of a form, with its line breaks counted as one character each, as the browser's limit counts them.
    static func note(_ form: FormFields) -> String { text(form["note"]) }

    /// A text of several lines with its line breaks counted as one character each.
    static func text(_ field: String?) -> String { (field ?? "").replacing("\r\n", with: "\n") }

    /// The moment, taken as UTC: `2026-11-24T10:30`, with or without seconds.
    var moment: Moment? {
        Moment(until + ":00Z") ?? Moment(until + "Z")
    }

    /// What is kept: the outcome's code before what was written.
    var storedNote: String {
        Self.outcomes.contains(outcome) && action == .recordOutcome ? "\(outcome): \(note)" : note
    }

    /// - Throws: `RegistryError` `invalid` for what the registry would not see any more.
    func refuseFailures() throws(RegistryError) {
        var failures: [FieldFailure] = []
        if action == .recordOutcome, note.isEmpty { failures.append(FieldFailure("note", "required")) }
        if action == .recordOutcome, !outcome.isEmpty, !Self.outcomes.contains(outcome) {
            failures.append(FieldFailure("outcome", "unknown-code", value: outcome))
        }
        if action == .askMoreTime, !until.isEmpty, moment == nil {
            failures.append(FieldFailure("until", "not-a-date", value: until))
        }
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
    }

    /// The note of a step for a reader: the code of an outcome becomes its name.
    static func shown(note: String, action: String, until: Moment?, in language: Language) -> String? {
        var text = note
        if action == HitAction.recordOutcome.rawValue,
            let outcome = outcomes.first(where: { note.hasPrefix("\($0): ") })
        {
            text = language.label("hit-outcome", outcome) + ": " + text.dropFirst(outcome.count + 2)
        }
        if let until {
            let moment = "\(language.text("path.until")) \(TimeStamp(until.description).text)"
            text = text.isEmpty ? moment : "\(moment). \(text)"
        }
        return text.isEmpty ? nil : text
    }
}
