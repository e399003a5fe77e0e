/// How names stand in the machine readable zone of a travel document: ICAO Doc 9303 part 3, section 6.
public enum DocumentTransliteration {
    /// The ways in which a name may stand there, in A-Z with `<` between words, the recommended one first.
    ///
    /// Where the table allows several for one character (`Ä`: AE or A), all characters of the name are written by the
    /// same column. Letters that the tables do not know are left out, as are marks; apostrophes vanish.
    public static func machineReadable(_ text: String) -> [String] {
        let words = NameSplitter.names(in: text).joined()
        var results: [String] = []
        for column in 0..<mostColumns {
            let result = words.map { word in word.scalars.map { letter($0, column) }.joined() }
                .filter { !$0.isEmpty }.joined(separator: "<")
            if !result.isEmpty, !results.contains(result) { results.append(result) }
        }
        return results
    }

    private static let mostColumns = 3

    private static func letter(_ scalar: Unicode.Scalar, _ column: Int) -> String {
        let capital = scalar == "ß" ? "ẞ" : scalar.properties.uppercaseMapping
        if let ways = table[capital] { return ways[min(column, ways.count - 1)] }
        switch NameScript(scalar) {
        case .latin:
            let plain = LatinLetters.plain(scalar)
            return String(decoding: plain, as: UTF8.self).uppercased()
        case .cyrillic: return String(decoding: CyrillicScheme.latin([scalar], .icao), as: UTF8.self).uppercased()
        case .arabic: return AbjadLetters.machineReadable(scalar) ?? ""
        default: return ""
        }
    }

    private static let table: [String: [String]] = {
        let rows = NameResource("icao_latin", columns: 2).rows.map { row in
            (String(row[0]), row[1].split(separator: " ").map(String.init))
        }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }()
}
