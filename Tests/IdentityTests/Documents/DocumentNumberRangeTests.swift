import TestSupport
import Testing

@testable import Identity

@Suite("Ranges of document numbers")
struct DocumentNumberRangeTests {
    private func made(_ first: String, _ last: String) -> DocumentNumberRange? {
        guard let first = DocumentNumber(first), let last = DocumentNumber(last) else { return nil }
        return DocumentNumberRange(first, last)
    }

    @Test("a range holds the numbers between its ends and no others")
    func contains() throws {
        let range = try #require(made("AB 120998", "AB-121003"))
        #expect(range.count == 6)
        for (number, isIn) in [
            ("AB120997", false), ("AB120998", true), ("ab121000", true), ("AB121003", true), ("AB121004", false),
            ("AC121000", false), ("AB1210000", false), ("AB12100X", false),
        ] {
            #expect(range.contains(try #require(DocumentNumber(number))) == isIn, "\(number)")
        }
    }

    @Test(
        "ends that make no range are refused",
        arguments: [
            ("AB1000", "AB0999"), ("AB1000", "AC2000"), ("AB1000", "AB10000"), ("A10000000", "A99999999"),
            ("AB100A", "AB100Z"),
        ])
    func refused(first: String, last: String) { #expect(made(first, last) == nil) }

    @Test("every number of a range is found by one of its few blocks")
    func blocks() throws {
        var generator = SeededGenerator(seed: 7)
        func text(_ value: Int) -> String { "C" + String(1_000_000 + value).dropFirst() }
        for _ in 0..<200 {
            let ends = (0..<2).map { _ in Int.random(in: 0..<1_000_000, using: &generator) }.sorted()
            let range = try #require(made(text(ends[0]), text(ends[1])))
            let blocks = Set(range.blocks)
            #expect(blocks.count <= 108)
            for value in [ends[0], ends[0] + 1, (ends[0] + ends[1]) / 2, ends[1] - 1, ends[1]] {
                let number = try #require(DocumentNumber(text(value)))
                guard range.contains(number) else { continue }
                #expect(blocks.contains(number.folded) || !blocks.isDisjoint(with: number.blocks), "\(value)")
            }
        }
    }

    @Test("a box of ten thousand blanks stands under one key")
    func box() throws {
        #expect(try #require(made("FK230000", "FK239999")).blocks == ["FK23????"])
    }
}
