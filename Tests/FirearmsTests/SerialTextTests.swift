import Firearms
import Testing

@Suite("The numbers in an examiner's text")
struct SerialTextTests {
    @Test("a plain number is read without its label, whatever its spelling", arguments: lines(SerialTextExamples.plain))
    func plain(example: String) { check(example) }

    @Test("places that cannot be read are places of the number", arguments: lines(SerialTextExamples.unreadablePlaces))
    func unreadable(example: String) { check(example) }

    @Test("words for a removed number leave nothing to compare", arguments: lines(SerialTextExamples.removed))
    func removed(example: String) { check(example) }

    @Test("words for a number that was never there say so", arguments: lines(SerialTextExamples.none))
    func none(example: String) { check(example) }

    @Test("each of several numbers has its part", arguments: lines(SerialTextExamples.several))
    func several(example: String) { check(example) }

    @Test("a number made visible again is restored", arguments: lines(SerialTextExamples.restored))
    func restored(example: String) { check(example) }

    @Test("what examiners write around a number is told from it", arguments: lines(SerialTextExamples.fromTheField))
    func fromTheField(example: String) { check(example) }

    private static func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

    private func check(_ example: String) {
        let halves = example.split(separator: " => ", maxSplits: 1).map(String.init)
        guard halves.count == 2 else {
            Issue.record("no arrow: \(example)")
            return
        }
        let found = SerialText(halves[0]).numbers.map { reading in
            let number = reading.number
            return [
                reading.pattern.knownPlaces == 0 ? "-" : reading.pattern.normalised,
                number.part == .frame ? "" : number.part.rawValue,
                number.state == .legible ? "" : number.state.rawValue,
            ].filter { !$0.isEmpty }.joined(separator: " ")
        }
        #expect(found.joined(separator: " + ") == halves[1], "\(halves[0])")
    }
}
