package import Identity

/// An invented person: each part of the name in all ways of writing that are used for it, the native one first.
package struct InventedPerson {
    /// Given and family names in the order of the region.
    package var parts: [[String]]
    package var birthDate: PartialDate?
    package var sex: PersonSex
    /// ISO 3166-1 alpha-2.
    package var nationality: String
}

/// Makes invented persons from the regions by a seed.
package struct PersonMaker {
    private let regions = NameRegion.all
    private var random: SplitMix64
    /// For each list length and offset the cumulative weights of its ranks.
    private var weights: [String: [Double]] = [:]

    /// The same seed makes the same persons.
    package init(seed: UInt64) { random = SplitMix64(state: seed) }

    /// The next person.
    package mutating func next() -> InventedPerson {
        var left = Double.random(in: 0..<regions.reduce(0) { $0 + $1.share }, using: &random)
        var region = regions[0]
        for candidate in regions {
            region = candidate
            left -= candidate.share
            if left < 0 { break }
        }
        let isWoman = Bool.random(using: &random)
        let given = isWoman ? region.women : region.men
        var parts: [[String]] = []
        func ways(_ text: String) -> [String] { text.split(separator: "|").map(String.init) }
        switch region.custom {
        case .plain, .twoFamilies:
            parts.append(ways(pick(given, region.code, 5)))
            if chance(0.45) { parts.append(ways(pick(given, region.code, 5))) }
            parts.append([family(region)])
            if region.custom == .twoFamilies, chance(0.85) { parts.append([family(region)]) }
        case .slavic:
            let name = pick(given, region.code, 5)
            let father = pick(region.men, region.code, 5)
            let end = isWoman ? "а" : ""
            for part in [name, Self.patronymic(father, isWoman), family(region) + end] {
                parts.append([part] + (Romanisation.words(of: part).first ?? []))
            }
        case .fathers:
            parts.append(ways(pick(given, region.code, 2)))
            parts.append(ways(pick(region.men, region.code, 2)))
            if chance(0.4) { parts.append(ways(pick(region.men, region.code, 2))) }
            parts.append(ways(family(region)))
        case .familyFirst:
            let name = family(region)
            let first = pick(given, region.code, 12)
            for part in [name, first] {
                let syllables = Romanisation.words(of: part)
                let systems = syllables.map(\.count).max() ?? 0
                let latin = (0..<systems).map { system in
                    syllables.map { $0[min(system, $0.count - 1)] }.joined()
                }
                parts.append([part] + latin)
            }
        }
        return InventedPerson(
            parts: parts, birthDate: birthDate(), sex: isWoman ? .female : .male, nationality: region.code
        )
    }

    /// How a record writes the name: each part in one of its ways of writing, native writing for all parts or for none.
    package static func recorded(_ person: InventedPerson, _ random: inout SplitMix64) -> [String] {
        let isNative = Double.random(in: 0..<1, using: &random) < 0.25
        return person.parts.map { ways in
            isNative || ways.count == 1 ? ways[0] : ways[Int.random(in: 1..<ways.count, using: &random)]
        }
    }

    private mutating func family(_ region: NameRegion) -> String {
        guard chance(region.rare) else { return pick(region.families, region.code, region.offset) }
        let stem = region.stems[Int.random(in: region.stems.indices, using: &random)]
        let middle = chance(0.5) ? region.endings[Int.random(in: region.endings.indices, using: &random)] : ""
        return stem + middle + region.endings[Int.random(in: region.endings.indices, using: &random)]
    }

    private mutating func birthDate() -> PartialDate? {
        // More of the middle years than of the first and last.
        let year = 1935 + Int.random(in: 0..<37, using: &random) + Int.random(in: 0..<37, using: &random)
        let month = Int.random(in: 1...12, using: &random)
        let day = Int.random(in: 1...28, using: &random)
        let kind = Double.random(in: 0..<1, using: &random)
        if kind < 0.04 { return PartialDate(year: year) }
        if kind < 0.05 { return PartialDate(year: year, month: month) }
        return PartialDate(year: year, month: month, day: day)
    }

    private mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }

    private mutating func pick(_ list: [String], _ code: String, _ offset: Double) -> String {
        let key = "\(code) \(list.count) \(offset)"
        if weights[key] == nil {
            var sum = 0.0
            weights[key] = list.indices.map { rank in
                sum += 1 / (Double(rank) + 1 + offset)
                return sum
            }
        }
        guard let sums = weights[key], let total = sums.last else { return list[0] }
        let point = Double.random(in: 0..<total, using: &random)
        var low = 0
        var high = sums.count - 1
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] <= point { low = middle + 1 } else { high = middle }
        }
        return list[low]
    }

    private static func patronymic(_ father: String, _ isWoman: Bool) -> String {
        let soft = ["й", "ь"].contains { father.hasSuffix($0) }
        let stem = soft || father.hasSuffix("а") || father.hasSuffix("я") ? String(father.dropLast()) : father
        if soft { return stem + (isWoman ? "евна" : "евич") }
        return stem + (isWoman ? "овна" : "ович")
    }
}
