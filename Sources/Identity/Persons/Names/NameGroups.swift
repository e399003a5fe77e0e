/// Names that stand for one another: the forms of a given name in several countries, short and pet forms, and the
/// romanisations of a family name by dialect.
struct NameGroups: Sendable {
    /// Groups that one word may belong to.
    static let most = 8

    static let standard = NameGroups()

    private let groups: [String: SIMD8<UInt16>]
    /// Groups below this number are of given names.
    private let firstFamily: UInt16

    private init() {
        var members: [String: [UInt16]] = [:]
        var number: UInt16 = 0
        for row in NameResource("given_names", columns: 2).rows {
            number += 1
            let names = row[1].split(separator: " ").map(String.init)
            if row[0] == "short" {
                // Each long form shares a group of its own with the short one: the long forms are different names.
                for name in names.dropFirst() {
                    members[names[0], default: []].append(number)
                    members[name, default: []].append(number)
                    number += 1
                }
            } else {
                for name in names { members[name, default: []].append(number) }
            }
        }
        firstFamily = number + 1
        for row in NameResource("family_names", columns: 1).rows {
            number += 1
            for name in row[0].split(separator: " ") { members[String(name), default: []].append(number) }
        }
        groups = members.mapValues { list in
            var packed = SIMD8<UInt16>()
            for (place, group) in list.prefix(Self.most).enumerated() { packed[place] = group }
            return packed
        }
    }

    /// The groups of a word in small Latin letters, 0 in free places.
    func groups(of word: String) -> SIMD8<UInt16> { groups[word] ?? SIMD8() }

    /// A given name that the tables know.
    func isGivenName(_ groups: SIMD8<UInt16>) -> Bool { groups[0] != 0 && groups[0] < firstFamily }

    /// Two words share a group.
    @inline(__always)
    static func share(_ left: SIMD8<UInt16>, _ right: SIMD8<UInt16>) -> Bool {
        if left[0] == 0 || right[0] == 0 { return false }
        for place in 0..<most where left[place] != 0 {
            if any(right .== SIMD8(repeating: left[place])) { return true }
        }
        return false
    }
}
