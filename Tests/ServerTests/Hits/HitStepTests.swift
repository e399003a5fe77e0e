import Registry
import Storage
import Testing

@testable import Server

@Suite("The form of a step of a hit")
struct HitStepTests {
    private func form(_ encoded: String) -> FormFields { FormFields(encoded: Substring(encoded)) }

    @Test("the moment is read as UTC, with and without seconds")
    func moment() {
        for text in ["2026-11-24T10:30", "2026-11-24T10:30:00"] {
            let step = HitStep(.askMoreTime, form("until=\(text)"))
            #expect(step.moment == Moment("2026-11-24T10:30:00Z"))
        }
        #expect(HitStep(.askMoreTime, form("until=tomorrow")).moment == nil)
        #expect(throws: RegistryError.self) { try HitStep(.askMoreTime, form("until=tomorrow")).refuseFailures() }
    }

    @Test("the outcome is kept with the note and shown by its name")
    func outcome() throws {
        let step = HitStep(.recordOutcome, form("outcome=firearm-seized&note=At+the+post."))
        try step.refuseFailures()
        #expect(step.storedNote == "firearm-seized: At the post.")
        let language = try PageRenderer().catalogue.base
        #expect(
            HitStep.shown(note: step.storedNote, action: "record-outcome", until: nil, in: language)
                == "Firearm seized: At the post.")
    }

    @Test("an outcome that is not in the list is refused, and so is one without a note")
    func wrongOutcome() {
        #expect(throws: RegistryError.self) {
            try HitStep(.recordOutcome, form("outcome=%3Cscript%3E&note=a")).refuseFailures()
        }
        #expect(throws: RegistryError.self) { try HitStep(.recordOutcome, form("outcome=other")).refuseFailures() }
    }

    @Test("a line break counts as one character, as in the browser")
    func lineBreaks() {
        #expect(HitStep(.refute, form("note=a%0D%0Ab")).note == "a\nb")
    }
}
