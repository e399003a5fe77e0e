import GeneratedContent

/// How somebody asks for a person whose record says it otherwise.
struct Question: Sendable {
    let name: String
    /// The name as asked, from the parts as recorded; nil where it cannot be done to this name.
    let ask: @Sendable (InventedPerson, [String], inout SplitMix64) -> [String]?

    static let all: [Question] = [
        Question(name: "as recorded") { _, recorded, _ in recorded },
        Question(name: "one misspelling") { _, recorded, random in
            let places = recorded.indices.filter {
                recorded[$0].count >= 4 && recorded[$0].unicodeScalars.allSatisfy { $0.value < 0x250 }
            }
            guard let place = places.randomElement(using: &random) else { return nil }
            var asked = recorded
            asked[place] = misspelt(asked[place], &random)
            return asked
        },
        Question(name: "other order") { _, recorded, random in
            if recorded.count < 2 { return nil }
            let cut = Int.random(in: 1..<recorded.count, using: &random)
            return Array(recorded[cut...] + recorded[..<cut])
        },
        Question(name: "one part missing") { _, recorded, random in
            if recorded.count < 3 { return nil }
            var asked = recorded
            asked.remove(at: Int.random(in: asked.indices, using: &random))
            return asked
        },
        Question(name: "other transliteration") { person, recorded, random in
            var asked = recorded
            var isChanged = false
            for (place, ways) in person.parts.enumerated() {
                guard let other = ways.filter({ $0 != recorded[place] }).randomElement(using: &random) else { continue }
                asked[place] = other
                isChanged = true
            }
            return isChanged ? asked : nil
        },
    ]

    /// One letter left out, doubled, replaced or changed over with the next.
    private static func misspelt(_ word: String, _ random: inout SplitMix64) -> String {
        var letters = Array(word)
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz")
        while true {
            let place = Int.random(in: letters.indices, using: &random)
            let other = alphabet[Int.random(in: alphabet.indices, using: &random)]
            switch Int.random(in: 0..<4, using: &random) {
            case 0: letters.remove(at: place)
            case 1: letters.insert(other, at: place)
            case 2:
                if letters[place] == other { continue }
                letters[place] = other
            default:
                if place + 1 == letters.count || letters[place] == letters[place + 1] { continue }
                letters.swapAt(place, place + 1)
            }
            return String(letters)
        }
    }
}
