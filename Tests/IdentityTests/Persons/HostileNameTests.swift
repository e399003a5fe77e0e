import Identity
import Testing
import TestSupport

/// Names as nobody has them: nothing may crash, hang or score outside 0...1.
@Suite struct HostileNameTests {
    static let names: [String] = [
        "", " ", "\u{0}", ".", "-", "'", ",,,,", "///", "A/B/C/D/E/F/G/H/I/J/K", String(repeating: "a", count: 100_000),
        String(repeating: "ab ", count: 10_000), "a" + String(repeating: "\u{301}", count: 5_000),
        "\u{202E}nitup rimidalv\u{202C}",
        "\u{200B}\u{200D}\u{FEFF}", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", "🙂 José 🙂", "\u{FFFD}\u{FFFF}",
        String(repeating: "x", count: 60), String(repeating: "щ", count: 60), String(repeating: "शा", count: 60), "1",
        "0", "%%%",
        "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v.w.x.y.z", "abd", "abdul", "Dr.", "Mr Mr Mr", "bin", "bin bin bin",
        "GmbH", "the",
        "the the", "of", "1 2 3 4", "ー", "っっっ", "々", "\u{17D2}\u{17D2}", "\u{064B}\u{064B}", "ABC", "III",
        "99999999999999999999",
        "fifty fifty fifty", "\u{1D400}\u{1D41A}", "ﷺ", "a\u{0}b", "\r\n\t",
    ]

    @Test(arguments: NameKind.allCases)
    func everyPairIsScoredWithinBounds(_ kind: NameKind) {
        var comparer = NameComparer()
        let prepared = Self.names.flatMap { PreparedName.names(in: $0, kind: kind) }
        for left in prepared {
            for right in prepared {
                let score = comparer.compare(left, right)
                #expect((0...1).contains(score))
                _ = comparer.explanation(left, right)
            }
            #expect(comparer.compare(left, left) >= 0.69, "\(left.text.prefix(40))")
        }
    }

    @Test func seededNoiseIsSurvived() {
        var generator = SeededGenerator(seed: 11)
        var comparer = NameComparer()
        let ranges: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0xA0...0x24F, 0x300...0x36F, 0x370...0x52F, 0x590...0x6FF, 0x900...0xDFF, 0x1780...0x17FF,
            0x2000...0x206F,
            0x3040...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFB00...0xFEFF, 0x1F300...0x1F6FF,
        ]
        var last = PreparedName("Ana Rojas")
        for _ in 0..<3_000 {
            let range = ranges.randomElement(using: &generator) ?? 0x20...0x7E
            var text = ""
            for _ in 0..<Int.random(in: 0...30, using: &generator) {
                let value = UInt32.random(in: Bool.random(using: &generator) ? range : 0x20...0x7E, using: &generator)
                if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
            }
            let name = PreparedName(text, kind: NameKind.allCases.randomElement(using: &generator) ?? .person)
            #expect((0...1).contains(comparer.compare(last, name)))
            last = name
        }
    }

    @Test func invisibleSignsMakeNoDifference() {
        var comparer = NameComparer()
        let left = PreparedName("Ana Rojas")
        #expect(comparer.compare(left, PreparedName("\u{202B}Ana\u{202C} Ro\u{200D}jas\u{FEFF}")) == 1)
        #expect(comparer.compare(left, PreparedName("ＡＮＡ　ＲＯＪＡＳ")) == 1)
        #expect(comparer.compare(left, PreparedName("Ana Rojas 🙂")) == 1)
    }
}
