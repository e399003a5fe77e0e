/// One thing that speaks for or against two names being of the same person, and how much.
///
/// A comparison begins with 1; evidence of a name takes its weight off. What else is known of a person (see
/// ``PersonComparer``) then moves the score by a share of what is left to 1 or to 0.
public struct NameEvidence: Sendable, Hashable {
    /// What was compared.
    public enum Feature: String, Sendable, CaseIterable {
        /// The words are written the same.
        case equal = "name.equal"
        /// They differ by letters: a misspelling, another romanisation.
        case spelling = "name.spelling"
        /// They sound the same and are written otherwise.
        case sound = "name.sound"
        /// Their consonants agree; one side is in a script that does not write vowels.
        case consonants = "name.consonants"
        /// One is a form of the other: another language's, short or pet form; another dialect's reading.
        case variant = "name.variant"
        /// One is the initial of the other.
        case initial = "name.initial"
        /// Written as one word on one side and as several on the other.
        case joined = "name.joined"
        /// One is the other written backwards.
        case reversed = "name.reversed"
        /// One side has a part that the other lacks.
        case missing = "name.missing"
        /// Each side has a part that the other lacks.
        case conflict = "name.conflict"
        /// The parts agree in another order.
        case order = "name.order"
        /// A father's name agrees with a name that is not the father's.
        case father = "name.father"
        /// Given name and family name agree crosswise.
        case swapped = "name.swapped"
        /// Only one name agrees, where one side has more.
        case single = "name.single"
        /// All that agrees is common to many names.
        case common = "name.common"
        /// The numbers differ.
        case number = "name.number"
        /// The legal forms are of different kinds.
        case legalForm = "name.legal-form"
        /// The dates of birth agree or nearly so.
        case birthDate = "birth-date"
        /// Nationality, sex and place of birth.
        case nationality, sex
        case birthPlace = "birth-place"
    }

    /// What was compared.
    public var feature: Feature
    /// Negative speaks against: for a name the points taken off, for other features the share of the score. Positive
    /// closes that share of the gap to 1.
    public var weight: Float
    /// Words of the left name that it rests on.
    var left: WordRange
    /// Words of the right name that it rests on.
    var right: WordRange

    /// A few tokens in a row.
    struct WordRange: Hashable, Sendable {
        var start: UInt8 = 0
        var count: UInt8 = 0

        static let none = WordRange()
        static func one(_ index: Int) -> WordRange { WordRange(start: UInt8(index), count: 1) }
    }

    init(_ feature: Feature, _ weight: Float, _ left: WordRange = .none, _ right: WordRange = .none) {
        self.feature = feature
        self.weight = weight
        self.left = left
        self.right = right
    }
}

extension PreparedName {
    func written(_ range: NameEvidence.WordRange) -> String {
        let first = Int(range.start)
        // A name that an index put together from words has no written form.
        let tokens = words.isEmpty ? [] : tokens[first..<min(first + Int(range.count), tokens.count)]
        return tokens.map { words[Int($0.word)] }
            .reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }.joined(separator: " ")
    }
}

/// Evidence with the texts that it rests on, for people and programs.
public struct ExplainedEvidence: Sendable, Hashable {
    /// What was compared.
    public let feature: NameEvidence.Feature
    /// See ``NameEvidence/weight``.
    public let weight: Float
    /// What stands on the left side, empty for nothing.
    public let left: String
    /// What stands on the right side, empty for nothing.
    public let right: String

    /// One line: feature, weight, what matched what.
    public var text: String {
        let points = Int((weight * 100).rounded())
        return
            "\(feature.rawValue) \(points > 0 ? "+" : "")\(points): \(left.isEmpty ? "-" : left) / \(right.isEmpty ? "-" : right)"
    }
}
