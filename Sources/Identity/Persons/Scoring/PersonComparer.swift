/// Compares persons by all that is known: the best pair of names, then dates of birth, nationality, sex and place.
public struct PersonComparer: Sendable {
    /// How far each fact moves the score.
    public let weights: PersonWeights
    /// The comparer of the names; its evidence is of the last pair compared, which need not be the best.
    private var names: NameComparer
    private var places = NameComparer()
    private let dates: [Float]

    /// What the last comparison rests on; ranges of words refer to the names at ``best``.
    public private(set) var evidence: [NameEvidence] = []
    /// The names that agreed best in the last comparison, by their places in both persons' lists.
    public private(set) var best = (left: 0, right: 0)

    /// A comparer with its own memory.
    public init(names: NameWeights = NameWeights(), weights: PersonWeights = PersonWeights()) {
        self.names = NameComparer(weights: names)
        self.weights = weights
        dates = DateAgreement.allCases.map { weights.date($0) }
        evidence.reserveCapacity(64)
    }

    /// How well two persons agree, from 0 to 1; ``evidence`` says why. 0 when one has no name.
    public mutating func compare(_ left: PreparedPerson, _ right: PreparedPerson) -> Float {
        var score: Float = -1
        evidence.removeAll(keepingCapacity: true)
        for i in left.names.indices {
            for j in right.names.indices {
                let found = names.compare(left.names[i], right.names[j])
                if found <= score { continue }
                score = found
                best = (i, j)
                evidence.removeAll(keepingCapacity: true)
                for item in names.evidence { evidence.append(item) }
            }
        }
        if score < 0 { return 0 }
        if let birth = left.birthDate, let other = right.birthDate {
            move(&score, .birthDate, dates[Int(DateAgreement(birth, other).rawValue)])
        }
        if left.sex != .unknown, right.sex != .unknown {
            if left.sex == right.sex {
                move(&score, .sex, weights.sameSex)
            } else if left.sex.contradicts(right.sex) {
                move(&score, .sex, weights.otherSex)
            }
        }
        if !left.nationalities.isEmpty, !right.nationalities.isEmpty {
            let isShared = left.nationalities.contains { right.nationalities.contains($0) }
            move(&score, .nationality, isShared ? weights.sameNationality : weights.otherNationality)
        }
        if let place = left.birthPlace, let other = right.birthPlace, !place.isEmpty, !other.isEmpty {
            let agreement = places.compare(place, other)
            if agreement >= 0.7 { move(&score, .birthPlace, weights.samePlace) }
            if agreement <= 0.3 { move(&score, .birthPlace, weights.otherPlace) }
        }
        return score
    }

    @inline(__always)
    private mutating func move(_ score: inout Float, _ feature: NameEvidence.Feature, _ weight: Float) {
        score += weight > 0 ? weight * (1 - score) : weight * score
        evidence.append(NameEvidence(feature, weight))
    }

    /// The evidence of the last comparison with its texts; the persons are those that were compared.
    public func explanation(_ left: PreparedPerson, _ right: PreparedPerson) -> [ExplainedEvidence] {
        evidence.map { item in
            let texts: (String, String)
            switch item.feature {
            case .birthDate: texts = (left.birthDate?.description ?? "", right.birthDate?.description ?? "")
            case .sex: texts = (left.sex.letter, right.sex.letter)
            case .nationality:
                texts = (left.nationalities.joined(separator: " "), right.nationalities.joined(separator: " "))
            case .birthPlace: texts = (left.birthPlace?.text ?? "", right.birthPlace?.text ?? "")
            default: texts = (left.names[best.left].written(item.left), right.names[best.right].written(item.right))
            }
            return ExplainedEvidence(feature: item.feature, weight: item.weight, left: texts.0, right: texts.1)
        }
    }
}

extension PersonSex {
    /// As in a travel document.
    var letter: String {
        switch self {
        case .unknown: ""
        case .female: "F"
        case .male: "M"
        case .unspecified: "X"
        }
    }
}
