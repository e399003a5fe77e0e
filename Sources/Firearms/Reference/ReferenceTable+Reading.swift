extension ReferenceTable {
    private typealias List<Value> = (values: [Value], places: [String: Int], index: AliasIndex)

    static func readMakes(
        _ text: ResourceText
    ) throws(ReferenceTableError) -> (values: [Make], places: [String: Int], index: AliasIndex) {
        var list: List<Make> = ([], [:], AliasIndex())
        for row in try text.rows(columns: 4) {
            let aliases = Self.parts(row.fields[3])
            let country = Country(row.fields[2])
            if country == nil && !row.fields[2].isEmpty {
                throw text.error(.unknownCode, line: row.line, "\"\(row.fields[2])\" is not a country code")
            }
            let place = list.values.count
            try claim(row.fields[0], place, &list.places, text, row.line)
            list.values.append(
                Make(code: row.fields[0], name: row.fields[1], country: country, aliases: Self.plain(aliases))
            )
            for alias in [row.fields[1]] + aliases {
                try add(alias, TextKey.letters(alias), place, &list.index, text, row.line)
            }
        }
        return list
    }

    static func readCalibres(
        _ text: ResourceText
    ) throws(ReferenceTableError) -> (values: [Calibre], places: [String: Int], index: AliasIndex) {
        var list: List<Calibre> = ([], [:], AliasIndex())
        let rows = try text.rows(columns: 4)
        for row in rows {
            let aliases = Self.parts(row.fields[2])
            let place = list.values.count
            try claim(row.fields[0], place, &list.places, text, row.line)
            list.values.append(
                Calibre(
                    code: row.fields[0], name: row.fields[1], aliases: Self.plain(aliases),
                    compatibleWith: Self.parts(row.fields[3])
                )
            )
            for alias in [row.fields[1]] + aliases {
                try add(alias, TextKey.calibre(alias), place, &list.index, text, row.line)
            }
        }
        for (place, row) in rows.enumerated() {
            for code in list.values[place].compatibleWith where list.places[code] == nil {
                throw text.error(.unknownCode, line: row.line, "\"\(code)\" is not the code of a calibre")
            }
            // People leave decimal signs out (762x39). Only after every alias has its place, so that .45 stays .45.
            for alias in [row.fields[1]] + Self.parts(row.fields[2]) {
                let key = TextKey.calibre(alias)
                if key.utf8.contains(UInt8(ascii: ".")) {
                    let isUsual = alias.hasPrefix("~")
                    list.index.addIfFree(key.filter { $0 != "." }, place: place, isUsualMeaning: isUsual)
                }
            }
        }
        return list
    }

    private static func parts(_ field: String) -> [String] { field.split(separator: "|").map(String.init) }

    private static func plain(_ aliases: [String]) -> [String] {
        aliases.map { $0.hasPrefix("~") ? String($0.dropFirst()) : $0 }
    }

    private static func claim(
        _ code: String, _ place: Int, _ places: inout [String: Int], _ text: ResourceText, _ line: Int
    ) throws(ReferenceTableError) {
        if code.isEmpty { throw text.error(.unknownCode, line: line, "the code is empty") }
        if places.updateValue(place, forKey: code) != nil {
            throw text.error(.duplicate, line: line, "the code \"\(code)\" occurs twice")
        }
    }

    private static func add(
        _ alias: String, _ key: String, _ place: Int, _ index: inout AliasIndex, _ text: ResourceText, _ line: Int
    ) throws(ReferenceTableError) {
        if index.add(key, place: place, isUsualMeaning: alias.hasPrefix("~")) != nil {
            throw text.error(.duplicate, line: line, "the alias \"\(alias)\" also stands for an earlier row")
        }
    }
}
