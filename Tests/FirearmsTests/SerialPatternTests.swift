import Firearms
import Testing
import TestSupport

@Suite("A serial number in the form in which numbers are compared")
struct SerialPatternTests {
    @Test(
        "separators, case, accents and full-width forms carry no meaning",
        arguments: [
            ("abc 123", "ABC123"), ("ABC-123/4", "ABC1234"), ("ＡＢＣ１２３", "ABC123"), ("Ñ-1234", "N1234"),
            ("e\u{301}12", "E12"), ("ß12", "SS12"), ("٣٤٥", "345"), ("МХ 1234", "MX1234"), ("Nº 12", "N12"),
            ("\u{200B}A\u{0}1\n2", "A12"), ("", ""), (" .-/ ", ""),
        ])
    func normalises(text: String, expected: String) {
        #expect(SerialPattern(text).normalised == expected)
    }

    @Test(
        "every way to write an unreadable place becomes one sign for one place", arguments: ["?", "*", "_", "#", "＃"])
    func unreadablePlaces(sign: String) {
        let pattern = SerialPattern("TKR\(sign)\(sign)45")
        #expect(pattern.normalised == "TKR??45")
        #expect(pattern.hasUnreadablePlaces)
        #expect(pattern.knownPlaces == 5)
    }

    @Test("a letter of another script without a Latin likeness keeps its place")
    func unknownLetterKeepsItsPlace() {
        #expect(SerialPattern("Ж1234").normalised == "?1234")
        #expect(SerialPattern("銃12").normalised == "?12")
    }

    @Test(
        "characters of one confusable class fold to one sign, others stay apart",
        arguments: [
            ("0OQD", "0000"), ("1IL7", "1111"), ("8B", "88"), ("5S", "55"), ("2Z", "22"), ("6G", "66"), ("4A", "44"),
            ("UV", "UU"), ("MN", "MM"), ("3C9EFHJKPRTWXY", "3C9EFHJKPRTWXY"), ("A?B", "4?8"),
        ])
    func folds(text: String, expected: String) {
        #expect(SerialPattern(text).folded == expected)
    }

    @Test("a lower-case b is the letter B and not a 6, which is left to the fuzzy index")
    func lowerCaseB() {
        #expect(SerialPattern("b123").normalised == "B123")
        #expect(SerialPattern("b123").folded != SerialPattern("6123").folded)
    }

    @Test(
        "letters between digits are left out, prefix and suffix letters stay, O between digits is 0",
        arguments: [
            ("369J257", "369257"), ("369M257", "369257"), ("369257", "369257"), ("ABC123D45X", "ABC12345X"),
            ("12O34", "12034"), ("O12", "O12"), ("ABC", "ABC"), ("1?J3", "1?3"), ("", ""),
        ])
    func embeddedLetters(text: String, expected: String) {
        #expect(SerialPattern(text).withoutEmbeddedLetters == expected)
    }

    @Test("normalising and folding a second time changes nothing")
    func idempotent() {
        var generator = SeededGenerator(seed: 11)
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789?*_#- /ñé".unicodeScalars)
        for _ in 0..<2_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...14, using: &generator) {
                text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &generator)])
            }
            let pattern = SerialPattern(String(text))
            #expect(SerialPattern(pattern.normalised) == pattern)
            #expect(SerialPattern(pattern.folded).folded == pattern.folded)
            #expect(pattern.folded.utf8.count == pattern.normalised.utf8.count)
            let stripped = SerialPattern(pattern.withoutEmbeddedLetters)
            #expect(stripped.withoutEmbeddedLetters == stripped.normalised)
        }
    }

    @Test("being confusable works both ways and every sign of the folded alphabet stands for itself")
    func symmetric() {
        let bytes = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)
        #expect(Set(bytes.map(SerialPattern.confusableClass)) == Set(SerialPattern.foldedAlphabet))
        for sign in SerialPattern.foldedAlphabet {
            #expect(SerialPattern.confusableClass(of: sign) == sign)
        }
    }

    @Test("a hostile text of a million signs is only long, not slow")
    func hostileLength() {
        let text = String(repeating: "1é\u{301}?", count: 250_000)
        #expect(SerialPattern(text).normalised.utf8.count == 750_000)
    }
}
