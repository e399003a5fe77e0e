import Registry

/// One entry of the ranked list of a case as the API writes it.
struct CaseCorrelationEntryAnswer: Encodable {
    /// The mark of the case, and its exhibit.
    var ownMark: String
    var ownExhibit: String
    var candidate: CorrelationEntryAnswer

    init(_ entry: CaseCorrelationEntry) {
        ownMark = entry.mark.number.description
        ownExhibit = entry.exhibit.number
        candidate = CorrelationEntryAnswer(entry.candidate)
    }
}

/// A page of the ranked list of a case as the API writes it.
struct CaseCorrelationListAnswer: Encodable {
    var `case`: String
    var count: Int
    var entries: [CaseCorrelationEntryAnswer]
    var next: Int?
    var comparedMarks: Int
    var pendingMarks: Int

    init(_ list: CaseCorrelationList) {
        self.case = list.forensicCase.number
        count = list.count
        entries = list.entries.map(CaseCorrelationEntryAnswer.init)
        next = list.next
        comparedMarks = list.comparedMarks
        pendingMarks = list.pendingMarks
    }
}
