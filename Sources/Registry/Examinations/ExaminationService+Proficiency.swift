import Storage

/// Blind tests: pairs of known truth that a quality manager plants among the casework.
///
/// A planted pair is an examination like any other in every list and on every page of an examiner. It makes no link and
/// no hit, is told to no other bureau and counts in no statistics of casework.
extension ExaminationService {
    /// Plants a pair of exhibits of the actor's own bureau.
    /// - Parameter note: where the pair comes from; at most 2,000 characters.
    /// - Throws: `RegistryError` `duplicate` where the laboratory has examined the pair; `invalid` for exhibits that cannot
    ///   be compared, or that other bureaus may see.
    public func plant(
        _ first: String, _ second: String, truth: PlantedTest.Truth, note: String, _ actor: Actor
    ) async throws -> Examination {
        try Access.require(.manageQuality, actor)
        var texts = TextRules()
        texts.check("note", note, maximum: 2_000)
        try texts.refuseFailures()
        return try await context.write(actor) { connection in
            let pair = try Self.pair(first, second, connection)
            let failures = [("first", pair.first), ("second", pair.second)].compactMap { field, exhibit in
                exhibit.bureau == actor.bureau && exhibit.submission != .submitted
                    ? nil : FieldFailure(field, "seen-by-others", value: exhibit.number)
            }
            guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
            let sequences = (pair.first.sequence, pair.second.sequence)
            if let known = try ExaminationStore.number(
                sequences.0, sequences.1, bureau: actor.bureau, connection)
            {
                throw RegistryError(.duplicate, subject: known)
            }
            let (sequence, number) = try ExaminationStore.insert(
                sequences.0, sequences.1, basis: .screen, connection
            )
            try PlantedTestStore.insert(sequence, truth: truth, note: note, connection)
            // The first entry is that of any examination, so that live lists treat both alike.
            try connection.journal("examination.open", "examination:\(number)")
            try connection.journal("planted-test.plant", "examination:\(number)")
            return try Self.found(number, actor, connection)
        }
    }

    /// The planted tests of the actor's own laboratory and what they say about it.
    public func proficiency(_ actor: Actor) async throws -> ProficiencyReport {
        try Access.require(.manageQuality, actor)
        return try await context.database.read { connection in
            let tests = try PlantedTestStore.tests(actor, connection)
            return ProficiencyReport(
                tests: tests,
                byConclusion: ErrorRates(
                    tests.flatMap { test in test.conclusions.map { (test.truth, $0.conclusion) } }
                ),
                byOutcome: ErrorRates(
                    tests.compactMap { test in test.examination.outcome.map { (test.truth, $0) } }
                )
            )
        }
    }
}
