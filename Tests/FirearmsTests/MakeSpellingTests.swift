import Firearms
import Testing
import TestSupport

@Suite("Makes are recognised as agencies write them")
struct MakeSpellingTests {
    let table = ReferenceTable.standard

    static let labelled: [(text: String, code: String)] = MakeSpellingSamples.known.split(separator: "\n")
        .flatMap { line in
            let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
            return parts[1].split(separator: "|").map { text in
                (String(text).trimmed, parts[0].trimmed)
            }
        }

    @Test("at least 95 of 100 distinct spellings are right")
    func accuracy() {
        let wrong =
            Self.labelled.filter { table.make($0.text)?.value.code != $0.code }.map(\.text)
            + MakeSpellingSamples.unknown.filter { table.make($0) != nil }
        let all = Self.labelled.count + MakeSpellingSamples.unknown.count
        #expect(Set(Self.labelled.map(\.text)).count == Self.labelled.count)
        #expect(all >= 1000)
        #expect(Double(wrong.count) <= 0.05 * Double(all), "\(wrong)")
    }

    @Test("the table knows at least 270 makes, each code in small letters joined by hyphens")
    func size() {
        #expect(table.makes.count >= 270)
        for make in table.makes {
            #expect(make.code.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
        }
    }

    @Test("words that say that the maker is not known name no make", arguments: MakeSpellingSamples.unknown)
    func unknown(text: String) {
        #expect(table.make(text) == nil)
    }

    @Test(
        "each rule tells itself apart",
        arguments: [
            ("PISTOLA TAURUS 9MM", "taurus", RecognitionRule.amongCommonWords),
            ("G2C TAURUS", "taurus", RecognitionRule.containedWords),
            ("TAURUS/ROSSI", "taurus", RecognitionRule.firstOfSeveral),
            ("CENTURY ARMS/ROMARM", "romarm", RecognitionRule.firstOfSeveral),
            ("KOLT", "colt", RecognitionRule.soundsAlike),
            ("WINCHSTER MODELO LUJO", "winchester", RecognitionRule.spellingAmongWords),
        ])
    func rules(text: String, code: String, rule: String) throws {
        let found = try #require(table.make(text))
        #expect(found.value.code == code)
        #expect(found.rule == rule)
        #expect(found.confidence < 1)
    }

    @Test("two names give the first, and the other as an alternative")
    func alternatives() throws {
        let found = try #require(table.make("TAURUS / ROSSI"))
        #expect(found.alternatives.map(\.code) == ["rossi"])
        #expect(found.confidence <= 0.6)
    }

    @Test("an alias that can mean several makes names the others")
    func ambiguous() throws {
        let found = try #require(table.make("Springfield"))
        #expect(found.alternatives.map(\.code).contains("us-springfield"))
        #expect(found.alternatives.count <= 5)
    }

    @Test("the name of a cartridge after its number is no maker where another stands")
    func cartridge() {
        #expect(table.make(".40 S&W GLOCK")?.value.code == "glock")
        #expect(table.make("TAURUS .45 COLT")?.value.code == "taurus")
    }

    @Test("one slip in any name of six letters or more finds the make again or is not sure of another")
    func slips() {
        var generator = SeededGenerator(seed: 7)
        var right = 0
        var tried = 0
        for make in table.makes where make.name.utf8.count >= 6 && make.name.utf8.allSatisfy({ $0 < 0x80 }) {
            var letters = Array(make.name.uppercased())
            let place = Int.random(in: 1..<(letters.count - 1), using: &generator)
            guard letters[place].isLetter, letters[place + 1].isLetter else { continue }
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: letters.remove(at: place)
            case 1: letters.insert(letters[place], at: place)
            default: letters.swapAt(place, place + 1)
            }
            tried += 1
            if table.make(String(letters))?.value == make { right += 1 }
        }
        #expect(tried > 200)
        #expect(Double(right) >= 0.95 * Double(tried))
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = Substring(self)
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
