import Firearms
import Testing
import TestSupport

@Suite("What holds for every text about a serial number")
struct SerialTextLawTests {
    private static let pieces = [
        "12345", "TKR2345", "KPB48?1", "4821", "A1", "armação", "cano", "(ferrolho)", "slide:", "raspada", "RASPADO",
        "revelado", "Nº", "S/N", "#", "e", "ou", "/", ";", ",", "-", "--", "..", "(?)", "[ilegível]", "último dígito",
        "primeiros dois dígitos ilegíveis", "falta o primeiro", "cal .38", "laudo 7/31", "(", ")", "\u{0}", "🔫", "Ж",
        "xx", "qualquer", "the", "no", "1º", "could be B or 8", "\n", "１２３", "ß", "e\u{301}",
    ]

    private static func randomTexts(_ count: Int, seed: UInt64) -> [String] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            (0..<Int.random(in: 1...12, using: &generator)).map { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &generator)]
                    + (Bool.random(using: &generator) ? " " : "")
            }.joined()
        }
    }

    /// Letters and digits, with their number.
    private static func signs(_ text: String) -> [Character: Int] {
        let plain = SerialPattern(text).normalised.filter { $0 != "?" }
        return Dictionary(plain.map { ($0, 1) }, uniquingKeysWith: +)
    }

    @Test("no letter or digit is lost: each stands in a number or in the remainder; only x may become a place")
    func nothingLost() {
        let examples = [
            "Nº 4821 (armação) e 4822 (revelado no cano), perito Silva", "1234 ou 1284 talvez", "12345 / 67890 lado 3",
            "S/N 4821 obs: ver foto 7", "12[2 ilegiveis]34", "4821 primeiro dígito não identificado",
        ]
        for text in examples + Self.randomTexts(3_000, seed: 11) {
            let read = SerialText(text)
            let kept = read.numbers.map(\.number.text).joined(separator: " ") + " " + read.remainder
            let found = Self.signs(kept)
            for (sign, count) in Self.signs(text) where sign != "X" {
                #expect(found[sign, default: 0] >= count, "\(sign) of \(text) in \(kept)")
            }
        }
    }

    @Test("reading the canonical form again gives the same numbers")
    func canonicalIsStable() {
        for text in Self.randomTexts(2_000, seed: 12) {
            let read = SerialText(text)
            #expect(read.agrees(withExpected: read.canonical), "\(text) as \(read.canonical)")
        }
    }

    @Test("every text has at least one number and never more than the bound")
    func bounded() {
        for text in Self.randomTexts(1_000, seed: 13) + [
            "", " ", "\u{0}\u{0}", "((((", "))))", ",,,,", "////", "e e e",
        ] {
            #expect((1...33).contains(SerialText(text).numbers.count), "\(text)")
        }
        let many = (0..<1_000).map { "A\(10_000 + $0)" }.joined(separator: "; ")
        let read = SerialText(many)
        #expect((1...33).contains(read.numbers.count))
        #expect(read.remainder.contains("A10999"))
    }

    @Test(
        "a hostile text of 100 kB is read within its bound",
        arguments: [
            "A", "1", "?", "-", ".", "(", "[", ",", "/", "e ", "primeiro ", "raspado ", "12345 / ", "🔫", "\u{0}", "x",
            "1,", "[ilegivel", "no cano ", "ou ", "raspadx ", "S/N ", "\u{301}", "1 ou 2 ",
        ])
    func hostile(piece: String) {
        let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
        let clock = ContinuousClock()
        var read = SerialText("")
        let time = clock.measure { read = SerialText(text) }
        #expect(!read.numbers.isEmpty)
        #expect(time < .seconds(10))
    }

    @Test("the part asked for holds where the text names none")
    func givenPart() {
        #expect(SerialText("12345", part: .slide).numbers[0].number.part == .slide)
        #expect(SerialText("raspado", part: .barrel).numbers[0].number.part == .barrel)
        #expect(SerialText("12345 (cano)", part: .slide).numbers[0].number.part == .barrel)
    }

    @Test("the single reading is the first number that can be compared, and keeps the others as text")
    func singleReading() {
        let two = SerialReading("NSR445 (Camara) e NSK346 (Ferrolho)")
        #expect(two.number == FirearmNumber(part: .barrel, text: "NSR445"))
        #expect(two.remainder.contains("NSK346"))
        let removed = SerialReading("armação raspada, cano 777")
        #expect(removed.number == FirearmNumber(part: .barrel, text: "777"))
        #expect(removed.remainder.contains("raspada"))
    }

    @Test("a part that became the number's part is no remark")
    func partIsNoRemark() {
        #expect(SerialText("12345 (cano)").numbers[0].remainder.isEmpty)
        #expect(SerialText("12345 (cano)").remainder == "cano")
        #expect(SerialText("12345 (ver foto)").numbers[0].remainder == "ver foto")
    }

    @Test(
        "a label written by hand agrees in each of its usual forms",
        arguments: [
            ("TKR-12345", "TKR12345"), ("TKR 12345", "tkr-12345"), ("TKR?2345", "TKR*2345"), ("RASPADO", ""),
            ("RASPADO", "REMOVED"), ("RASPADO", "raspado"), ("S/N", ""), ("S/N", "NONE"), ("", ""),
            ("NSR445 (Camara) e NSK346 (Ferrolho)", "NSR445 NSK346"),
            ("NSR445 (Camara) e NSK346 (Ferrolho)", "NSK346;NSR445"),
            ("NSR445 (Camara) e NSK346 (Ferrolho)", "NSR445 / NSK346"),
            ("NSR445 (Camara) e NSK346 (Ferrolho)", "NSR445|NSK346"),
            ("J 81825 (revelado no cano)", "J81825"), ("J 81825 (revelado no cano)", "J 81825"),
            ("últimos dois dígitos ilegíveis KPB48", "KPB48??"), ("armação raspada", "-"),
        ])
    func agrees(text: String, expected: String) {
        #expect(SerialText(text).agrees(withExpected: expected))
    }

    @Test(
        "a label that says something else does not agree",
        arguments: [
            ("TKR12345", "TKR12346"), ("TKR12345", ""), ("TKR12345", "REMOVED"), ("RASPADO", "NONE"),
            ("SEM NUMERAÇÃO", "REMOVED"),
            ("RASPADO", "TKR12345"), ("TKR?2345", "TKR2345"), ("12345 / 67890", "12345"), ("12345", "12345 67890"),
        ])
    func disagrees(text: String, expected: String) {
        #expect(!SerialText(text).agrees(withExpected: expected))
    }
}
