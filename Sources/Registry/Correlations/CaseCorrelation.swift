/// A page of the ranked list of a case: over all marks of all its exhibits, the exhibits of other cases that agree best.
///
/// Each exhibit stands once, by the best of its pairs with a mark of the case. Scores of different kinds of marks are made
/// in different ways: the order among them is a place to begin, no more.
public struct CaseCorrelationList: Sendable, Hashable {
    /// The case.
    public var forensicCase: ForensicCase
    /// The entries of the page, best first.
    public var entries: [CaseCorrelationEntry]
    /// How many entries the whole list has under the filter.
    public var count: Int
    /// The rank after which the next page begins; nil on the last page.
    public var next: Int?
    /// How many marks of the case are prepared, and so compared.
    public var comparedMarks: Int
    /// How many of these still wait for their correlation or are under way: the list may grow.
    public var pendingMarks: Int
}

/// One line of the ranked list of a case.
public struct CaseCorrelationEntry: Sendable, Hashable {
    /// The mark of the case with which the candidate agrees best.
    public var mark: Mark
    /// The exhibit of that mark.
    public var exhibit: Exhibit
    /// The candidate by that pair, as it stands in the list of the mark, with its rank in the list of the case.
    public var candidate: CorrelationEntry
}
