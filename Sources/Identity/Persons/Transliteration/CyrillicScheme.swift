/// A way of writing Cyrillic names in Latin letters that is in official use.
public enum CyrillicScheme: Int, Sendable, CaseIterable {
    /// ICAO Doc 9303 part 3, as in machine readable travel documents.
    case icao
    /// BGN/PCGN 1947 for Russian, simplified: without interpuncts, apostrophes and marks.
    case bgn
    /// ISO 9 and the scientific system, its marks left off.
    case scholarly
    /// The national system of Ukraine of 2010, which also reads a name of another alphabet as Ukrainian.
    case ukrainian

    /// A word in Latin letters, small and without marks; letters that are not Cyrillic are left out.
    public func latin(_ word: String) -> String {
        String(decoding: Self.latin(Array(word.lowercased().unicodeScalars), self), as: UTF8.self)
    }

    /// - Parameter scalars: small or capital letters in composed form.
    static func latin(_ scalars: [Unicode.Scalar], _ scheme: CyrillicScheme) -> [UInt8] {
        var result: [UInt8] = []
        var before: Unicode.Scalar?
        for scalar in scalars {
            let letter = small(scalar)
            defer { before = letter }
            guard let row = table[letter] else { continue }
            if scheme == .bgn, letter == "е", before.map(isVowelOrSign) ?? true {
                result += "ye".utf8
            } else if scheme == .ukrainian, before == nil, let initial = ukrainianInitials[letter] {
                result += initial
            } else if scheme == .ukrainian, letter == "г", before == "з" {
                result += "gh".utf8
            } else {
                result += row[scheme.rawValue]
            }
        }
        return result
    }

    /// Letters that only Ukrainian, and not Russian, has.
    static func isUkrainian(_ scalars: [Unicode.Scalar]) -> Bool {
        scalars.contains { "іїєґІЇЄҐ".unicodeScalars.contains($0) }
    }

    private static func small(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    }

    private static func isVowelOrSign(_ letter: Unicode.Scalar) -> Bool {
        "аеёиоуыэюяйьъ".unicodeScalars.contains(letter)
    }

    private static let ukrainianInitials: [Unicode.Scalar: [UInt8]] = [
        "є": Array("ye".utf8), "ї": Array("yi".utf8), "й": Array("y".utf8), "ю": Array("yu".utf8),
        "я": Array("ya".utf8),
    ]

    private static let table: [Unicode.Scalar: [[UInt8]]] = {
        var table: [Unicode.Scalar: [[UInt8]]] = [:]
        for row in NameResource("cyrillic", columns: 5).rows {
            guard let letter = row[0].unicodeScalars.first else { continue }
            table[letter] = row.dropFirst().map { Array($0.utf8) }
        }
        return table
    }()
}
