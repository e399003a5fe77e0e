import Identity

/// One search through one part of an index.
struct PersonSearch {
    let part: PersonIndexPart
    let name: PreparedName
    let birthDate: PartialDate?
    let facts: PersonFacts
    let limits: PersonSearchLimits
    /// Dates of birth whose names are all looked at.
    private let likely: [ClosedRange<UInt32>]
    var like: LikeWords
    var candidates: PersonCandidates
    /// Names that lists led to, still to be estimated.
    var visits: [UInt32] = []
    var isCutOff = false
    /// Means nothing; keeps what ``fetch(_:)`` reads from being left out as unused.
    private var fetched: UInt32 = 0
    /// The recorded date that was compared last, packed, and what it costs.
    private var comparedDate: (packed: UInt32, cost: Float) = (0, 0)

    init(
        _ part: PersonIndexPart, _ name: PreparedName, _ birthDate: PartialDate?, _ facts: PersonFacts,
        _ limits: PersonSearchLimits, _ comparer: inout NameComparer
    ) {
        self.part = part
        self.name = name
        self.birthDate = birthDate
        self.facts = facts
        self.limits = limits
        likely = birthDate.map { BirthDateRanges.likely($0) } ?? []
        like = LikeWords(name, in: part.run, limits, &comparer)
        candidates = PersonCandidates(limit: limits.comparedNames)
    }

    mutating func run() {
        if like.count == 0 { return }
        for range in likely {
            for ordinal in part.run.born(range) { look(ordinal) }
        }
        // Beside a date, names with another one are worth a look only where a word of theirs is rare; those without one
        // stand at the beginning.
        let undated = part.run.born(0...0)
        let range = birthDate == nil ? 0..<part.run.count : undated
        visitRare()
        visitPaired(in: range)
        visits.sort()
        var last = UInt32.max
        for start in stride(from: 0, to: visits.count, by: Self.block) {
            let block = visits[start..<min(visits.count, start + Self.block)]
            fetch(block)
            for ordinal in block where ordinal != last {
                last = ordinal
                let birth = part.run.births[Int(ordinal)]
                // Those of the likely dates were looked at before.
                if !likely.contains(where: { $0.contains(birth) }) { estimate(Int(ordinal)) }
            }
        }
    }

    private static let block = 64

    /// Reads the beginnings of names that lie far apart, so that the processor fetches many from memory at a time:
    /// estimated one after the other, each would be waited for alone.
    private mutating func fetch(_ block: ArraySlice<UInt32>) {
        let run = part.run
        var sum: UInt32 = 0
        for ordinal in block {
            let place = Int(run.wordStarts[Int(ordinal)])
            sum &+= run.births[Int(ordinal)]
            if place < run.words.count { sum &+= run.words[place] }
        }
        fetched &+= sum
    }

    /// Estimates a name that a date or list led to, where a word of it is like one looked for.
    @inline(__always)
    private mutating func look(_ ordinal: Int) {
        let run = part.run
        var agreeing: UInt8 = 0
        for place in Int(run.wordStarts[ordinal])..<Int(run.wordStarts[ordinal &+ 1]) {
            agreeing |= like.bits[Int(run.words[place])]
        }
        if agreeing != 0 { estimate(ordinal) }
    }

    /// About what the full comparison takes off: the cheapest word for each sought one, and what is left over.
    private mutating func estimate(_ ordinal: Int) {
        guard part.isLiving(ordinal) else { return }
        let run = part.run
        var best = SIMD8<Float>(repeating: 1)
        var free = 0
        var initials = like.initials.count
        for place in Int(run.wordStarts[ordinal])..<Int(run.wordStarts[ordinal + 1]) {
            let word = run.words[place]
            if like.bits[Int(word)] != 0 {
                let costs = like.costs(word)
                best.replace(with: costs, where: costs .< best)
            } else if run.vocabulary.isPart(word) {
                if initials > 0, like.initials.contains(run.vocabulary.initial(word)) {
                    initials -= 1
                } else {
                    free += 1
                }
            }
        }
        var cost: Float = 0
        var unmatched = initials
        for sought in 0..<like.count {
            if best[sought] < 1 { cost += best[sought] } else { unmatched += 1 }
        }
        let conflicts = min(free, unmatched)
        cost += 0.5 * Float(conflicts) + 0.05 * Float(free + unmatched - 2 * conflicts)
        // One part of a longer name says little.
        if like.count + like.initials.count - unmatched == 1, free + unmatched > 0 { cost += 0.2 }
        // Dates are compared only of names that would be kept with the best of them.
        guard candidates.mayTake(birthDate == nil ? cost : cost + Self.equalDate) else { return }
        cost += dateCost(run.births[ordinal])
        let other = PersonFacts(packed: run.facts[ordinal])
        if facts.sex.contradicts(other.sex) { cost += 0.15 }
        candidates.add(cost, UInt32(ordinal))
    }

    /// What an equal date of birth takes off: no date takes off more.
    private static let equalDate: Float = -0.3

    /// The names of one day stand together, so that the last comparison often serves again.
    private mutating func dateCost(_ packed: UInt32) -> Float {
        guard let birthDate, packed != 0 else { return 0 }
        if packed == comparedDate.packed { return comparedDate.cost }
        let cost: Float =
            switch DateAgreement(birthDate, PartialDate(packed: packed)) {
            case .equal: Self.equalDate
            case .sameMonth, .swapped: -0.2
            case .sameYear, .misread, .nextYear: -0.1
            case .nearYear: 0
            case .otherDay: 0.1
            case .different: 0.3
            }
        comparedDate = (packed, cost)
        return cost
    }
}
