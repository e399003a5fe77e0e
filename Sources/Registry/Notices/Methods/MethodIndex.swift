import Foundation

/// Methods as weighted words, made from the notices that one reader may know of and from no others: a weight that counted
/// hidden notices would tell of them.
///
/// Weights are those of G. Salton, C. Buckley, Term-weighting approaches in automatic text retrieval, Information Processing
/// & Management 24 (1988), doi:10.1016/0306-4573(88)90021-0: the logarithm of how often a word stands in a method, times
/// the logarithm of how rare it is; agreement is the cosine.
struct MethodIndex: Sendable {
    /// A word or a kind.
    private enum Term: Hashable, Sendable {
        case word(String)
        case kind(ModusOperandi.Kind)
    }

    private struct Entry: Sendable {
        var notice: Notice
        /// How much of each term it holds.
        var counts: [Term: Double]
        /// The way it writes the word of a key.
        var surfaces: [String: String]
        var weights: [Term: Double] = [:]
        /// Length of the vector of weights.
        var length = 0.0
    }

    /// What says most of a method counts for more.
    private static let fieldWeight = 2.0
    private static let mostReasons = 8

    private var entries: [Entry]
    private var rarity: [Term: Double] = [:]

    init(_ notices: [Notice]) {
        entries = notices.map(Self.entry)
        var frequencies: [Term: Int] = [:]
        for entry in entries { for term in entry.counts.keys { frequencies[term, default: 0] += 1 } }
        let count = Double(entries.count)
        rarity = frequencies.mapValues { log(1 + count / Double($0)) }
        for place in entries.indices {
            let weights = Dictionary(
                uniqueKeysWithValues: entries[place].counts.map {
                    ($0.key, (1 + log($0.value)) * (rarity[$0.key] ?? 0))
                }
            )
            entries[place].weights = weights
            entries[place].length = weights.values.reduce(0) { $0 + $1 * $1 }.squareRoot()
        }
    }

    private static func entry(_ notice: Notice) -> Entry {
        var entry = Entry(notice: notice, counts: [:], surfaces: [:])
        func add(_ text: String?, _ weight: Double) {
            for word in MethodWord.words(of: text ?? "") {
                entry.counts[.word(word.key), default: 0] += weight
                // The shortest form explains best.
                if let known = entry.surfaces[word.key], known.count <= word.surface.count { continue }
                entry.surfaces[word.key] = word.surface
            }
        }
        let modus = notice.content.modusOperandi ?? ModusOperandi()
        for text in [modus.object, modus.concealment, modus.transport] { add(text, fieldWeight) }
        for text in [modus.method, modus.indicators, modus.countermeasure, modus.danger] { add(text, 1) }
        for text in notice.content.texts { add(text.text, 1) }
        for kind in modus.kinds { entry.counts[.kind(kind)] = fieldWeight }
        return entry
    }

    /// The methods most like that of a notice, the most like first.
    /// - Parameters:
    ///   - least: agreement below which nothing is told.
    func similar(to sequence: Int64, limit: Int, least: Double) -> [FoundMethod] {
        guard let own = entries.first(where: { $0.notice.sequence == sequence }), own.length > 0 else { return [] }
        let found = entries.compactMap { other -> FoundMethod? in
            guard other.notice.sequence != sequence, other.length > 0 else { return nil }
            let shared = own.weights.compactMap { term, weight -> (term: Term, part: Double)? in
                other.weights[term].map { (term, weight * $0 / (own.length * other.length)) }
            }
            // The sum in a fixed order: the same methods agree the same each time.
            let score = shared.map(\.part).sorted().reduce(0, +)
            // What does nothing but share a kind is not alike.
            let hasWord = shared.contains { if case .word = $0.term { true } else { false } }
            guard score >= least, hasWord else { return nil }
            return FoundMethod(notice: other.notice, score: min(1, score), reasons: Self.reasons(shared, other))
        }
        return Self.ranked(found, limit)
    }

    /// The methods that agree with every field of a filter; words rank them.
    func search(_ filter: MethodFilter, limit: Int) -> [FoundMethod] {
        let typed = MethodWord.words(of: filter.words ?? "")
        let found = entries.compactMap { entry -> FoundMethod? in
            let modus = entry.notice.content.modusOperandi ?? ModusOperandi()
            guard Self.agrees(modus, filter) else { return nil }
            var parts: [(term: Term, part: Double)] = []
            for word in typed {
                let met = entry.weights.filter { term, _ in
                    if case .word(let key) = term { key == word.key || key.hasPrefix(word.key) } else { false }
                }
                guard let best = met.max(by: { ($0.value, "\($0.key)") < ($1.value, "\($1.key)") }) else { return nil }
                parts.append((best.key, best.value))
            }
            guard !typed.isEmpty else { return FoundMethod(notice: entry.notice, score: 1, reasons: []) }
            let length = parts.map { $0.part * $0.part }.reduce(0, +).squareRoot()
            let score = entry.length > 0 ? min(1, length / entry.length) : 0
            return FoundMethod(notice: entry.notice, score: score, reasons: Self.reasons(parts, entry))
        }
        return Self.ranked(found, limit)
    }

    private static func agrees(_ modus: ModusOperandi, _ filter: MethodFilter) -> Bool {
        func holds(_ text: String?, _ wanted: String?) -> Bool {
            let words = MethodWord.words(of: text ?? "")
            return MethodWord.words(of: wanted ?? "").allSatisfy { typed in words.contains { $0.isMet(by: typed) } }
        }
        return (filter.kind.map(modus.kinds.contains) ?? true) && (filter.country.map(modus.countries.contains) ?? true)
            && (filter.operation.map { $0 == modus.operation } ?? true) && holds(modus.object, filter.object)
            && holds(modus.concealment, filter.concealment) && holds(modus.transport, filter.transport)
    }

    private static func reasons(_ shared: [(term: Term, part: Double)], _ entry: Entry) -> [MethodReason] {
        shared.sorted { ($0.part, "\($1.term)") > ($1.part, "\($0.term)") }.prefix(mostReasons).map { item in
            switch item.term {
            case .kind(let kind): .kind(kind)
            case .word(let key): .word(entry.surfaces[key] ?? key)
            }
        }
    }

    private static func ranked(_ found: [FoundMethod], _ limit: Int) -> [FoundMethod] {
        Array(found.sorted { ($0.score, $0.notice.sequence) > ($1.score, $1.notice.sequence) }.prefix(limit))
    }
}
