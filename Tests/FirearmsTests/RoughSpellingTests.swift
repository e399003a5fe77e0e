import Testing
import TestSupport

@testable import Firearms

@Suite("Makes are found by a rough likeness, and only then")
struct RoughSpellingTests {
    let table = ReferenceTable.standard

    @Test(
        "a slip in the first letter, a name as it is spoken, and shortened words",
        arguments: [
            ("FETAY", "retay", RecognitionRule.firstLetter), ("ERETTA", "beretta", RecognitionRule.firstLetter),
            ("KLAMA", "llama", RecognitionRule.firstLetter), ("RBYCO", "bryco", RecognitionRule.firstLetter),
            ("GUINCHESTER", "winchester", RecognitionRule.asSpoken), ("COUT", "colt", RecognitionRule.asSpoken),
            ("BRAUNING", "browning", RecognitionRule.asSpoken),
            ("RECSIO", "rexio", RecognitionRule.asSpoken),
            ("MOSBERGUE", "mossberg", RecognitionRule.asSpoken), ("ROCI", "rossi", RecognitionRule.asSpoken),
            ("COLY", "colt", RecognitionRule.spellingOne), ("URJKO", "urko", RecognitionRule.spellingOne),
            ("RGR", "ruger", RecognitionRule.shortenedWords),
            ("SMTH&WSN", "smith-wesson", RecognitionRule.shortenedWords),
            ("FABR MILITARES", "fabricaciones-militares", RecognitionRule.shortenedWords),
            ("S & WESSON", "smith-wesson", RecognitionRule.shortenedWords),
        ])
    func found(text: String, code: String, rule: String) throws {
        let found = try #require(table.make(text))
        #expect(found.value.code == code)
        #expect(found.rule == rule)
        #expect(!found.isSure)
    }

    @Test(
        "other words name no make",
        arguments: [
            "PRETA", "AZUL", "SALT", "BELT", "COIL", "CASA", "VIDA", "FALTA", "LAUDO", "VER", "RUSA", "INGLESA", "ABC",
            "XYZ", "CHINESA", "IND. BRASILEIRA", "MADE IN GERMANY", "NO SABE", "QUEBRADA", "SIMULACRO",
        ])
    func notFound(text: String) { #expect(table.make(text) == nil) }

    @Test("a name as it is spelt goes before one that it only resembles")
    func exactFirst() throws {
        for (text, code) in [("FAME", "fame"), ("COBRA", "cobra"), ("EXTAR", "extar"), ("SIMA", "fame")] {
            let found = try #require(table.make(text))
            #expect(found.value.code == code && found.confidence == 1)
        }
    }

    @Test("95 of 100 names of the commonest makes are found after one slip of hand or ear")
    func slips() {
        var random = SeededGenerator(seed: 20_260_801)
        let makes = table.makes.prefix(100).filter { TextKey.letters($0.name).utf8.count >= 5 }
        var wrong: [String] = []
        var count = 0
        for make in makes {
            for _ in 0..<20 {
                let text = Self.slip(make.name.uppercased(), &random)
                count += 1
                if table.make(text)?.value.code != make.code { wrong.append("\(text) for \(make.name)") }
            }
        }
        #expect(Double(wrong.count) <= 0.05 * Double(count), "\(wrong)")
    }

    /// One letter replaced by its neighbour, left out, doubled, or swapped with the next.
    private static func slip(_ name: String, _ random: inout SeededGenerator) -> String {
        var letters = Array(name)
        let places = letters.indices.filter { letters[$0].isLetter }
        guard let place = places.randomElement(using: &random) else { return name }
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
            let byte = letters[place].asciiValue ?? 65
            let near = (UInt8(65)...90).filter { Keyboard.areNeighbours(byte, $0) }
            letters[place] = near.randomElement(using: &random).map { Character(UnicodeScalar($0)) } ?? letters[place]
        case 1: letters.remove(at: place)
        case 2: letters.insert(letters[place], at: place)
        default: if place + 1 < letters.count { letters.swapAt(place, place + 1) }
        }
        return String(letters)
    }

    @Test("neighbours on the keyboard")
    func keyboard() {
        #expect(Keyboard.areNeighbours(UInt8(ascii: "T"), UInt8(ascii: "Y")))
        #expect(Keyboard.areNeighbours(UInt8(ascii: "A"), UInt8(ascii: "W")))
        #expect(Keyboard.areNeighbours(UInt8(ascii: "Z"), UInt8(ascii: "A")))
        #expect(!Keyboard.areNeighbours(UInt8(ascii: "A"), UInt8(ascii: "L")))
        #expect(!Keyboard.areNeighbours(UInt8(ascii: "Q"), UInt8(ascii: "Z")))
        #expect(!Keyboard.areNeighbours(UInt8(ascii: "1"), UInt8(ascii: "Q")))
    }
}
