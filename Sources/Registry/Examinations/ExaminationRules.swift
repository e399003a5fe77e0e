/// What follows from the conclusions of a round. Pure rules, without a database.
enum ExaminationRules {
    /// Most conclusions in a round: the first, the verification and a third.
    static let mostConclusions = 3

    /// Where a round stands after its latest conclusion, and what it ended with.
    /// - Parameters:
    ///   - conclusions: those of the round, in order; at least one.
    ///   - asksVerification: what the first examiner asked for.
    static func state(
        after conclusions: [Conclusion], asksVerification: Bool
    ) -> (state: ExaminationState, outcome: Conclusion?) {
        guard let latest = conclusions.last else { return (.opened, nil) }
        if conclusions.count == 1 {
            return asksVerification || latest == .identification ? (.awaitingVerification, nil) : (.concluded, latest)
        }
        guard conclusions.dropLast().contains(latest) else { return (.disagreed, nil) }
        return (conclusions.count == 2 ? .verified : .settled, latest)
    }

    /// How strong the link between two exhibits of two cases is, by the conclusions of the present round; nil for none.
    ///
    /// A lead needs one examiner who holds one source for likely, and is told at once. A hit needs two examiners who
    /// identified one source on the exhibits themselves. While a round goes on it can raise a link, never lower it.
    static func standing(
        _ present: ExhibitLink.Standing?, state: ExaminationState, outcome: Conclusion?, basis: ExaminationBasis,
        conclusions: [SignedConclusion]
    ) -> ExhibitLink.Standing? {
        let identifications = Set(conclusions.filter { $0.conclusion == .identification }.map(\.examiner)).count
        func isLead(_ conclusion: Conclusion) -> Bool {
            switch conclusion {
            case .identification: true
            case .inconclusiveA: conclusions.contains { $0.conclusion == .inconclusiveA && $0.isLikely }
            case .inconclusiveB, .inconclusiveC, .elimination, .unsuitable: false
            }
        }
        if let outcome {
            if outcome == .identification, basis == .exhibits, identifications >= 2 { return .hit }
            if isLead(outcome) { return .lead }
            return present == nil ? nil : .refuted
        }
        guard state == .awaitingVerification, let first = conclusions.first?.conclusion, isLead(first) else {
            return present
        }
        return present == .hit ? .hit : .lead
    }
}
