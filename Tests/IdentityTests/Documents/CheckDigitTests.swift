import Identity
import Testing

@Suite("Check digits") struct CheckDigitTests {
    @Test("the examples of Doc 9303 part 3, appendix A, come out", arguments: [("520727", 3), ("AB2134<<<", 5)])
    func published(_ text: String, _ digit: Int) { #expect(CheckDigit.digit(text.utf8) == digit) }

    @Test("a character outside the zone's set has no check digit") func outside() {
        #expect(CheckDigit.digit("AB 1".utf8) == nil)
    }

    @Test("the composite of the specimen passport comes out") func composite() {
        #expect(CheckDigit.digit("L898902C3674081221204159ZE184226B<<<<<1".utf8) == 0)
    }
}
