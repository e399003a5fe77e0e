import Firearms
import Testing

@Suite("What an examiner's text about a number says")
struct SerialReadingTests {
    @Test(
        "words for a removed number make it removed, with nothing to compare",
        arguments: [
            "RASPADO", "Suprimido", "eliminado", "limada", "obliterated", "ILEGÍVEL", "filed off", "borrado", "?????",
        ])
    func removed(text: String) {
        let number = SerialReading(text).number
        #expect(number.state == .removed)
        #expect(number.pattern.isEmpty)
        #expect(number.text == text)
    }

    @Test(
        "words for a number that was never there make it none",
        arguments: [
            "S/N", "N/C", "n/a", "NONE", "sem numeração", "Sin número", "", "   ", "unknown", "-",
        ])
    func none(text: String) {
        let number = SerialReading(text).number
        #expect(number.state == .none)
        #expect(number.pattern.isEmpty)
    }

    @Test(
        "a label before the number is dropped",
        arguments: [
            ("No. 12345", "12345"), ("S/N 12345", "12345"), ("SN 12345", "12345"), ("#12345", "12345"),
            ("Nº de série: TKR 12345", "TKR12345"), ("serial number ABC1", "ABC1"),
        ])
    func label(text: String, expected: String) {
        let number = SerialReading(text).number
        #expect(number.state == .legible)
        #expect(number.pattern.normalised == expected)
    }

    @Test(
        "letters that begin a number are not taken for words",
        arguments: [
            ("NA 1234", "NA1234"), ("DA 1234", "DA1234"), ("NC 4567", "NC4567"), ("ABC123", "ABC123"),
            ("TKR 12 345", "TKR12345"), ("ABC-12", "ABC12"),
        ])
    func prefixLetters(text: String, expected: String) {
        let number = SerialReading(text).number
        #expect(number.state == .legible)
        #expect(number.pattern.normalised == expected)
    }

    @Test("unreadable places make a number partial", arguments: ["TKR?2345", "AB**34", "12_4", "12##4"])
    func partial(text: String) {
        let number = SerialReading(text, part: .slide).number
        #expect(number.state == .partial)
        #expect(number.part == .slide)
        #expect(number.text == text)
    }

    @Test("a restored number is restored, and the words are kept")
    func restored() {
        let reading = SerialReading("J 81825 (revelado no cano)")
        #expect(reading.number.state == .restored)
        #expect(reading.number.pattern.normalised == "J81825")
        #expect(reading.remainder.contains("revelado"))
    }

    @Test("what can still be read of a removed number makes it partial")
    func partlyRemoved() {
        let reading = SerialReading("TKR12 parcialmente raspado")
        #expect(reading.number.state == .partial)
        #expect(reading.number.pattern.normalised == "TKR12")
    }

    @Test("an unknown word beside a number is kept as a word and not compared")
    func unknownWord() {
        let reading = SerialReading("12345 armazenado")
        #expect(reading.number.pattern.normalised == "12345")
        #expect(reading.remainder == "armazenado")
    }

    @Test("a maker's own mark on a privately made gun is no factory number")
    func privatelyMade() {
        #expect(SerialReading("artesanal").number.state == .privatelyMade)
        #expect(SerialReading("ghost gun 12").number.state == .privatelyMade)
    }
}
