public import Identity

extension PersonIndex {
    /// Finds the persons who may be the one looked for.
    ///
    /// With a date of birth every name recorded under a likely date is looked at (``BirthDateRanges``), and beside them
    /// those to whom rare words lead; without one those that share two words with the name, each word with all that is
    /// like it. The likeliest are compared in full with every name of the person looked for.
    /// - Parameters:
    ///   - person: names (usually one), date of birth, sex and nationalities; places are not in the index.
    ///   - limit: most records that are listed.
    public func find(
        _ person: PreparedPerson, limit: Int = 10, limits: PersonSearchLimits = PersonSearchLimits()
    ) -> PersonIndexAnswer {
        find(person, limit: limit, limits: limits) { _ in true }
    }

    /// Finds the persons who may be the one looked for, among some of the records.
    /// - Parameter isListed: whether a record may be listed; asked from the best on, until there are enough.
    public func find(
        _ person: PreparedPerson, limit: Int = 10, limits: PersonSearchLimits = PersonSearchLimits(),
        where isListed: (Int64) throws -> Bool
    ) rethrows -> PersonIndexAnswer {
        var comparer = PersonComparer()
        var names = NameComparer()
        let facts = PersonFacts(sex: person.sex, nationalities: person.nationalities)
        var found: [Found] = []
        var other = PreparedPerson(names: [PreparedName(emptyOf: kind)])
        var isCutOff = false
        var isFull = false
        for (index, part) in parts.enumerated() {
            for name in person.names where !name.isEmpty {
                var search = PersonSearch(part, name, person.birthDate, facts, limits, &names)
                search.run()
                isCutOff = isCutOff || search.isCutOff || search.candidates.crowdedOut > 0
                isFull = isFull || search.candidates.heap.count == limits.comparedNames
                for candidate in search.candidates.heap {
                    let ordinal = Int(candidate.ordinal)
                    part.run.fill(&other.names[0], ordinal)
                    other.birthDate = part.run.birthDate(ordinal)
                    let stated = PersonFacts(packed: part.run.facts[ordinal])
                    other.sex = stated.sex
                    if !person.nationalities.isEmpty { other.nationalities = stated.nationalities }
                    let score = comparer.compare(person, other)
                    found.append(Found(score: score, record: part.run.records[ordinal], part: index, ordinal: ordinal))
                }
            }
        }
        found.sort { ($1.score, $0.record, $0.part, $0.ordinal) < ($0.score, $1.record, $1.part, $1.ordinal) }
        var taken: Set<Int64> = []
        var matches: [PersonMatch] = []
        for item in found where item.score >= limits.leastScore && matches.count < limit {
            if taken.insert(item.record).inserted, try isListed(item.record) { matches.append(match(item)) }
        }
        return PersonIndexAnswer(matches: matches, isCutOff: isCutOff, isFull: isFull)
    }

    private struct Found {
        var score: Float
        var record: Int64
        var part: Int
        var ordinal: Int
    }

    private func match(_ found: Found) -> PersonMatch {
        let run = parts[found.part].run
        var name = PreparedName(emptyOf: kind)
        run.fill(&name, found.ordinal)
        return PersonMatch(
            record: found.record, score: found.score, latin: name.latin, birthDate: run.birthDate(found.ordinal),
            facts: PersonFacts(packed: run.facts[found.ordinal])
        )
    }
}
