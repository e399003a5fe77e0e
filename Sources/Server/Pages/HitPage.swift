/// A hit: `GET /hits/{number}`; steps by `POST /hits/{number}/{action}` with fields `note`, `until`, `version`.
struct HitPage: Page {
    static let template = "hit"

    /// One of the three that are told.
    struct Party: Sendable {
        /// The part it has, for example `Owner`.
        var role: String
        var bureau: BureauName
        /// Whether it is the reader's own bureau.
        var isReader: Bool
        /// Since when it knows, or what it did last.
        var note: String?
    }

    /// One step in the life of the hit.
    struct Step: Sendable {
        var label: String
        /// `done`, `current` or `open`.
        var phase: String
        var time: TimeStamp?
        /// User and bureau.
        var actor: String?
        var note: String?
    }

    /// One line of the comparison; `nil` where a side does not know.
    struct Line: Sendable {
        var label: String
        var read: String?
        var recorded: String?
        /// `same`, `similar`, `differs` or `unknown`.
        var verdict: String
        /// The verdict in a word.
        var verdictText: String

        init(_ label: String, read: String?, recorded: String?, isSimilar: Bool = false, in language: Language) {
            self.label = label
            self.read = read
            self.recorded = recorded
            verdict =
                switch (read, recorded) {
                case (let read?, let recorded?):
                    read.lowercased() == recorded.lowercased() ? "same" : isSimilar ? "similar" : "differs"
                default: "unknown"
                }
            verdictText = language.label("verdict", verdict)
        }
    }

    /// One side of the hit in full.
    struct Link: Sendable {
        var path: String
        var label: String
    }

    /// One form: what the reader may do now.
    struct Action: Sendable {
        /// The last part of the address, for example `ask-more-time`.
        let code: String
        let label: String
        /// What will happen, in a sentence.
        let explanation: String
        /// What the button that does it says.
        let confirmation: String
        /// `main`, `plain` or `grave`; chooses the look.
        let weight: String
        /// Whether a note must be written, and what it is called.
        let asksNote: Bool
        let noteIsRequired: Bool
        let noteLabel: String
        /// Whether a moment must be given.
        let asksMoment: Bool
        /// Whether an outcome is chosen, and from what.
        var outcomes: [Choice]
        /// What was typed before the step was refused.
        var note = TextField()
        var until = TextField()
        /// Whether the form starts open.
        var isOpen = false

        /// - Parameters:
        ///   - code: `send`, `acknowledge`, `confirm`, `refute`, `ask-more-time`, `act-on` or `record-outcome`.
        ///   - outcomes: for `record-outcome`, offered as the field `outcome`; may be empty.
        init(_ code: String, outcomes: [Choice] = [], in language: Language) {
            self.code = code
            self.outcomes = outcomes
            label = language.text("hit-action.\(code)")
            explanation = language.text("hit-action.\(code).explained")
            confirmation = language.text("hit-action.\(code).confirm")
            weight = ["send", "acknowledge", "confirm"].contains(code) ? "main" : code == "refute" ? "grave" : "plain"
            asksNote = code != "acknowledge"
            noteIsRequired = ["refute", "record-outcome"].contains(code)
            noteLabel = language.text(code == "refute" ? "field.reason" : "field.note")
            asksMoment = code == "ask-more-time"
        }
    }

    var number: String
    var version: Int
    var state: Badge
    var urgency: Badge
    /// How it came about, in a sentence.
    var origin: String
    /// Absent while no clock runs.
    var clock: ClockView?
    /// Whether nobody may act on it yet.
    var isUnconfirmed: Bool
    var parties: [Party]
    var steps: [Step]
    /// 0 to 100.
    var score: Int
    var reasons: [ReasonChip]
    /// What the numbers are of, for example `Serial number`.
    var numberLabel: String
    /// The number the searcher read, and the recorded one; both absent for a person.
    var readSerial: SerialStrip?
    var recordedSerial: SerialStrip?
    /// Whether either side has a number.
    var hasNumbers: Bool
    var lines: [Line]
    /// The searcher's side, for example `Checked by NCB Asunción`.
    var readHeading: String
    /// The owner's side, for example `Record of NCB Brasília`.
    var recordedHeading: String
    /// The searcher's check or record, and the owner's record or notice, as far as the reader may open them.
    var links: [Link]
    var actions: [Action] = []
    var errors: [FieldError] = []
}
