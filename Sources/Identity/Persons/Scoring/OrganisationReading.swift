/// What the words of an organisation's or a vessel's name are: legal form, abbreviations, numbers, common words.
struct OrganisationReading {
    var drafts: [NameDraft]
    var legalForm: NameWords.LegalForm?
    private let words = NameWords.standard

    init(_ drafts: [NameDraft], isVessel: Bool) {
        self.drafts = drafts
        joinAbbreviations()
        joinNumbers()
        if isVessel { leaveOutPrefix() } else { markLegalForms() }
        for index in self.drafts.indices where self.drafts[index].role == .name { classify(index) }
        if !self.drafts.contains(where: { ![.stop, .legal].contains($0.role) }) {
            for index in self.drafts.indices where self.drafts[index].role != .legal { self.drafts[index].role = .name }
        }
    }

    /// `A.B.C.` is `ABC`, `U.S.` is `US`.
    private mutating func joinAbbreviations() {
        var result: [NameDraft] = []
        for draft in drafts {
            if draft.followsStop, draft.letters.count == 1 || result.last?.letters.count == 1, let last = result.last,
                last.endsWithStop, last.letters.count <= 4, draft.letters.count <= 4
            {
                result[result.count - 1].forms = [last.letters + draft.letters]
                result[result.count - 1].endsWithStop = draft.endsWithStop
            } else if draft.text == "states", result.last?.text == "united" {
                result[result.count - 1].forms = [Array("us".utf8)]
            } else if draft.text == "kingdom", result.last?.text == "united" {
                result[result.count - 1].forms = [Array("uk".utf8)]
            } else {
                result.append(draft)
            }
        }
        drafts = result
    }

    /// Number words become digits; tens and units that follow each other are added.
    private mutating func joinNumbers() {
        var result: [NameDraft] = []
        var tens = 0
        for var draft in drafts {
            let digits = draft.letters.count <= 9 && draft.letters.allSatisfy { $0 < 58 } ? Int(draft.text) : nil
            guard var value = words.number(draft.text) ?? digits else {
                if draft.letters.contains(where: { $0 < 58 }) { draft.forms = [draft.letters] }
                tens = 0
                result.append(draft)
                continue
            }
            let isUnit = tens > 0 && value > 0 && value < 10
            if isUnit {
                value += tens
                result.removeLast()
            }
            tens = value >= 20 && value < 100 && value % 10 == 0 ? value : 0
            draft.role = .number
            draft.forms = [digits != nil && !isUnit ? draft.letters : Array(String(value).utf8)]
            result.append(draft)
        }
        drafts = result
    }

    private mutating func leaveOutPrefix() {
        for count in [2, 1] where drafts.count > count {
            if words.isVesselPrefix(drafts.prefix(count).map(\.text).joined(separator: " ")) {
                drafts.removeFirst(count)
                return
            }
        }
    }

    /// Legal forms, the longest first. The most telling one of a name counts.
    private mutating func markLegalForms() {
        var result: [NameDraft] = []
        var index = 0
        while index < drafts.count {
            let most = min(words.longestLegalForm, drafts.count - index)
            var found: (count: Int, form: NameWords.LegalForm)?
            for count in stride(from: most, through: 1, by: -1) {
                let phrase = drafts[index..<index + count].map(\.text).joined(separator: " ")
                if let form = words.legalForm(phrase) {
                    found = (count, form)
                    break
                }
            }
            var draft = drafts[index]
            if let found {
                draft.role = .legal
                if found.count > 1 {
                    draft.forms = [Array(drafts[index..<index + found.count].flatMap(\.letters).prefix(40))]
                }
                if legalForm == nil || legalForm == .corporate { legalForm = found.form }
                index += found.count
            } else {
                index += 1
            }
            result.append(draft)
        }
        if result.contains(where: { $0.role != .legal }) {
            drafts = result
        } else {
            legalForm = nil
        }
    }

    private mutating func classify(_ index: Int) { drafts[index].role = words.organisation(drafts[index].text) }
}
