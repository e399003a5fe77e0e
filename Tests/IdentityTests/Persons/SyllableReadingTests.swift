import Testing

@testable import Identity

@Suite("Chinese and Korean names agree in whatever system they are written")
struct SyllableReadingTests {
    private func score(_ left: String, _ right: String) -> Float {
        var comparer = NameComparer()
        return comparer.compare(PreparedName(left), PreparedName(right))
    }

    @Test(
        "one name in two systems is the same name",
        arguments: [
            ("Dai Zhiqiang", "Tai Chihchiang"), ("戴志强", "Tai Chihchiang"), ("戴 志强", "Dai Zhiqiang"),
            ("Wang Xiaoyan", "Wang Hsiaoyen"), ("Zhang Wenbin", "Chang Wenpin"), ("王家豪", "Wang Chiahao"),
            ("Kim Jiyeong", "Gim Chiyong"), ("김지영", "Kim Chiyong"), ("정도현", "Jeong Tohyon"),
            ("Pak Sojun", "Bak Seojun"),
        ]
    )
    func same(left: String, right: String) {
        #expect(score(left, right) > 0.95, "\(left), \(right)")
        #expect(score(left, right) == score(right, left))
    }

    @Test(
        "another name stays another name",
        arguments: [("Dai Zhiqiang", "Tai Hsiaoyen"), ("戴志强", "Dai Zhiming"), ("Kim Jiyeong", "Kim Minseo")]
    )
    func different(left: String, right: String) {
        #expect(score(left, right) < 0.75, "\(left), \(right)")
    }

    @Test("a word is read as the fewest syllables, and not at all where letters are left over")
    func cutting() {
        func folded(_ reading: SyllableReading, _ word: String) -> String? {
            reading.fold(Array(word.utf8)).map { "\(String(decoding: $0.letters, as: UTF8.self)) \($0.syllables)" }
        }
        #expect(folded(.mandarin, "zhiqiang") == "chihchiang 2")
        #expect(folded(.mandarin, "chiahao") == "chiahao 2")
        #expect(folded(.mandarin, "hsiaoyen") == "hsiaoyen 2")
        #expect(folded(.korean, "jiyeong") == "chiyong 2")
        #expect(folded(.korean, "seojun") == "sochun 2")
        #expect(folded(.mandarin, "schmidt") == nil)
        #expect(folded(.korean, "rodriguez") == nil)
        #expect(folded(.mandarin, "") == nil)
    }

    @Test("names of other languages get no such reading, even where some of their words could have one")
    func otherLanguages() {
        for name in ["Ana Maria Lima Pereira", "Ali Hassan", "Karen Lee Smith"] {
            let prepared = PreparedName(name)
            #expect(prepared.tokens.allSatisfy { $0.formCount == 1 }, "\(name)")
        }
    }
}
