extension ReferenceTable {
    private typealias List<Value> = (values: [Value], places: [String: Int], index: AliasIndex)

    static func readMakes(
        _ text: ResourceText, _ problems: inout [ReferenceTableError]
    ) -> (values: [Make], places: [String: Int], index: AliasIndex) {
        var list: List<Make> = ([], [:], AliasIndex())
        for row in text.rows(columns: 4, problems: &problems) {
            let (code, name, countryCode) = (row.fields[0], row.fields[1], row.fields[2])
            let aliases = parts(row.fields[3])
            let country = Country(countryCode)
            if country == nil && !countryCode.isEmpty {
                let detail = "\"\(countryCode)\" is not a country code"
                problems.append(
                    text.error(.unknownCode, line: row.line, field: "country", value: countryCode, detail)
                )
            }
            let place = list.values.count
            claim(code, place, &list.places, text, row.line, &problems)
            list.values.append(Make(code: code, name: name, country: country, aliases: plain(aliases)))
            for alias in [name] + aliases {
                add(alias, TextKey.letters(alias), place, &list.index, text, row.line, &problems)
            }
        }
        return list
    }

    static func readCalibres(
        _ text: ResourceText, _ problems: inout [ReferenceTableError]
    ) -> (values: [Calibre], places: [String: Int], index: AliasIndex) {
        var list: List<Calibre> = ([], [:], AliasIndex())
        let rows = text.rows(columns: 4, problems: &problems)
        for row in rows {
            let (code, name) = (row.fields[0], row.fields[1])
            let aliases = parts(row.fields[2])
            let place = list.values.count
            claim(code, place, &list.places, text, row.line, &problems)
            list.values.append(
                Calibre(code: code, name: name, aliases: plain(aliases), compatibleWith: parts(row.fields[3]))
            )
            for alias in [name] + aliases {
                add(alias, TextKey.calibre(alias), place, &list.index, text, row.line, &problems)
            }
        }
        for (place, row) in rows.enumerated() {
            for code in list.values[place].compatibleWith where list.places[code] == nil {
                let detail = "\"\(code)\" is not the code of a calibre"
                problems.append(text.error(.unknownCode, line: row.line, field: "compatible", value: code, detail))
            }
            // People leave decimal signs out (762x39). Only after every alias has its place, so that .45 stays .45.
            for alias in [row.fields[1]] + parts(row.fields[2]) {
                let key = TextKey.calibre(alias)
                if key.utf8.contains(UInt8(ascii: ".")) {
                    let isUsual = alias.hasPrefix("~")
                    list.index.addIfFree(key.filter { $0 != "." }, place: place, isUsualMeaning: isUsual)
                }
                CalibreSpellings.add(alias, place: place, to: &list.index)
            }
        }
        return list
    }

    static func parts(_ field: String) -> [String] { field.split(separator: "|").map(String.init) }

    private static func plain(_ aliases: [String]) -> [String] {
        aliases.map { $0.hasPrefix("~") ? String($0.dropFirst()) : $0 }
    }

    private static func claim(
        _ code: String, _ place: Int, _ places: inout [String: Int], _ text: ResourceText, _ line: Int,
        _ problems: inout [ReferenceTableError]
    ) {
        if code.isEmpty {
            problems.append(text.error(.unknownCode, line: line, field: "code", value: code, "the code is empty"))
        } else if places[code] != nil {
            let detail = "the code \"\(code)\" occurs twice"
            problems.append(text.error(.duplicate, line: line, field: "code", value: code, detail))
        } else {
            places[code] = place
        }
    }

    private static func add(
        _ alias: String, _ key: String, _ place: Int, _ index: inout AliasIndex, _ text: ResourceText, _ line: Int,
        _ problems: inout [ReferenceTableError]
    ) {
        if index.add(key, place: place, isUsualMeaning: alias.hasPrefix("~")) != nil {
            let detail = "the alias \"\(alias)\" also stands for an earlier row"
            problems.append(text.error(.duplicate, line: line, field: "aliases", value: alias, detail))
        }
    }
}
